import { describe, expect, it } from 'vitest';
import judged from '../../relevance/judged.json' with { type: 'json' };
import { measure } from '../../relevance/measures.ts';
import { indexSampleArticles } from './sample-articles.ts';

const { index, days } = indexSampleArticles();

function judge(queries: Readonly<Record<string, string>>): { mrr: number; missed: string[] } {
  const ranks = Object.entries(queries).map(([q, right]) => {
    const page = index.search({ q, sort: 'relevance', limit: 10, repair: true }, new Date('2026-11-20'));
    if ('problem' in page) throw new Error(page.problem);
    const ids = page.hits.map(({ id }) => id);
    return { q, mrr: measure(ids, [right]).mrr };
  });
  return {
    mrr: ranks.reduce((sum, { mrr }) => sum + mrr, 0) / ranks.length,
    missed: ranks.filter(({ mrr }) => mrr < 1).map(({ q, mrr }) => `${q}: ${mrr.toFixed(2)}`),
  };
}

describe('the sample articles are found', () => {
  it('by queries that name one of them each', () => {
    const asked = Object.values(judged).flatMap((set) => Object.values<string>(set));
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(asked.filter((day) => !days.has(day))).toEqual([]);
  });

  it.each([
    ['title', 0.95],
    ['phrase', 0.95],
    ['morph', 0.9],
    ['typo', 0.9],
    ['abbr', 0.9],
    ['spell', 0.9],
    ['question', 0.85],
  ] as const)('by %s, with a mean reciprocal rank of at least %d', (set, floor) => {
    const { mrr, missed } = judge(judged[set]);
    expect({ isFound: mrr >= floor, missed: mrr >= floor ? [] : missed }).toEqual({
      isFound: true,
      missed: [],
    });
  });
});
