import { beforeAll, describe, expect, it } from 'vitest';
import type { Dependencies } from '../../functions/http/dependencies.ts';
import { createApp } from '../../functions/http/app.ts';
import { office } from '../../functions/office/settings.ts';
import { articleTable, toCreateTableInput } from '../../functions/articles/table.ts';
import { findStage, stages } from '../../infra/stages.ts';
import { synthesize } from './synthesized.ts';

let stack: ReturnType<typeof synthesize>;
beforeAll(() => {
  stack = synthesize('production');
});

describe('the table', () => {
  it('has the keys and indexes of the one description, on demand', () => {
    const { TableName: _, AttributeDefinitions, ...described } = toCreateTableInput('any');
    const [table] = stack.propertiesOf('AWS::DynamoDB::Table');
    expect(table).toMatchObject(described);
    expect(described.BillingMode).toBe('PAY_PER_REQUEST');

    const byName = new Set(AttributeDefinitions);
    expect(new Set(arrayOf(table?.['AttributeDefinitions']))).toEqual(byName);
  });

  it('survives a mistake: recovery to any second, protected from deletion, kept when the stack goes', () => {
    expect(stack.ofType('AWS::DynamoDB::Table')).toMatchObject([
      {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      },
    ]);
  });

  it('tells of every change with both images', () => {
    const [table] = stack.propertiesOf('AWS::DynamoDB::Table');
    expect(table?.['StreamSpecification']).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  });
});

describe('the functions', () => {
  it('run on arm64 and nodejs24.x, and log lines of JSON', () => {
    const functions = stack.propertiesOf('AWS::Lambda::Function');
    expect(functions).toHaveLength(5);
    for (const properties of functions) {
      expect(properties).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.stringMatching(/Log/) } },
      });
    }
  });

  it('keep their logs for a limited time', () => {
    const groups = stack.propertiesOf('AWS::Logs::LogGroup');
    expect(groups.map((group) => group['RetentionInDays'])).toEqual([90, 90, 90, 90, 90, 90]);
  });

  it('are told where the table is, and each what else it needs', () => {
    const TABLE_NAME = { Ref: expect.stringMatching(/^ArticlesTable/) };
    const TOKEN_SECRET = { Ref: expect.stringMatching(/^TokenSecret/) };
    const MEDIA_BUCKET = { Ref: expect.stringMatching(/^MediaBucket/) };
    const SEGMENT_BUCKET = { Ref: expect.stringMatching(/^SegmentsBucket/) };
    const REINDEX_FUNCTION = { Ref: expect.stringMatching(/^Reindex/) };
    const PUBLISHING_ADDRESS = { 'Fn::GetAtt': [expect.stringMatching(/^ApiHttpApi/), 'ApiEndpoint'] };
    const environments = stack.propertiesOf('AWS::Lambda::Function').map((each) => each['Environment']);
    expect(environments).toEqual([
      { Variables: { TABLE_NAME, SEGMENT_BUCKET } },
      { Variables: { TABLE_NAME, TOKEN_SECRET, MEDIA_BUCKET, PUBLISHING_ADDRESS, REINDEX_FUNCTION } },
      { Variables: { TABLE_NAME, SEGMENT_BUCKET } },
      { Variables: { TABLE_NAME, SEGMENT_BUCKET, REINDEX_FUNCTION } },
      { Variables: { TABLE_NAME, SEGMENT_BUCKET, REINDEX_FUNCTION } },
    ]);
  });

  it('may do what their code does, and no more: the reading one writes counts alone', () => {
    const logs = ['logs:CreateLogStream', 'logs:PutLogEvents'];
    const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
    const token = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];
    const fetches = ['s3:GetObject', 's3:ListBucket'];
    expect(actionsOf('Reading')).toEqual(
      [...reads, 'dynamodb:PutItem', 'dynamodb:UpdateItem', ...fetches, ...logs].toSorted(),
    );
    const puts = stack.statementsOf('Reading').filter(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(puts).toMatchObject([
      { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['readers#*'] } } },
    ]);
    const updates = stack
      .statementsOf('Reading')
      .filter(({ Action }) => Action.includes('dynamodb:UpdateItem'));
    expect(updates).toMatchObject([
      { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['searches#*'] } } },
    ]);
    expect(actionsOf('Publishing')).toEqual(
      [
        ...reads,
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:PutItem',
        'lambda:InvokeFunction',
        's3:PutObject',
        ...logs,
        ...token,
      ].toSorted(),
    );
  });

  it('may ask for no key, session, answer or act by name, but the publishing one', () => {
    const readable = ['article#*', 'slug#*', 'address#*', 'index#*', 'lexicon'];
    for (const name of ['Reading', 'Indexer', 'Compact', 'Reindex']) {
      const reads = stack
        .statementsOf(name)
        .filter(({ Action }) => Action.some((action) => /^dynamodb:(Batch)?GetItem$/.test(action)));
      expect(reads).toMatchObject([
        {
          Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': readable } },
        },
      ]);
    }
  });

  it('are granted named resources only: no wildcard, and no policy of AWS that has one', () => {
    const statements = [...stack.statementsOf('Reading'), ...stack.statementsOf('Publishing')];
    const wild = statements
      .map(({ Resource }) => JSON.stringify(Resource))
      .filter((each) => each.includes('*'));
    expect(wild).toEqual([
      expect.stringMatching(/SegmentsBucket.*"\/segments\/\*"/),
      expect.stringMatching(/MediaBucket.*"\/media\/\*"/),
    ]);
    const roles = stack.propertiesOf('AWS::IAM::Role');
    expect(roles).toHaveLength(5);
    for (const role of roles) expect(role).not.toHaveProperty('ManagedPolicyArns');
  });

  it('may query each index of the description', () => {
    const queries = stack.statementsOf('Reading').filter(({ Action }) => Action.includes('dynamodb:Query'));
    const granted = [...JSON.stringify(queries).matchAll(/\/index\/([^"]+)/g)].map((match) => match[1]);
    expect(granted).toEqual(Object.values(articleTable.indexes).map((index) => index.name));
  });
});

describe('the edge', () => {
  it('is the only way to the reading function: by signed requests of this distribution', () => {
    const urls = stack.propertiesOf('AWS::Lambda::Url');
    expect(urls.map((url) => url['AuthType'])).toEqual(['AWS_IAM']);

    const Principal = 'cloudfront.amazonaws.com';
    const granted = stack
      .propertiesOf('AWS::Lambda::Permission')
      .filter((each) => each['Principal'] === Principal);
    expect(granted).toMatchObject([
      { Action: 'lambda:InvokeFunctionUrl' },
      { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    ]);
    for (const { SourceArn } of granted) expect(JSON.stringify(SourceArn)).toMatch(/"Ref":"EdgeDistribution/);
    const signed = { SigningBehavior: 'always', SigningProtocol: 'sigv4' };
    expect(stack.propertiesOf('AWS::CloudFront::OriginAccessControl')).toMatchObject([
      { OriginAccessControlConfig: { OriginAccessControlOriginType: 'lambda', ...signed } },
      { OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', ...signed } },
    ]);
  });

  it('tells the app who asks, and by which reader, without keying the cache by it', () => {
    expect(stack.propertiesOf('AWS::CloudFront::OriginRequestPolicy')).toMatchObject([
      {
        OriginRequestPolicyConfig: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { Headers: ['CloudFront-Viewer-Address', 'User-Agent'] },
        },
      },
    ]);
  });

  it('keys its cache by the whole query in its one spelling and the coding, and forwards no cookie', () => {
    expect(stack.propertiesOf('AWS::CloudFront::CachePolicy')).toMatchObject([
      {
        CachePolicyConfig: {
          MinTTL: 0,
          DefaultTTL: 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            CookiesConfig: { CookieBehavior: 'none' },
            EnableAcceptEncodingBrotli: true,
            EnableAcceptEncodingGzip: true,
            HeadersConfig: { HeaderBehavior: 'none' },
            QueryStringsConfig: { QueryStringBehavior: 'all' },
          },
        },
      },
    ]);
    const [distribution] = stack.propertiesOf('AWS::CloudFront::Distribution');
    expect(distribution?.['DistributionConfig']).toMatchObject({
      DefaultCacheBehavior: {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [expect.any(String), 'FunctionARN'] } },
        ],
      },
    });
  });

  it('speaks HTTPS only, up to HTTP/3, and holds an error for a second', () => {
    const [distribution] = stack.propertiesOf('AWS::CloudFront::Distribution');
    expect(distribution?.['DistributionConfig']).toMatchObject({
      HttpVersion: 'http2and3',
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: 'redirect-to-https',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        CachePolicyId: { Ref: expect.stringMatching(/CachePolicy/) },
        Compress: true,
      },
      CustomErrorResponses: expect.arrayContaining([
        { ErrorCode: 404, ErrorCachingMinTTL: 1 },
        { ErrorCode: 503, ErrorCachingMinTTL: 1 },
      ]),
    });
  });
});

describe('the publishing API', () => {
  it('offers what writers ask for, all of it, and of what readers ask for an article, the description and the way to pictures', () => {
    const offered = stack
      .propertiesOf('AWS::ApiGatewayV2::Route')
      .map((route) => String(route['RouteKey']).replaceAll(/\{\w+\}/g, '*'));
    const desk = ['/redaksi', '/redaksi/{proxy+}', '/en/redaksi', '/en/redaksi/{proxy+}'].flatMap((path) => [
      `GET ${path}`,
      `POST ${path}`,
    ]);
    expect(new Set(offered)).toEqual(
      new Set(['GET /api/articles/*', 'GET /openapi.json', 'GET /media/*', ...routesForWriters(), ...desk]),
    );
  });

  it('is throttled, and logs every request, by its route: an address may hold a key', () => {
    const stages = stack.propertiesOf('AWS::ApiGatewayV2::Stage');
    expect(JSON.stringify(stages)).toContain('$context.routeKey');
    expect(JSON.stringify(stages)).not.toContain('$context.path');
    expect(stages).toMatchObject([
      {
        StageName: '$default',
        DefaultRouteSettings: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
        AccessLogSettings: { Format: expect.stringContaining('$context.requestId') },
      },
    ]);
  });

  it('has its token made in AWS: the template holds none', () => {
    const secrets = stack.ofType('AWS::SecretsManager::Secret');
    expect(secrets).toMatchObject([
      {
        DeletionPolicy: 'Retain',
        Properties: { GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true } },
      },
    ]);
    expect(secrets[0]?.Properties).not.toHaveProperty('SecretString');
    expect(stack.text).not.toContain('{{resolve:secretsmanager');
  });
});

describe('the whole stack', () => {
  it('holds nothing that costs while nobody reads or writes', () => {
    const services = new Set(stack.resources.map(({ Type }) => Type.split('::')[1]));
    expect([...services].toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'ApiGatewayV2',
      'CloudFront',
      'CloudWatch',
      'DynamoDB',
      'Events',
      'IAM',
      'Lambda',
      'Logs',
      'S3',
      'SecretsManager',
      'SQS',
    ]);
    expect(stack.text).not.toMatch(/Provisioned(Throughput|Concurrency)|WarmThroughput|VpcConfig/);
  });

  it('says where readers and writers go, and which secret is the token', () => {
    expect(stack.outputNames).toEqual([
      'ReadingAddress',
      'PublishingAddress',
      'TokenSecret',
      'MediaBucketName',
    ]);
  });

  it('is the same at every synthesis', () => {
    expect(synthesize('production').text).toBe(stack.text);
  });
});

describe('a stage', () => {
  it('to try things on leaves nothing behind', () => {
    const trial = synthesize('trial');
    expect(trial.text).not.toContain('Retain');
    expect(trial.propertiesOf('AWS::DynamoDB::Table')).toMatchObject([{ DeletionProtectionEnabled: false }]);
  });

  it('has a stack of its own', () => {
    const names = Object.values(stages).map(({ stackName }) => stackName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('that does not exist is answered with those that do', () => {
    expect(() => findStage('staging')).toThrow('choose one of production, trial');
  });
});

function actionsOf(functionName: string): string[] {
  return stack
    .statementsOf(functionName)
    .flatMap(({ Action }) => Action)
    .toSorted();
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What the app has more where it publishes. */
function routesForWriters(): string[] {
  const routesOf = (dependencies: object) =>
    // Nothing is asked: the routes alone are looked at.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    createApp({ office, now: () => new Date(0), ...dependencies } as Dependencies).routes.flatMap(
      ({ method, path }) =>
        method === 'ALL' ? [] : [`${method} ${path.replaceAll(/:\w+(\{[^/]*\})?/g, '*')}`],
    );
  const forReaders = new Set(routesOf({}));
  return [...new Set(routesOf({ publishing: {} }))].filter((route) => !forReaders.has(route));
}
