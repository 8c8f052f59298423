import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToText } from '../../../functions/articles/html.ts';
import { parseMarkdownArticle } from '../../../functions/importers/markdown-article.ts';
import { createLiveIndex } from '../../../functions/search/live-index.ts';
import { toSample } from './sample.ts';

/** The articles that a first start brings; their ids are the days of their files. */
export const sampleArticles = readSampleArticles();

/** The same, in an index. */
export function indexSampleArticles() {
  const index = createLiveIndex('2018-01-01T00:00:00.000Z');
  for (const article of sampleArticles) index.put(article);
  return { index, days: new Set(sampleArticles.map(({ id }) => id)) };
}

function readSampleArticles() {
  const folder = 'functions/sample/articles';
  return readdirSync(folder).map((name) => {
    const parsed = parseMarkdownArticle(readFileSync(join(folder, name), 'utf8'));
    if (!parsed.ok) throw new Error(parsed.detail);
    const { title, summary, place, publishedAt } = parsed.article.fields;
    const text = [summary, htmlToText(parsed.article.bodyHtml), place].join('\n');
    const instant = new Date(String(publishedAt)).toISOString();
    return toSample({ id: name.slice(0, 10), title: String(title), text, publishedAt: instant });
  });
}
