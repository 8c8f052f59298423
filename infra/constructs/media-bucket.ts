import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { NodeFunction } from './node-function.ts';
import { privateBucket } from './private-bucket.ts';

/**
 * The pictures that the office uploads, below `media/`, as they are asked for. Unlike segments they cannot be
 * made again, so they outlive the stack as the articles do, and what was deleted comes back for as long as
 * the table's recovery reaches.
 */
export class MediaBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepsData }: Pick<Stage, 'keepsData'>) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...privateBucket,
      versioned: keepsData,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          ...(keepsData && {
            noncurrentVersionExpiration: Duration.days(35),
            expiredObjectDeleteMarker: true,
          }),
        },
      ],
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Tells the function which bucket it is, and lets it put pictures there: it reads none, and deletes none. */
  grantAdd(writer: NodeFunction): void {
    writer.addEnvironment('MEDIA_BUCKET', this.bucket.bucketName);
    const resources = [this.bucket.arnForObjects('media/*')];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources }));
  }

  /**
   * Lets the edge be told 404 of what is not there: whoever may not list is told 403. It has no way to list:
   * that is asked of the bucket's root, and what the edge asks for begins with `/media/`.
   */
  grantMiss(edge: Distribution): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        resources: [this.bucket.bucketArn],
        conditions: { StringEquals: { 'AWS:SourceArn': edge.distributionArn } },
      }),
    );
  }
}
