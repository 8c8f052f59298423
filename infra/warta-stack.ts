import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { type Office, office } from '../functions/office/settings.ts';
import { ArticleTable } from './constructs/article-table.ts';
import { Alarms } from './constructs/alarms.ts';
import { Indexing } from './constructs/indexing.ts';
import { MediaBucket } from './constructs/media-bucket.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { Notifying } from './constructs/notifying.ts';
import { PublishingApi } from './constructs/publishing-api.ts';
import { PublishingToken } from './constructs/publishing-token.ts';
import { ReadingEdge } from './constructs/reading-edge.ts';
import { SegmentBucket } from './constructs/segment-bucket.ts';
import type { Stage } from './stages.ts';

/**
 * The service in AWS. Nothing in it is always on: while nobody asks, only storage and the token cost anything.
 *
 *     readers ──▶ edge (CloudFront) ──▶ pictures
 *                                   ──▶ reading ─────reads──▶ ┌──────────┐
 *                                          └───────reads──▶   │ articles │──▶ stream ──▶ indexer ──▶ dead letters
 *                                      ┌──────────┐           │ manifest │◀──────────────┤
 *                                      │ segments │◀──────────┼──────────┼───────────────┤
 *                                      └──────────┘           └──────────┘               └─ compact, reindex
 *     writers ──▶ HTTP API ───────────▶ publishing ─writes──▶      ▲
 *                                          ├───────reads──▶ token
 *                                          └──────writes──▶ pictures
 *
 *     indexer ──▶ notices ──▶ notify ──▶ hubs          where the settings name any
 *
 *     every part ──▶ alarms, each with its section in docs/operations.md ──▶ dashboard
 */
export class WartaStack extends Stack {
  constructor(app: App, stage: Stage, { hubs }: Pick<Office, 'hubs'> = office) {
    const { stackName, region } = stage;
    super(app, stackName, {
      stackName,
      description: `${office.name}: feeds, search and pages`,
      ...(region === undefined ? {} : { env: { region } }),
    });

    const media = new MediaBucket(this, 'Media', stage);
    const articles = new ArticleTable(this, 'Articles', stage);
    const segments = new SegmentBucket(this, 'Segments');
    const token = new PublishingToken(this, 'Token', stage);

    const reading = new NodeFunction(this, 'Reading', {
      entry: 'reading.ts',
      description: 'Answers readers: feeds, pages and search',
      // The whole index of 100,000 articles is held in memory.
      memoryMiB: 1024,
      logRetention: stage.logRetention,
    });
    articles.grantRead(reading);
    articles.grantCount(reading);
    segments.grantRead(reading);
    const edge = new ReadingEdge(this, 'Edge', { reading, media }, stage);

    const publishing = new NodeFunction(this, 'Publishing', {
      entry: 'publishing.ts',
      description: 'Takes articles in: the only one that may write them',
      // A photograph of 25 million pixels is read in 1.2 GB; and a whole processor makes it small in seconds.
      memoryMiB: 1769,
      logRetention: stage.logRetention,
    });
    articles.grantWrite(publishing);
    token.grantRead(publishing);
    media.grantAdd(publishing);
    const api = new PublishingApi(this, 'Api', publishing, stage);

    const indexing = new Indexing(this, 'Indexing', { articles, segments }, stage);
    indexing.grantRing(publishing);
    const notifying =
      hubs.length === 0
        ? undefined
        : new Notifying(this, 'Notifying', { articles, indexer: indexing.indexer }, stage);
    new Alarms(this, 'Alarms', { reading, publishing, indexing, notifying, articles }, stage);

    new CfnOutput(this, 'ReadingAddress', {
      value: edge.address,
      description: `Where readers are served. The settings say that it is ${office.baseUrl}`,
    });
    new CfnOutput(this, 'PublishingAddress', {
      value: api.address,
      description: 'Where articles are sent to, with the token as a bearer',
    });
    new CfnOutput(this, 'TokenSecret', {
      value: token.secretName,
      description: 'The secret in Secrets Manager that holds the publishing token',
    });
    new CfnOutput(this, 'MediaBucketName', {
      value: media.bucket.bucketName,
      description: 'The bucket that holds the pictures of the office, for its backup',
    });
  }
}
