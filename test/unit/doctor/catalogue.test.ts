import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../functions/doctor/catalogue/catalogue.ts';
import { plantedAnswers } from './planted-answers.ts';
import { plantedDocuments } from './planted-documents.ts';

/** Found by tests of their own: a clock and a broken connection cannot be planted in a site. */
const plantedElsewhere = ['timed-out', 'not-modified-with-body'];

describe('the catalogue', () => {
  it('holds nothing that no test has seen found', () => {
    const planted = [...Object.keys(plantedDocuments), ...Object.keys(plantedAnswers), ...plantedElsewhere];
    expect(planted.sort()).toEqual(Object.keys(catalogue).sort());
  });

  it('stands in the documentation, each code under its severity', async () => {
    const page = await readFile(new URL('../../../docs/check-feeds.md', import.meta.url), 'utf8');
    for (const severity of ['error', 'warning', 'note']) {
      const section = new RegExp(`### ${severity}s\\n([^#]*)`, 'i').exec(page)?.[1] ?? '';
      const codes = [...section.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code);
      const entries = Object.entries(catalogue).filter(([, entry]) => entry.severity === severity);
      expect(codes.filter((code) => code !== undefined).sort()).toEqual(entries.map(([code]) => code).sort());
    }
  });

  it.each(Object.entries(catalogue))('says the same of %s in both languages', (_, { id, en }) => {
    const names = (texts: readonly string[]) => texts.map((text) => text.match(/\{\w+\}/g)?.sort() ?? []);
    expect(names(id)).toEqual(names(en));
    for (const text of [...id, ...en]) expect(text).toMatch(/^\S.*\S$/);
  });
});
