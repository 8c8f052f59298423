import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { ArticleTable } from './article-table.ts';
import { createDashboard } from './dashboard.ts';
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
