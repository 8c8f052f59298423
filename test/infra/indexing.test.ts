import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledged } from '../../infra/nag.ts';
import { synthesize } from './synthesized.ts';

let stack: ReturnType<typeof synthesize>;
let withHubs: typeof stack;
beforeAll(() => {
  stack = synthesize('production');
  withHubs = synthesize('production', [{ url: 'https://hub.example/' }]);
});

describe('the way from the table to the index', () => {
  it('brings changes of articles only, splits what fails, and keeps what fails for good', () => {
    expect(stack.propertiesOf('AWS::Lambda::EventSourceMapping')).toMatchObject([
      {
        BatchSize: 100,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
        MaximumRetryAttempts: 10,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
        FilterCriteria: {
          Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"article#"}]}}}}' }],
        },
      },
    ]);
  });

  it('writes nothing of the table but manifest and progress', () => {
    for (const name of ['Indexer', 'Compact', 'Reindex']) {
      const puts = stack.statementsOf(name).filter(({ Action }) => Action.includes('dynamodb:PutItem'));
      expect(puts).toMatchObject([
        { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['index#*'] } } },
      ]);
    }
  });

  it('lets compact alone delete segments, and reindex alone walk over the table', () => {
    const mayDo = (action: string, on = '') =>
      ['Reading', 'Publishing', 'Indexer', 'Compact', 'Reindex'].filter((name) =>
        stack
          .statementsOf(name)
          .some(({ Action, Resource }) => Action.includes(action) && JSON.stringify(Resource).includes(on)),
      );
    expect(mayDo('s3:DeleteObject')).toEqual(['Compact']);
    expect(mayDo('s3:PutObject', 'SegmentsBucket')).toEqual(['Indexer', 'Compact', 'Reindex']);
    expect(mayDo('lambda:InvokeFunction')).toEqual(['Publishing', 'Indexer', 'Compact']);
  });

  it('works at night once', () => {
    expect(stack.propertiesOf('AWS::Events::Rule')).toMatchObject([
      { ScheduleExpression: 'cron(10 19 * * ? *)', State: 'ENABLED' },
    ]);
  });
});

describe('the bucket of the segments', () => {
  it('is nobody else’s: no public access of any kind, and TLS only', () => {
    expect(stack.propertiesOf('AWS::S3::Bucket')[0]).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const [policy] = stack.propertiesOf('AWS::S3::BucketPolicy');
    expect(JSON.stringify(policy)).toContain(
      '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
    );
  });
});

describe('an alarm', () => {
  it('has its section in the runbook, and every section of the runbook that is one its alarm', async () => {
    const runbook = await readFile(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
    const sections = [...runbook.matchAll(/^## ([a-z-]+)$/gm)].map((match) => match[1]);
    const alarms = withHubs
      .propertiesOf('AWS::CloudWatch::Alarm')
      .map((each) => String(each['AlarmDescription']));
    expect(new Set(alarms.map((text) => text.replace('docs/operations.md#', '')))).toEqual(new Set(sections));
    expect(alarms.length).toBeGreaterThan(8);
  });

  it('watches every function and the dead letters', () => {
    const watched = JSON.stringify(withHubs.propertiesOf('AWS::CloudWatch::Alarm'));
    const functions = ['Reading', 'Publishing', 'Indexer', 'Compact', 'Reindex', 'Notify'];
    for (const name of [...functions, 'IndexingDeadLetters', 'NotifyingDeadLetters']) {
      expect(watched).toMatch(new RegExp(`"(Ref|Fn::GetAtt)":\\[?"${name}`));
    }
  });
});

describe('a finding of the rules that stays', () => {
  it('says why, and where it holds', () => {
    for (const { path, id, reason } of acknowledged) {
      expect(id).toMatch(/^(AwsSolutions|Serverless)::/);
      expect(reason.length).toBeGreaterThan(20);
      expect(path === '' ? [id] : [path]).toEqual([expect.stringMatching(/^\w/)]);
    }
  });
});
