import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { ArticleTable } from './article-table.ts';
import { NodeFunction } from './node-function.ts';
import type { SegmentBucket } from './segment-bucket.ts';

/**
 * What keeps the search index equal to the table.
 *
 *     stream ──▶ indexer ──▶ segments, manifest        failed records ──▶ dead letters
 *     night  ──▶ compact ──▶   "          "
 *                reindex ──▶   "          "            rung by the two others, and by the publishing API
 */
export class Indexing extends Construct {
  readonly indexer: NodeFunction;
  readonly compact: NodeFunction;
  readonly reindex: NodeFunction;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    parts: { readonly articles: ArticleTable; readonly segments: SegmentBucket },
    { logRetention }: Pick<Stage, 'logRetention'>,
  ) {
    super(scope, id);
    const { articles, segments } = parts;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.reindex = new NodeFunction(scope, 'Reindex', {
      entry: 'reindex.ts',
      description: 'Builds the search index anew from the table',
      memoryMiB: 3008,
      timeout: Duration.minutes(15),
      deadLetters: this.deadLetters,
      logRetention,
    });
    this.indexer = new NodeFunction(scope, 'Indexer', {
      entry: 'indexer.ts',
      description: 'Makes every change of an article searchable',
      memoryMiB: 1769,
      timeout: Duration.minutes(2),
      logRetention,
    });
    this.compact = new NodeFunction(scope, 'Compact', {
      entry: 'compact.ts',
      description: 'At night: merges segments, drops the deleted, clears orphans',
      memoryMiB: 3008,
      timeout: Duration.minutes(15),
      deadLetters: this.deadLetters,
      logRetention,
    });

    for (const writer of [this.indexer, this.compact, this.reindex]) {
      articles.grantIndex(writer);
      segments.grantWrite(writer);
      if (writer !== this.reindex) this.grantRing(writer);
    }
    articles.grantScan(this.reindex);
    segments.grantClear(this.compact);

    articles.grantStream(this.indexer);
    this.deadLetters.grantSendMessages(this.indexer);
    new EventSourceMapping(this, 'Doorbell', {
      target: this.indexer,
      eventSourceArn: articles.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Nothing is waited for: whoever publishes looks for the article at once.
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(this.deadLetters),
      // The manifest is an item of the same table: a change of it must ring nobody.
      filters: [
        FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('article#') } } } }),
      ],
    });
    new Rule(this, 'EveryNight', {
      // 02.10 in Jakarta.
      schedule: Schedule.cron({ hour: '19', minute: '10' }),
      targets: [new LambdaFunction(this.compact, { retryAttempts: 2, deadLetterQueue: this.deadLetters })],
    });
  }

  /** Tells the function which one rebuilds, and lets it start that. */
  grantRing(ringer: NodeFunction): void {
    ringer.addEnvironment('REINDEX_FUNCTION', this.reindex.functionName);
    ringer.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.reindex.functionArn] }),
    );
  }
}
