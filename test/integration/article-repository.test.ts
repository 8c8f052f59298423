import { describe, it } from 'vitest';
import { describeArticleRepository } from '../contracts/article-repository.ts';
import { engines } from '../support/engines.ts';

for (const { name, start } of engines) {
  if (start !== undefined) describeArticleRepository(name, start);
  else describe.skip(`articles on ${name} (not installed: it is optional)`, () => it('is skipped', () => {}));
}
