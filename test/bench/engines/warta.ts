import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ArticleSegment,
  freezeArticles,
  mergeArticleSegments,
  openArticleSegment,
} from '../../../functions/search/segments/article-segment.ts';
import type { SearchDocument } from '../../../functions/search/segments/document.ts';
import { createSearchIndex } from '../../../functions/search/search-index.ts';
import { renderSnippet } from '../../../functions/search/results/snippet.ts';
import type { SearchEngine } from './engine.ts';

/** The search of the service, with ranking, repairs, facets, cursor, and snippets of the ten best. */
export const warta: SearchEngine = {
  build: buildByParts,
  open(path, texts) {
    const now = new Date('2026-01-01T00:00:00Z');
    const parts = [{ segment: openSegmentFile(readFileSync(path)), deleted: new Set<number>() }];
    const index = createSearchIndex({ parts, lastRemovalAt: now.toISOString() });
    const search = (q: string) => {
      const page = index.search({ q, sort: 'relevance', limit: 10, repair: true }, now);
      return 'problem' in page
        ? page
        : page.hits.map(({ id, terms }) => renderSnippet(texts(Number(id)), terms));
    };
    return {
      'one word': search,
      'three words': search,
      'a question': search,
      'a phrase': search,
      'a prefix': (typed) => index.suggest(typed, 8, now),
      'a typo': search,
    };
  },
};

/** So many articles are frozen at a time, so that memory is bounded. */
const partSize = 20_000;

/** The parts wait on the disk and are merged at the end. */
function buildByParts(articles: Iterable<SearchDocument>, path: string): void {
  const folder = mkdtempSync(`${path}-parts-`);
  const files = freezeParts(articles, folder);
  if (files.length === 1) renameSync(files[0] ?? '', path);
  else {
    const parts = files.map((file) => openSegmentFile(readFileSync(file)));
    writeFileSync(path, mergeArticleSegments(parts.map((segment) => ({ segment, deleted: new Set() }))));
  }
  rmSync(folder, { recursive: true });
}

function freezeParts(articles: Iterable<SearchDocument>, folder: string): string[] {
  const files: string[] = [];
  let waiting: SearchDocument[] = [];
  const freeze = () => {
    const file = join(folder, String(files.length));
    writeFileSync(file, freezeArticles(waiting));
    files.push(file);
    waiting = [];
  };
  for (const article of articles) {
    if (waiting.length === partSize) freeze();
    waiting.push(article);
  }
  freeze();
  return files;
}

export function openSegmentFile(bytes: Uint8Array): ArticleSegment {
  const opened = openArticleSegment(bytes);
  if (!opened.ok) throw new Error(opened.detail);
  return opened.segment;
}
