import { createCrawlSource } from '../../functions/importers/crawl/crawl-source.ts';
import { createPoliteFetch } from '../../functions/importers/crawl/polite-fetch.ts';
import { fetchPage } from '../../functions/importers/fetch-page.ts';
import { draftPressPage } from '../../functions/importers/press-page/press-page-draft.ts';
import { collect } from './collect.ts';

export const host = 'https://lama.example';

type Answer = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/** A site, its clock, and what was asked of it when: its pages by their paths, those elsewhere by their addresses. */
export function createSite(pages: Readonly<Record<string, Answer | string | (() => Answer)>>) {
  const asked: [string, number][] = [];
  let clock = 0;
  const serve: typeof fetch = (input) => {
    const path = String(input instanceof Request ? input.url : input).replace(host, '');
    asked.push([path, clock]);
    const found = pages[path] ?? { status: 404 };
    const {
      status = 200,
      body = '',
      headers = {},
    } = typeof found === 'string' ? { body: found } : typeof found === 'function' ? found() : found;
    return Promise.resolve(
      new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } }),
    );
  };
  const signal = new AbortController().signal;
  const polite = createPoliteFetch(
    {
      fetchPage: (url, options) => fetchPage({ fetch: serve, signal }, url, options),
      wait: (ms) => {
        clock += ms;
        return Promise.resolve();
      },
      now: () => clock,
      signal,
    },
    { delayMs: 500 },
  );
  const crawlFrom = (start: string, { done = new Set<string>(), maxPages = 1000 } = {}) =>
    collect(
      createCrawlSource(
        {
          fetchPage: polite,
          draft: (page) =>
            draftPressPage(page, {
              timeZone: 'Asia/Jakarta',
              language: 'id',
              category: 'umum',
              now: () => new Date(),
            }),
          signal,
        },
        [start],
        { done, maxPages },
      ).items,
    );
  const crawl = (start = '/', options = {}) => crawlFrom(host + start, options);
  const paths = () => asked.map(([path]) => path);
  return { crawl, crawlFrom, paths, asked };
}
