import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { ArticleTable } from './article-table.ts';
import { NodeFunction } from './node-function.ts';

/**
 * What tells the hubs (WebSub) of changed lists. It is there only where the settings name a hub.
 *
 *     indexer ──▶ notices ──▶ notify ──▶ hubs
 *                   ▲           └─ what must wait, sent again          given up ──▶ dead letters
 *                   └───────────┘
 */
export class Notifying extends Construct {
  readonly notify: NodeFunction;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    parts: { readonly articles: ArticleTable; readonly indexer: NodeFunction },
    { logRetention }: Pick<Stage, 'logRetention'>,
  ) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const timeout = Duration.minutes(5);
    const notices = new Queue(this, 'Notices', {
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.minutes(15),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Waits for a hub are no receipts: the notice is sent again. These are failures of our own, and the last.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 4 },
    });
    this.notify = new NodeFunction(scope, 'Notify', {
      entry: 'notify.ts',
      description: 'Tells the WebSub hubs which lists have changed',
      memoryMiB: 512,
      timeout,
      logRetention,
    });
    this.notify.addEventSource(
      new SqsEventSource(notices, {
        batchSize: 5,
        // What is published together is told together.
        maxBatchingWindow: Duration.seconds(20),
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    parts.articles.grantTell(this.notify);
    for (const sender of [parts.indexer, this.notify]) {
      sender.addEnvironment('NOTICE_QUEUE', notices.queueUrl);
      notices.grantSendMessages(sender);
    }
  }
}
