import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { pointToEdge } from './edge-domain.ts';
import type { MediaBucket } from './media-bucket.ts';
import type { NodeFunction } from './node-function.ts';

/**
 * The edge before the reading function and the pictures: the only way to them, and a cache that keeps what the
 * app says.
 */
export class ReadingEdge extends Construct {
  readonly address: string;

  constructor(
    scope: Construct,
    id: string,
    { reading, media }: { readonly reading: NodeFunction; readonly media: MediaBucket },
    { domain, firewall }: Pick<Stage, 'domain' | 'firewall'>,
  ) {
    super(scope, id);
    const url = reading.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      // CloudFront drops the Content-Encoding of a stream.
      invokeMode: InvokeMode.BUFFERED,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Warta: feeds, search and pages',
      defaultBehavior: {
        origin: FunctionUrlOrigin.withOriginAccessControl(url),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // OPTIONS for pages of other sites that ask with the validators of their copy.
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        cachePolicy: createCachePolicy(this),
        originRequestPolicy: createOriginRequestPolicy(this),
        functionAssociations: [
          { eventType: FunctionEventType.VIEWER_REQUEST, function: createCanonicalQuery(this) },
        ],
        // For what the app leaves plain; what it compressed itself passes as it is.
        compress: true,
      },
      additionalBehaviors: { '/media/*': pictures(this, media) },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // With Jakarta, Singapore and their neighbours, without the two dearest continents.
      priceClass: PriceClass.PRICE_CLASS_200,
      errorResponses: errorStatuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(1) })),
      ...(domain !== undefined && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      ...(firewall?.arn !== undefined && { webAclId: firewall.arn }),
    });
    media.grantMiss(distribution);
    if (domain?.zone !== undefined) pointToEdge(this, domain.zone, domain.name, distribution);
    this.address = `https://${domain?.name ?? distribution.domainName}`;
  }
}

/**
 * What is in the key is all that reaches the app, and the app says how long its answer is kept. The whole
 * query, as {@link createCanonicalQuery} leaves it: a policy lists ten parameters at most, and the service
 * has more. No cookie: one that is forwarded ends conditional requests. The readers' own validators need no
 * forwarding: the edge compares them with its copy, and asks the app with the validators of that copy.
 */
function createCachePolicy(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'CachePolicy', {
    comment: 'Warta: the query in its one spelling, and the coding',
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
  });
}

/**
 * Pictures come from their bucket with the headers that were put there with them: no function is called, and
 * what the edge does not have costs a GET of S3.
 */
function pictures(scope: Construct, { bucket }: MediaBucket): BehaviorOptions {
  return {
    // The library declares `isWebsite` with undefined in one of the two types, and without in the other.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    // By the path alone: neither query nor cookie reaches the bucket.
    cachePolicy: CachePolicy.CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS,
    responseHeadersPolicy: new ResponseHeadersPolicy(scope, 'MediaHeaders', {
      comment: 'Warta: a picture is a picture and nothing else',
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; sandbox",
          override: true,
        },
      },
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
    }),
    compress: false,
  };
}

function createCanonicalQuery(scope: Construct): Function {
  return new Function(scope, 'CanonicalQuery', {
    comment: 'Warta: one question has one spelling',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, '../edge/canonical-query.js') }),
  });
}

/** The app is told who asks, and by which reader: to ask the impatient to wait, and to count subscribers. */
function createOriginRequestPolicy(scope: Construct): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, 'OriginRequestPolicy', {
    comment: 'Warta: who asks',
    headerBehavior: OriginRequestHeaderBehavior.allowList('CloudFront-Viewer-Address', 'User-Agent'),
    cookieBehavior: OriginRequestCookieBehavior.none(),
    queryStringBehavior: OriginRequestQueryStringBehavior.none(),
  });
}

/** Left alone, the edge would hold an error for ten seconds: an article's first reader would hide it. */
const errorStatuses = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
