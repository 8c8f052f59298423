import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ArticleTable } from './article-table.ts';
import type { Indexing } from './indexing.ts';
import type { NodeFunction } from './node-function.ts';
import type { Notifying } from './notifying.ts';

const period = Duration.minutes(5);

/**
 * What an operator asks first: is it fresh, does it answer, what does it cost. The events that it counts are
 * those of `functions/http/request-log.ts`, `count-search.ts` and `functions/indexing/indexer.ts`.
 */
export function createDashboard(
  scope: Construct,
  parts: {
    readonly reading: NodeFunction;
    readonly publishing: NodeFunction;
    readonly indexing: Indexing;
    readonly articles: ArticleTable;
    readonly notifying: Notifying | undefined;
  },
): void {
  const { reading, publishing, indexing, notifying, articles } = parts;
  const { indexer, compact, reindex, deadLetters } = indexing;
  const all = [reading, publishing, indexer, compact, reindex, ...(notifying ? [notifying.notify] : [])];
  const ask = (title: string, of: NodeFunction, ...queryLines: string[]) =>
    new LogQueryWidget({
      title,
      logGroupNames: [of.logGroup.logGroupName],
      queryLines,
      view: LogQueryVisualizationType.TABLE,
      width: 8,
    });
  new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        new TextWidget({
          markdown: '# Warta\nWhat each alarm means: `docs/operations.md`',
          width: 24,
          height: 2,
        }),
      ],
      [
        new GraphWidget({
          title: 'How late the index is (ms)',
          left: [indexer.metric('IteratorAge', { period, statistic: 'Maximum' })],
          width: 8,
        }),
        ask(
          'From a save to its search (ms), by day',
          indexer,
          'filter event = "indexed"',
          'stats sum(count) as articles, pct(lateMs, 50) as usual, max(lateMs) as slowest by bin(1d) as day',
          'sort day desc',
        ),
        new GraphWidget({
          title: 'Errors',
          left: all.map((each) => each.metricErrors({ period })),
          width: 8,
        }),
      ],
      [
        ask(
          'Polls of feeds that the edge passed on, by status (304: nothing was sent)',
          reading,
          'filter event = "request" and path like /feed\\.(rss|atom|json)$/',
          'stats count(*) as polls by bin(1d) as day, status',
          'sort day desc',
        ),
        ask(
          'Answers by status',
          reading,
          'filter event = "request"',
          'stats count(*) as answers by status',
          'sort answers desc',
        ),
        // Which words they were is counted apart, from five times up: `npm run warta -- searches`.
        ask(
          'Searches, and those that found something',
          reading,
          'filter event = "search"',
          'fields least(total, 1) as hit',
          'stats count(*) as searches, sum(hit) as answered by bin(1d) as day',
          'sort day desc',
        ),
      ],
      [
        new GraphWidget({
          title: 'Cost: calls',
          left: all.map((each) => each.metricInvocations({ period })),
          width: 12,
        }),
        new GraphWidget({
          title: 'Cost: reads and writes of the table',
          left: [
            articles.table.metricConsumedReadCapacityUnits({ period }),
            articles.table.metricConsumedWriteCapacityUnits({ period }),
          ],
          right: [deadLetters.metricApproximateNumberOfMessagesVisible({ period })],
          width: 12,
        }),
      ],
    ],
  });
}
