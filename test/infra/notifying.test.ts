import { beforeAll, describe, expect, it } from 'vitest';
import { addNag } from '../../infra/nag.ts';
import { createStack, synthesize } from './synthesized.ts';

const hubs = [{ url: 'https://hub.example/' }];

let stack: ReturnType<typeof synthesize>;
beforeAll(() => {
  stack = synthesize('production', hubs);
});

describe('a stack of an office without hubs', () => {
  it('has nothing to tell them with, and nobody who rings for it', () => {
    const without = synthesize('production');
    expect(without.text).not.toMatch(/notif|notice/i);
    expect(without.ofType('AWS::Lambda::Function')).toHaveLength(5);
    expect(without.ofType('AWS::SQS::Queue')).toHaveLength(1);
  });
});

describe('a stack of an office with hubs', () => {
  it('has one function and two queues more: one for notices, one for those that were given up', () => {
    expect(stack.ofType('AWS::Lambda::Function')).toHaveLength(6);
    const queues = stack.propertiesOf('AWS::SQS::Queue');
    expect(queues).toHaveLength(3);
    for (const queue of queues) expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
    expect(queues.filter((queue) => queue['RedrivePolicy'] !== undefined)).toMatchObject([
      {
        MessageRetentionPeriod: 14 * 86_400,
        RedrivePolicy: {
          maxReceiveCount: 4,
          deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^NotifyingDeadLetters/), 'Arn'] },
        },
      },
    ]);
  });

  it('brings notices in small batches to few at once, and again where it failed', () => {
    const [, mapping] = stack.propertiesOf('AWS::Lambda::EventSourceMapping');
    const [, , , , , notify] = stack.propertiesOf('AWS::Lambda::Function');
    expect(mapping).toMatchObject({
      BatchSize: 5,
      MaximumBatchingWindowInSeconds: 20,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const notices = stack
      .propertiesOf('AWS::SQS::Queue')
      .find((queue) => queue['RedrivePolicy'] !== undefined);
    expect(Number(notices?.['VisibilityTimeout'])).toBeGreaterThanOrEqual(3 * Number(notify?.['Timeout']));
  });

  it('tells indexer and notify where the notices go, with the right to send them there', () => {
    const NOTICE_QUEUE = { Ref: expect.stringMatching(/^NotifyingNotices/) };
    const told = stack
      .propertiesOf('AWS::Lambda::Function')
      .filter(({ Environment }) => JSON.stringify(Environment).includes('NOTICE_QUEUE'));
    expect(told.map(({ Description }) => Description)).toEqual([
      expect.stringContaining('searchable'),
      expect.stringContaining('WebSub'),
    ]);
    for (const each of told) expect(each).toMatchObject({ Environment: { Variables: { NOTICE_QUEUE } } });
    const senders = ['Reading', 'Publishing', 'Indexer', 'Compact', 'Reindex', 'Notify'].filter((name) =>
      stack
        .statementsOf(name)
        .some(
          ({ Action, Resource }) =>
            Action.includes('sqs:SendMessage') && JSON.stringify(Resource).includes('NotifyingNotices'),
        ),
    );
    expect(senders).toEqual(['Indexer', 'Notify']);
  });

  it('lets notify read articles and note what it told, and no more: no segment, no token, no list', () => {
    const rights = stack.statementsOf('Notify').filter(({ Action }) => !/logs|sqs/.test(Action.join(' ')));
    const onKeys = (...keys: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } });
    expect(rights).toMatchObject([
      { Action: ['dynamodb:BatchGetItem'], Condition: onKeys('article#*') },
      { Action: ['dynamodb:Query'], Condition: onKeys('article#*', 'websub#*') },
      { Action: ['dynamodb:PutItem'], Condition: onKeys('websub#*') },
    ]);
    for (const { Resource } of stack.statementsOf('Notify')) {
      expect(JSON.stringify(Resource)).not.toContain('*');
    }
  });

  it('has nothing that the rules find without a reason', () => {
    const context = { 'aws:cdk:bundling-stacks': [] };
    const { app, stack: noted } = createStack('production', context, { hubs });
    addNag(app, noted);
    expect(() => app.synth()).not.toThrow();
  });
});
