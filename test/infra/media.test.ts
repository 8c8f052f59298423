import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cachePolicy } from '../../functions/http/cache-policy.ts';
import { synthesize } from './synthesized.ts';

const stack = synthesize('production');
const isMedia = ({ Properties }: { readonly Properties: Record<string, unknown> }) =>
  'VersioningConfiguration' in Properties;

describe('the bucket of the pictures', () => {
  it('is private, speaks TLS 1.2 at the least, and outlives the stack with what was deleted of late', () => {
    const buckets = stack.ofType('AWS::S3::Bucket');
    expect(buckets.filter(isMedia)).toMatchObject([
      {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          VersioningConfiguration: { Status: 'Enabled' },
          LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }] },
        },
      },
    ]);
    for (const { Properties } of buckets) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
    }
    expect(policyOfMedia().filter(({ Effect }) => Effect === 'Deny')).toMatchObject([
      { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
    ]);
  });

  it('is read by this distribution alone, which can tell what is not there from what is forbidden', () => {
    const allowed = policyOfMedia().filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.map(({ Action }) => Action)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
      expect(JSON.stringify(Condition)).toMatch(/^\{"StringEquals":\{"AWS:SourceArn":.*EdgeDistribution/);
    }
  });

  it('is written by publishing alone, which neither reads nor deletes', () => {
    const granted = ['Reading', 'Publishing', 'Indexer', 'Compact', 'Reindex'].flatMap((name) =>
      stack
        .statementsOf(name)
        .filter(({ Resource }) => JSON.stringify(Resource).includes('MediaBucket'))
        .map(({ Action }) => [name, ...Action]),
    );
    expect(granted).toEqual([['Publishing', 's3:PutObject']]);
  });

  it('is gone with a stage to try things on', () => {
    const trial = synthesize('trial');
    for (const bucket of trial.ofType('AWS::S3::Bucket')) {
      expect(bucket).toMatchObject({ DeletionPolicy: 'Delete' });
      expect(isMedia(bucket)).toBe(false);
    }
  });
});

const distributionSchema = v.object({
  DistributionConfig: v.object({
    CacheBehaviors: v.array(
      v.looseObject({ TargetOriginId: v.string(), ResponseHeadersPolicyId: v.unknown() }),
    ),
    Origins: v.array(v.looseObject({ Id: v.string(), DomainName: v.unknown() })),
  }),
});

describe('a picture at the edge', () => {
  const [distribution] = stack.propertiesOf('AWS::CloudFront::Distribution');
  const { CacheBehaviors, Origins } = v.parse(distributionSchema, distribution).DistributionConfig;
  const [behavior] = CacheBehaviors;

  it('comes from the bucket by its path alone: no query, no cookie, no function', () => {
    expect(CacheBehaviors).toHaveLength(1);
    expect(behavior).toMatchObject({
      PathPattern: '/media/*',
      ViewerProtocolPolicy: 'redirect-to-https',
      // Managed-CachingOptimizedForUncompressedObjects: the key is the path.
      CachePolicyId: 'b2884449-e4de-46a7-ac36-70bc7f1ddd6d',
      Compress: false,
    });
    for (const property of ['OriginRequestPolicyId', 'FunctionAssociations', 'AllowedMethods']) {
      expect(behavior).not.toHaveProperty(property);
    }
    const origin = Origins.find(({ Id }) => Id === behavior?.TargetOriginId);
    expect(JSON.stringify(origin?.DomainName)).toMatch(/MediaBucket.*RegionalDomainName/);
    expect(origin).not.toHaveProperty('OriginPath');
  });

  it('is taken for nothing but a picture, and may be shown by other sites', () => {
    expect(stack.propertiesOf('AWS::CloudFront::ResponseHeadersPolicy')).toMatchObject([
      {
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            ContentTypeOptions: { Override: true },
            ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; sandbox", Override: true },
          },
          CorsConfig: {
            AccessControlAllowOrigins: { Items: ['*'] },
            AccessControlAllowCredentials: false,
          },
        },
      },
    ]);
    expect(behavior?.ResponseHeadersPolicyId).toEqual({ Ref: expect.stringMatching(/MediaHeaders/) });
  });

  it('is kept by the edge for as long as it says, which the managed policy allows', () => {
    const yearSeconds = 31_536_000;
    expect(cachePolicy.immutable).toBe(`public, max-age=${yearSeconds}, immutable`);
  });
});

function policyOfMedia() {
  return stack
    .propertiesOf('AWS::S3::BucketPolicy')
    .filter(({ Bucket }) => JSON.stringify(Bucket).includes('MediaBucket'))
    .flatMap((properties) => v.parse(policySchema, properties).PolicyDocument.Statement);
}

const policySchema = v.object({
  PolicyDocument: v.object({
    Statement: v.array(
      v.looseObject({
        Effect: v.string(),
        Action: v.unknown(),
        Principal: v.unknown(),
        Condition: v.unknown(),
      }),
    ),
  }),
});
