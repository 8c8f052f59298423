import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';
import { privateBucket } from './private-bucket.ts';

/** The segments of the search index: nothing that cannot be made again from the table. */
export class SegmentBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...privateBucket,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /** Tells the function which bucket it is, and lets it fetch segments by their name: no more. */
  grantRead(reader: NodeFunction): void {
    reader.addEnvironment('SEGMENT_BUCKET', this.bucket.bucketName);
    this.#allow(reader, ['s3:GetObject'], this.bucket.arnForObjects('segments/*'));
    // Without it S3 says of what is not there that it is forbidden.
    this.#allow(reader, ['s3:ListBucket'], this.bucket.bucketArn);
  }

  /** Lets it write segments too. */
  grantWrite(writer: NodeFunction): void {
    this.grantRead(writer);
    this.#allow(writer, ['s3:PutObject'], this.bucket.arnForObjects('segments/*'));
  }

  /** Lets it clear away what no manifest names. */
  grantClear(cleaner: NodeFunction): void {
    this.grantWrite(cleaner);
    this.#allow(cleaner, ['s3:DeleteObject'], this.bucket.arnForObjects('segments/*'));
  }

  #allow(grantee: NodeFunction, actions: string[], resource: string): void {
    grantee.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }));
  }
}
