import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Article } from '../../../functions/articles/article.ts';
import { articleCodec } from '../../../functions/indexing/article-codec.ts';
import { type MadePart, toMadePart } from '../../../functions/indexing/merge-parts.ts';
import type { ArticleSegment } from '../../../functions/search/segments/article-segment.ts';
import { toSearchDocument } from '../../../functions/search/segments/document.ts';
import { createSearchIndex } from '../../../functions/search/search-index.ts';
import { inventArticles } from '../invented-articles.ts';
import { snapshotOptions, toSnapshotDocument } from './snapshot.ts';

/**
 * `make-corpus.ts FOLDER COUNT QUERY`: an index of so many invented articles as a rebuilding leaves it (four
 * segments), the same articles as a JSON snapshot of MiniSearch, and of the articles themselves those that the
 * latest feed and the query show. Text is of about 260 words an article.
 */
const [folder = '', count = '0', query = ''] = process.argv.slice(2);
const now = new Date();
await mkdir(join(folder, 'segments'), { recursive: true });

const articles = inventArticles(Number(count)).map((article, at): Article => {
  // All of them in the past, whatever their number.
  const publishedAt = new Date(Date.UTC(2015, 0, 1) + at * 3_000_000).toISOString();
  return { ...article, publishedAt, updatedAt: publishedAt };
});
const shares = [0, 1, 2, 3].flatMap((share) => makeShare(articles.filter((_, at) => at % 4 === share)));
for (const { name, bytes } of shares) await writeFile(join(folder, 'segments', name), bytes);

const snapshot = new MiniSearch(snapshotOptions);
for (const article of articles) snapshot.add(toSnapshotDocument(article));
await writeFile(join(folder, 'snapshot.json'), JSON.stringify(snapshot));

const page = createSearchIndex({ parts: shares, lastRemovalAt: '' }).search(
  { q: query, sort: 'relevance', limit: 20, repair: true },
  now,
);
const found = 'hits' in page ? page.hits.map(({ id }) => id) : [];
const shown = new Set<unknown>([
  ...found,
  ...snapshot
    .search(query)
    .slice(0, 20)
    .map(({ id }) => String(id)),
  ...articles.slice(-60).map(({ id }) => id),
]);
await writeFile(
  join(folder, 'parts.json'),
  JSON.stringify({
    articles: articles.filter(({ id }) => shown.has(id)),
    segments: shares.map(({ name, byteLength, segment }) => ({
      name,
      byteLength,
      documentCount: segment.documentCount,
      analyzerVersion: segment.analyzerVersion,
    })),
  }),
);

/** A share as a scan makes it: in chunks, which are then merged. */
function makeShare(share: readonly Article[]): MadePart<ArticleSegment>[] {
  const chunks: MadePart<ArticleSegment>[] = [];
  for (let start = 0; start < share.length; start += 2000) {
    const documents = share.slice(start, start + 2000).map(toSearchDocument);
    chunks.push(toMadePart(articleCodec, articleCodec.freeze(documents), now));
  }
  return chunks.length < 2 ? chunks : [toMadePart(articleCodec, articleCodec.merge(chunks), now)];
}
