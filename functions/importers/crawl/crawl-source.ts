import { decodePage } from '../decode-page.ts';
import type { ArticleSource, Drafted, ImportItem } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import type { FetchedPage } from '../fetch-page.ts';
import type { RawPage } from '../page-source.ts';
import { type PageLinks, readPageLinks, withoutHash } from './page-links.ts';

export type CrawlOptions = {
  /** Articles that an earlier run has dealt with. */
  readonly done: ReadonlySet<string>;
  /** Of all kinds; whoever makes pages without end is stopped there. */
  readonly maxPages: number;
  readonly readLinks?: (html: string, url: string) => PageLinks;
};

/**
 * The articles of a site, found as a reader finds them: from a page that lists them, and the next such page,
 * and so on, within the host of the address given. A page is fetched once.
 */
export function createCrawlSource(
  dependencies: {
    /** Polite: it keeps the site's rules and pace, and to the site. */
    readonly fetchPage: (url: string) => Promise<FetchedPage>;
    readonly draft: (page: RawPage) => Drafted;
    readonly signal: AbortSignal;
  },
  starts: readonly string[],
  { done, maxPages, readLinks = readPageLinks }: CrawlOptions,
): ArticleSource {
  const { fetchPage, draft, signal } = dependencies;
  let read = 0;
  let known = starts.length;

  async function* items(): AsyncGenerator<ImportItem> {
    for (const start of starts) {
      const seen = new Set([withoutHash(start)]);
      const lists = [start];
      let listsWithoutNews = 0;
      for (let list = lists.shift(); list !== undefined && !signal.aborted; list = lists.shift()) {
        if (read >= maxPages) {
          yield tooMany(list, maxPages);
          return;
        }
        const fetched = await fetchOne(list);
        if (!fetched.ok) {
          yield { name: list, ok: false, problems: [fetched.problem] };
          continue;
        }
        const decoded = decodePage(fetched.bytes, fetched.charset);
        const links = decoded.ok ? readLinks(decoded.text, fetched.url) : { articles: [], next: [] };
        const fresh = links.articles.filter((address) => !seen.has(address));
        if (list === start && fresh.length === 0) {
          yield { name: start, ok: false, problems: [{ code: 'no-articles-found', values: {} }] };
        }
        listsWithoutNews = fresh.length === 0 ? listsWithoutNews + 1 : 0;
        for (const address of fresh) seen.add(address);
        known += fresh.length;
        for (const address of fresh) {
          if (signal.aborted) return;
          if (read >= maxPages) {
            yield tooMany(address, maxPages);
            return;
          }
          if (done.has(address)) {
            read++;
            continue;
          }
          yield await readArticle(address);
        }
        // Calendars go on for ever, and so do pages that are all the same.
        if (listsWithoutNews >= maxListsWithoutNews) return;
        for (const next of links.next) {
          if (seen.has(next)) continue;
          seen.add(next);
          lists.push(next);
          known++;
        }
      }
    }
  }

  async function readArticle(address: string): Promise<ImportItem> {
    const fetched = await fetchOne(address);
    if (!fetched.ok) return { name: address, ok: false, problems: [fetched.problem] };
    const { bytes, url, charset } = fetched;
    return {
      name: address,
      ...draftOrReason(() => draft({ name: address, bytes, url, ...(charset !== undefined && { charset }) })),
    };
  }

  async function fetchOne(address: string): Promise<FetchedPage> {
    const fetched = await fetchPage(address);
    read++;
    return fetched;
  }

  return { items: items(), progress: () => (known === 0 ? undefined : Math.min(1, read / known)) };
}

function tooMany(name: string, limit: number): ImportItem {
  return { name, ok: false, problems: [{ code: 'crawl-limit', values: { limit: String(limit) } }] };
}

const maxListsWithoutNews = 20;
