import {
  generateAtomFeed,
  generateJsonFeed,
  generateRssFeed,
  parseAtomFeed,
  parseJsonFeed,
  parseRssFeed,
} from 'feedsmith';
import { type FeedFormat, feedFormatNames } from '../../../functions/feeds/format.ts';
import { renderFeed } from '../../../functions/feeds/render.ts';
import { feedUrlsOf, latestList, pageUrlOf } from '../../../functions/http/news-list.ts';
import { office } from '../../../functions/office/settings.ts';
import { inventArticles } from '../invented-articles.ts';
import { answer } from './answer.ts';

/** Answers `rss 20` with the milliseconds for one such feed, rendered by Warta or by feedsmith (the argument). */
const engine = process.argv[2] ?? '';

answer(
  Object.fromEntries(
    feedFormatNames.flatMap((format) =>
      [20, 1000].map((count) => {
        const document = toDocument(count);
        const ours = () => renderFeed(format, document);
        const render = engine === 'warta' ? ours : toFeedsmith(format, ours());
        return [`${format} ${count}`, () => [millisecondsOf(render, 4000 / count)]];
      }),
    ),
  ),
);

/** feedsmith is given what it reads in our own feed: equal content, mapped and guarded before the clock runs. */
function toFeedsmith(format: FeedFormat, feed: string): () => string {
  if (format === 'rss') {
    const content = parseRssFeed(feed);
    return () => generateRssFeed(content, { lenient: true });
  }
  if (format === 'atom') {
    const content = parseAtomFeed(feed);
    return () => generateAtomFeed(content, { lenient: true });
  }
  const content = parseJsonFeed(feed);
  return () => JSON.stringify(generateJsonFeed(content, { lenient: true }));
}

function toDocument(count: number) {
  const list = latestList(office);
  return {
    office,
    title: list.title,
    description: list.description,
    pageUrl: pageUrlOf(office, list),
    selfUrl: feedUrlsOf(office, list),
    updatedAt: '2026-01-01T00:00:00.000Z',
    articles: inventArticles(count),
  };
}

/** For one rendering, over so many. */
function millisecondsOf(render: () => string, times: number): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) render();
  return (performance.now() - start) / times;
}
