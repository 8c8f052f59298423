import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat, AccessLogField } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { NodeFunction } from './node-function.ts';

/**
 * The door for writers, apart from the readers' edge: a POST through CloudFront to a Function URL would
 * need the digest of its body from every client. The app itself checks the token.
 */
export class PublishingApi extends Construct {
  readonly address: string;

  constructor(
    scope: Construct,
    id: string,
    publishing: NodeFunction,
    { logRetention }: Pick<Stage, 'logRetention'>,
  ) {
    super(scope, id);
    const api = new HttpApi(this, 'HttpApi', {
      apiName: 'Warta publishing',
      description: 'Takes articles in',
      createDefaultStage: false,
    });
    const integration = new HttpLambdaIntegration('Publishing', publishing);
    for (const { path, methods } of routes) api.addRoutes({ path, methods, integration });

    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format },
    });
    this.address = api.apiEndpoint;
    // What a client signs is the address that it asks.
    publishing.addEnvironment('PUBLISHING_ADDRESS', this.address);
  }
}

/** The desk in both languages of the pages. */
const deskRoutes = ['/redaksi', '/redaksi/{proxy+}', '/en/redaksi', '/en/redaksi/{proxy+}'].map((path) => ({
  path,
  methods: [HttpMethod.GET, HttpMethod.POST],
}));

/**
 * What the publishing API offers: all that asks for the token, and the article as it is now, which whoever
 * edits reads here too.
 */
const routes = [
  { path: '/api/articles', methods: [HttpMethod.POST] },
  { path: '/api/articles/batch', methods: [HttpMethod.POST] },
  {
    path: '/api/articles/{id}',
    methods: [HttpMethod.GET, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE],
  },
  { path: '/api/articles/{id}/restore', methods: [HttpMethod.POST] },
  { path: '/api/articles/{id}/versions', methods: [HttpMethod.GET] },
  { path: '/api/articles/{id}/versions/{version}', methods: [HttpMethod.GET] },
  { path: '/api/lexicon', methods: [HttpMethod.GET, HttpMethod.PUT] },
  { path: '/api/reindex', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/api/export/articles', methods: [HttpMethod.GET] },
  { path: '/api/import/articles', methods: [HttpMethod.PUT] },
  { path: '/api/audit', methods: [HttpMethod.GET] },
  { path: '/api/keys', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/api/keys/{id}', methods: [HttpMethod.DELETE] },
  { path: '/api/readers', methods: [HttpMethod.GET] },
  { path: '/api/searches', methods: [HttpMethod.GET] },
  { path: '/openapi.json', methods: [HttpMethod.GET] },
  // Leads the desk's own pages to where readers get a picture.
  { path: '/media/{name}', methods: [HttpMethod.GET] },
  ...deskRoutes,
];

/** The route and not the path: a path may hold what was pasted into it, such as a whole key. */
const format = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    requestedAt: AccessLogField.contextRequestTime(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextRouteKey(),
    status: AccessLogField.contextStatus(),
    latencyMs: AccessLogField.contextResponseLatency(),
    failure: AccessLogField.contextIntegrationErrorMessage(),
  }),
);
