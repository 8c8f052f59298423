/** One line of a price list of AWS, in US dollars. */
export type Price = {
  readonly service: string;
  /** For one unit. */
  readonly usd: number;
  /** Units a month that cost nothing, in every account and for good; each account has them once. */
  readonly free: number;
  readonly source: string;
  /** `aws`: read on AWS's own page; `others`: read in somebody's account of it; `unverified`: not read anywhere on that day. */
  readonly checked: 'aws' | 'others' | 'unverified';
};

/** When the prices below were last looked at. */
export const pricesReadOn = '2026-11-26';

/**
 * List prices without tax: of us-east-1, but for the edge, which is priced by where the reader is: Indonesia.
 * Other regions cost up to a quarter more; those of Jakarta (ap-southeast-3) were not verified.
 */
export const prices = {
  edgeRequests: {
    service: 'CloudFront, HTTPS requests',
    usd: 0.012 / 10_000,
    free: 10_000_000,
    source: 'https://aws.amazon.com/cloudfront/pricing/',
    checked: 'unverified',
  },
  edgeGigabytes: {
    service: 'CloudFront, GB to readers',
    usd: 0.12,
    free: 1000,
    source: 'https://aws.amazon.com/cloudfront/pricing/',
    checked: 'aws',
  },
  edgeFunctionCalls: {
    service: 'CloudFront Functions, calls',
    usd: 0.1 / 1_000_000,
    free: 2_000_000,
    source: 'https://aws.amazon.com/cloudfront/pricing/',
    checked: 'others',
  },
  lambdaRequests: {
    service: 'Lambda, requests',
    usd: 0.2 / 1_000_000,
    free: 1_000_000,
    source: 'https://aws.amazon.com/lambda/pricing/',
    checked: 'others',
  },
  lambdaGigabyteSeconds: {
    service: 'Lambda on arm64, GB-seconds',
    usd: 0.000_013_333_4,
    free: 400_000,
    source: 'https://aws.amazon.com/lambda/pricing/',
    checked: 'others',
  },
  tableReads: {
    service: 'DynamoDB, read request units',
    usd: 0.125 / 1_000_000,
    free: 0,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: 'others',
  },
  tableWrites: {
    service: 'DynamoDB, write request units',
    usd: 0.625 / 1_000_000,
    free: 0,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: 'others',
  },
  tableGigabytes: {
    service: 'DynamoDB, GB kept',
    usd: 0.25,
    free: 25,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: 'aws',
  },
  backupGigabytes: {
    service: 'DynamoDB point-in-time recovery, GB',
    usd: 0.2,
    free: 0,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: 'unverified',
  },
  bucketGigabytes: {
    service: 'S3, GB kept',
    usd: 0.023,
    free: 0,
    source: 'https://aws.amazon.com/s3/pricing/',
    checked: 'unverified',
  },
  bucketWrites: {
    service: 'S3, PUT and LIST',
    usd: 0.005 / 1000,
    free: 0,
    source: 'https://aws.amazon.com/s3/pricing/',
    checked: 'unverified',
  },
  bucketReads: {
    service: 'S3, GET',
    usd: 0.0004 / 1000,
    free: 0,
    source: 'https://aws.amazon.com/s3/pricing/',
    checked: 'unverified',
  },
  publishingRequests: {
    service: 'API Gateway HTTP API, requests',
    usd: 1 / 1_000_000,
    free: 0,
    source: 'https://aws.amazon.com/api-gateway/pricing/',
    checked: 'others',
  },
  logGigabytes: {
    service: 'CloudWatch Logs, GB taken in',
    usd: 0.5,
    free: 5,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: 'others',
  },
  alarms: {
    service: 'CloudWatch, alarms',
    usd: 0.1,
    free: 10,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: 'others',
  },
  dashboards: {
    service: 'CloudWatch, dashboards',
    usd: 3,
    free: 3,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: 'others',
  },
  secrets: {
    service: 'Secrets Manager, secrets',
    usd: 0.4,
    free: 0,
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    checked: 'unverified',
  },
  secretReads: {
    service: 'Secrets Manager, calls',
    usd: 0.05 / 10_000,
    free: 0,
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    checked: 'unverified',
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

// What Object.keys knows no better.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const priceNames = Object.keys(prices) as readonly PriceName[];
