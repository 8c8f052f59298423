import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  LogQueryWidget,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { ArticleTable } from './article-table.ts';
import type { Indexing } from './indexing.ts';
import type { NodeFunction } from './node-function.ts';
import type { Notifying } from './notifying.ts';

type Parts = {
  readonly reading: NodeFunction;
  readonly publishing: NodeFunction;
  readonly indexing: Indexing;
  readonly notifying: Notifying | undefined;
  readonly articles: ArticleTable;
};

/** When someone must act: each alarm names its section of the runbook, `docs/operations.md`. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, parts: Parts, { operators }: Pick<Stage, 'operators'>) {
    super(scope, id);
    const alarms = wishes(parts).map(
      ({ name, section, metric, threshold, periods = 1 }) =>
        new Alarm(this, name, {
          alarmDescription: `docs/operations.md#${section}`,
          metric,
          threshold,
          evaluationPeriods: periods,
          comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        }),
    );
    if (operators.length > 0) {
      const topic = new Topic(this, 'Operators', { enforceSSL: true });
      for (const address of operators) topic.addSubscription(new EmailSubscription(address));
      for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(topic));
    }
    createDashboard(this, parts);
  }
}

type Wish = {
  readonly name: string;
  readonly section: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Of five minutes each. */
  readonly periods?: number;
};

const period = Duration.minutes(5);

function wishes({ reading, publishing, indexing, notifying, articles }: Parts): Wish[] {
  const { indexer, compact, reindex, deadLetters } = indexing;
  return [
    { name: 'ReadingErrors', section: 'reading-errors', metric: errorsOf(reading), threshold: 3 },
    {
      name: 'ReadingThrottled',
      section: 'throttled',
      metric: reading.metricThrottles({ period }),
      threshold: 1,
    },
    {
      name: 'ReadingSlow',
      section: 'reading-slow',
      metric: reading.metricDuration({ period, statistic: 'p95' }),
      threshold: 3000,
      periods: 3,
    },
    { name: 'PublishingErrors', section: 'publishing-errors', metric: errorsOf(publishing), threshold: 1 },
    { name: 'IndexerErrors', section: 'indexer-errors', metric: errorsOf(indexer), threshold: 3 },
    {
      name: 'IndexLate',
      section: 'index-late',
      metric: indexer.metric('IteratorAge', { period, statistic: 'Maximum' }),
      threshold: 300_000,
    },
    {
      name: 'DeadLetters',
      section: 'dead-letters',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      threshold: 1,
    },
    { name: 'CompactErrors', section: 'compact-errors', metric: errorsOf(compact), threshold: 1 },
    { name: 'ReindexErrors', section: 'reindex-errors', metric: errorsOf(reindex), threshold: 1 },
    {
      name: 'TableThrottled',
      section: 'table-throttled',
      metric: articles.table.metric('WriteThrottleEvents', { period, statistic: 'Sum' }),
      threshold: 1,
    },
    ...(notifying === undefined ? [] : hubWishes(notifying)),
  ];
}

function hubWishes({ notify, deadLetters }: Notifying): Wish[] {
  return [
    { name: 'NotifyErrors', section: 'notify-errors', metric: errorsOf(notify), threshold: 3 },
    {
      name: 'HubDeadLetters',
      section: 'hub-dead-letters',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      threshold: 1,
    },
  ];
}

function errorsOf(each: NodeFunction): IMetric {
  return each.metricErrors({ period });
}

/** What an operator asks first: is it fresh, does it answer, what does it cost. */
function createDashboard(scope: Construct, parts: Parts): void {
  const { reading, publishing, indexing, notifying, articles } = parts;
  const { indexer, compact, reindex, deadLetters } = indexing;
  const all = [reading, publishing, indexer, compact, reindex, ...(notifying ? [notifying.notify] : [])];
  const requests = 'stats count(*) as requests by status';
  const logGroupNames = [reading.logGroup.logGroupName];
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
          width: 12,
        }),
        new GraphWidget({ title: 'Errors', left: all.map(errorsOf), width: 12 }),
      ],
      [
        new LogQueryWidget({
          title: 'Answers by status (304: nothing was sent)',
          logGroupNames,
          queryLines: ['filter event = "request"', requests],
          width: 12,
        }),
        new LogQueryWidget({
          title: 'Searches without a result',
          logGroupNames,
          queryLines: [
            'filter event = "search" and total = 0',
            'stats count(*) as asked by query',
            'sort asked desc',
            'limit 20',
          ],
          width: 12,
        }),
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
