import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/** Holds the app against the rules of AwsSolutions and Serverless: `cdk synth` fails at what has no reason below. */
export function addNag(app: App, stack: Stack): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  for (const { path, id, reason } of acknowledged) {
    const found = path === '' ? stack : stack.node.tryFindChild(path);
    if (found !== undefined) Validations.of(found).acknowledge({ id, reason });
  }
}

type Acknowledged = {
  /** The part of the stack that it holds for; empty: all of it. */
  readonly path: string;
  readonly id: string;
  readonly reason: string;
};

/** Every finding that stays, with why. */
export const acknowledged: readonly Acknowledged[] = [
  ...['ReadingRole', 'IndexerRole', 'CompactRole', 'ReindexRole'].map((path) => ({
    path,
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::<SegmentsBucket5FE01FB6.Arn>/segments/*]',
    reason: 'Segments are named by their content, which nobody knows beforehand: all below one prefix.',
  })),
  {
    path: 'PublishingRole',
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::<MediaBucket4022EBBF.Arn>/media/*]',
    reason: 'Pictures are named by their content, which nobody knows beforehand: all below one prefix.',
  },
  {
    path: 'Media',
    id: 'AwsSolutions::AwsSolutions-S1',
    reason: 'The edge alone reads it, whose log would keep the addresses of readers; one role puts there.',
  },
  {
    path: 'IndexerRole',
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::<ArticlesTable867D7F42.Arn>/stream/*]',
    reason:
      'ListStreams, which Lambda asks for a mapping, names the streams of this one table and no item of it.',
  },
  {
    path: 'Segments',
    id: 'AwsSolutions::AwsSolutions-S1',
    reason:
      'Four roles of this stack read and write it, nobody else can, and what is in it is made from the table.',
  },
  {
    path: 'Token',
    id: 'AwsSolutions::AwsSolutions-SMG4',
    reason: 'Whoever publishes holds the token: it is changed by hand, together with them (docs/deploy.md).',
  },
  {
    path: 'Edge',
    id: 'AwsSolutions::AwsSolutions-CFR1',
    reason: 'Public news is for readers everywhere.',
  },
  {
    path: 'Edge',
    id: 'AwsSolutions::AwsSolutions-CFR2',
    reason:
      'Bot walls have locked feed readers out of public offices; the app limits requests by itself, with 429.',
  },
  {
    path: 'Edge',
    id: 'AwsSolutions::AwsSolutions-CFR3',
    reason: 'Logs of the edge keep the addresses of readers, which no part of the service keeps.',
  },
  {
    path: 'Edge',
    id: 'AwsSolutions::AwsSolutions-CFR4',
    reason:
      'CloudFront decides for its own domain; with a domain of the office, TLS 1.2 of 2021 is the least.',
  },
  {
    path: 'Api',
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason: 'The app checks the bearer token of every request, as it does on a laptop.',
  },
  {
    path: 'Indexing',
    id: 'AwsSolutions::AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue.',
  },
  {
    path: 'Indexing',
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'It is the dead-letter queue.',
  },
  {
    path: 'Notifying',
    id: 'AwsSolutions::AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue.',
  },
  {
    path: 'Notifying',
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'It is the dead-letter queue.',
  },
  {
    path: 'Notify',
    id: 'Serverless::Serverless-LambdaDLQ',
    reason: 'It is called by the mapping of its queue, which has a dead-letter queue of its own.',
  },
  {
    path: 'Notify',
    id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason: 'Mappings of a queue take no destination: what failed goes to its dead-letter queue.',
  },
  ...['Reading', 'Publishing'].map((path) => ({
    path,
    id: 'Serverless::Serverless-LambdaDLQ',
    reason: 'It is called by somebody who waits for the answer: nothing of it is queued.',
  })),
  {
    path: 'Indexer',
    id: 'Serverless::Serverless-LambdaDLQ',
    reason: 'It is called by the mapping of the stream, which puts failed records on the dead-letter queue.',
  },
  {
    path: '',
    id: 'Serverless::Serverless-LambdaTracing',
    reason: 'A line of the log for each event tells more than a trace, and costs nothing more.',
  },
];
