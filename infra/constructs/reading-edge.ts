import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';

/** The edge before the reading function: the only way to it, and a cache that keeps what the app says. */
export class ReadingEdge extends Construct {
  readonly address: string;

  constructor(scope: Construct, id: string, reading: NodeFunction) {
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
        // For what the app leaves plain; what it compressed itself passes as it is.
        compress: true,
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // With Jakarta, Singapore and their neighbours, without the two dearest continents.
      priceClass: PriceClass.PRICE_CLASS_200,
      errorResponses: errorStatuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(1) })),
    });
    this.address = `https://${distribution.domainName}`;
  }
}

/**
 * What is in the key is all that reaches the app, and the app says how long its answer is kept. No cookie:
 * one that is forwarded ends conditional requests. The readers' own validators need no forwarding: the edge
 * compares them with its copy, and asks the app with the validators of that copy.
 */
function createCachePolicy(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'CachePolicy', {
    comment: 'Warta: the parameters that the service knows, and the coding',
    queryStringBehavior: CacheQueryStringBehavior.allowList(...parameters),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
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

/** Every parameter of the public contract; others are stripped, and so cannot fill the cache. */
const parameters = 'q category tag author place from to sort limit cursor format'.split(' ');

/** Left alone, the edge would hold an error for ten seconds: an article's first reader would hide it. */
const errorStatuses = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
