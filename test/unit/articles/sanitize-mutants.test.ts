import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AllowList, allowList, sanitizeBody, sanitizeBy } from '../../../functions/articles/sanitize.ts';
import { allAttributes, departuresOf, forbiddenSchemes, forbiddenTags } from '../../support/allowed-html.ts';

const without = (list: readonly string[], entry: string) => list.filter((other) => other !== entry);
const withAttributes = (tag: string, names: readonly string[]): AllowList => ({
  ...allowList,
  attributes: { ...allowList.attributes, [tag]: names },
});

/** Every allow-list that is one entry away from ours. */
const mutants: [string, AllowList][] = [
  ...(['tags', 'linkSchemes', 'pictureSchemes', 'textless'] as const).flatMap((part) =>
    allowList[part].map((entry): [string, AllowList] => [
      `${part} without ${entry}`,
      { ...allowList, [part]: without(allowList[part], entry) },
    ]),
  ),
  ...Object.entries(allowList.renamed).map(([from]): [string, AllowList] => [
    `${from} not renamed`,
    {
      ...allowList,
      renamed: Object.fromEntries(Object.entries(allowList.renamed).filter(([tag]) => tag !== from)),
    },
  ]),
  ...forbiddenTags.map((tag): [string, AllowList] => [
    `tags with ${tag}`,
    { ...allowList, tags: [...allowList.tags, tag] },
  ]),
  ...(['linkSchemes', 'pictureSchemes'] as const).flatMap((part) =>
    forbiddenSchemes.map((scheme): [string, AllowList] => [
      `${part} with ${scheme}`,
      { ...allowList, [part]: [...allowList[part], scheme] },
    ]),
  ),
  ...allowList.tags.flatMap((tag) => {
    const names = allowList.attributes[tag] ?? [];
    return [
      ...names.map((name): [string, AllowList] => [
        `${tag} without ${name}`,
        withAttributes(tag, without(names, name)),
      ]),
      ...allAttributes
        .filter((name) => !names.includes(name))
        .map((name): [string, AllowList] => [`${tag} with ${name}`, withAttributes(tag, [...names, name])]),
    ];
  }),
];

describe('the allow-list for bodies, entry by entry', () => {
  // The library warns of every mutant that lets a script through: that is what they are for.
  beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
  afterAll(() => void vi.restoreAllMocks());

  it('is what was decided', () => {
    expect([...departuresOf(sanitizeBody)]).toEqual([]);
  });

  it('has no entry that could be taken out, and none that could be added, without being noticed', () => {
    expect(mutants.length).toBeGreaterThan(1000);
    const survivors = mutants.filter(
      ([, mutant]) => departuresOf((html) => sanitizeBy(mutant, html)).next().done === true,
    );
    expect(survivors.map(([name]) => name)).toEqual([]);
  }, 120_000);
});
