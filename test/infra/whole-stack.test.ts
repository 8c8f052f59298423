import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { synthesize } from './synthesized.ts';

/**
 * Whatever a change does to the stack, it shows here: `npx vitest run test/infra/whole-stack.test.ts -u`, and
 * then read the difference.
 */
it('the whole stack is what is written down', async () => {
  const { text } = synthesize('production');
  // Bundles are named by their content, which changes with every line of code.
  const template: unknown = JSON.parse(text.replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH'));
  await expect(stringify(template, { lineWidth: 110, aliasDuplicateObjects: false })).toMatchFileSnapshot(
    'whole-stack.yaml',
  );
});
