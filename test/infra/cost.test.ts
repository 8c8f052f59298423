import { describe, expect, it } from 'vitest';
import { assumptions } from '../../functions/cost/assumptions.ts';
import { cachePolicy } from '../../functions/http/cache-policy.ts';
import { synthesize } from './synthesized.ts';

describe('what the estimate of costs says of the stack', () => {
  const stack = synthesize('production');

  it('is true of what is paid by the month', () => {
    expect(stack.ofType('AWS::CloudWatch::Alarm')).toHaveLength(assumptions.alarms);
    expect(stack.ofType('AWS::CloudWatch::Dashboard')).toHaveLength(assumptions.dashboards);
    expect(stack.ofType('AWS::SecretsManager::Secret')).toHaveLength(assumptions.secrets);
  });

  it('is true of the memory of the functions, and of the time that the edge keeps a feed', () => {
    const functions = stack.propertiesOf('AWS::Lambda::Function');
    const memoryOf = (description: RegExp) =>
      functions.find((each) => description.test(String(each['Description'])))?.['MemorySize'];
    expect({
      reading: memoryOf(/^Answers readers/),
      publishing: memoryOf(/^Takes articles/),
      indexer: memoryOf(/^Makes every change/),
      compact: memoryOf(/^At night/),
    }).toEqual(assumptions.memoryMiB);
    expect(cachePolicy.list).toContain(`s-maxage=${assumptions.edgeSeconds},`);
  });
});
