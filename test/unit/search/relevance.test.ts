import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../functions/articles/html.ts';
import { parseMarkdownArticle } from '../../../functions/importers/markdown-article.ts';
import { createLiveIndex } from '../../../functions/search/live-index.ts';
import judged from '../../relevance/judged.json' with { type: 'json' };
import { measure } from '../../relevance/measures.ts';
import { toSample } from './sample.ts';

const folder = 'functions/sample/articles';
const index = createLiveIndex('2018-01-01T00:00:00.000Z');
const days = new Set(
  readdirSync(folder).map((name) => {
    const parsed = parseMarkdownArticle(readFileSync(join(folder, name), 'utf8'));
    if (!parsed.ok) throw new Error(parsed.detail);
    const { title, summary, place, publishedAt } = parsed.article.fields;
    const id = name.slice(0, 10);
    const text = [summary, htmlToText(parsed.article.bodyHtml), place].join('\n');
    const instant = new Date(String(publishedAt)).toISOString();
    index.put(toSample({ id, title: String(title), text, publishedAt: instant }));
    return id;
  }),
);

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
