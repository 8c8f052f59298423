import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { toSlug } from '../../../functions/articles/slug.ts';

it('has a file of tests for each section of docs/feeds.md, named after it', async () => {
  const text = await readFile('docs/feeds.md', 'utf8');
  const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => `${toSlug(heading)}.test.ts`);
  expect(sections.length).toBeGreaterThan(10);
  const here = await readdir(import.meta.dirname);
  const above = await readdir(`${import.meta.dirname}/..`);
  expect(sections.filter((name) => !here.includes(name) && !above.includes(name))).toEqual([]);
  expect(here.filter((name) => name !== 'sections.test.ts' && !sections.includes(name))).toEqual([]);
});
