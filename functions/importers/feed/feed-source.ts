import { open } from 'node:fs/promises';
import { decodePage } from '../decode-page.ts';
import type { ArticleSource, Drafted, ImportItem } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import type { FetchedPage } from '../fetch-page.ts';
import { toFileProblem } from '../file-problem.ts';
import type { ImportProblem } from '../messages.ts';
import { type FeedEntry, type FeedPage, readFeedPage } from './feed-entry.ts';

/**
 * The entries of feeds, and of all the older documents that they lead to, the newest first. A document is
 * read once, however the links run, and entries that stand in several are taken once.
 */
export function createFeedSource(
  dependencies: {
    readonly fetchFeed: (url: string) => Promise<FetchedPage>;
    readonly draft: (
      entry: FeedEntry,
      feed: { readonly url: string | undefined; readonly title: string },
    ) => Drafted;
    readonly signal: AbortSignal;
  },
  names: readonly string[],
): ArticleSource {
  const { fetchFeed, draft, signal } = dependencies;
  async function* items(): AsyncGenerator<ImportItem> {
    for (const name of names) {
      const isAddress = /^https?:\/\//i.test(name);
      const seen = new Set<string>();
      const taken = new Set<string>();
      const waiting = [name];
      for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
        const read = isAddress ? await readAddress(next) : await readFile(next);
        const page = read.ok ? readFeedPage(read.text) : undefined;
        if (!read.ok || page === undefined) {
          const problem: ImportProblem = read.ok ? { code: 'not-a-feed', values: {} } : read.problem;
          yield { name: next, ok: false, problems: [problem] };
          continue;
        }
        const url = read.url;
        seen.add(next);
        if (url !== undefined) seen.add(url);
        yield* draftEntries(page, url, next, taken);
        // Archives overlap with pages: either leads to everything, and the archive is the one made for it.
        const first = page.older
          .flatMap((link) => URL.parse(link, url)?.href ?? [])
          .find((link) => !seen.has(link));
        if (first === undefined || !isAddress) continue;
        if (seen.size >= maxDocuments) {
          yield {
            name: first,
            ok: false,
            problems: [{ code: 'too-many-documents', values: { limit: String(maxDocuments) } }],
          };
        } else if (!waiting.includes(first)) waiting.push(first);
      }
    }
  }

  function* draftEntries(page: FeedPage, url: string | undefined, name: string, taken: Set<string>) {
    for (const [index, entry] of page.entries.entries()) {
      const key = entry.id || entry.url;
      if (key !== '' && taken.has(key)) continue;
      if (key !== '') taken.add(key);
      const drafted = draftOrReason(() => draft(entry, { url, title: page.title }));
      yield { name: entry.url || entry.id || `${name} (${index + 1})`, ...drafted };
    }
  }

  async function readAddress(url: string) {
    const fetched = await fetchFeed(url);
    if (!fetched.ok) return fetched;
    const decoded = decodePage(fetched.bytes, fetched.charset);
    return decoded.ok ? { ok: true as const, text: decoded.text, url: fetched.url } : decoded;
  }

  return { items: items(), progress: () => undefined };
}

async function readFile(
  path: string,
): Promise<
  | { readonly ok: true; readonly text: string; readonly url: undefined }
  | { readonly ok: false; readonly problem: ImportProblem }
> {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      if (size > maxFileBytes) {
        return {
          ok: false,
          problem: { code: 'page-too-large', values: { limit: `${maxFileBytes / 1e6} MB` } },
        };
      }
      const decoded = decodePage(await handle.readFile());
      return decoded.ok ? { ok: true, text: decoded.text, url: undefined } : decoded;
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, problem: toFileProblem(error) };
  }
}

const maxFileBytes = 50_000_000;
/** An archive in days, for fifty years; whoever makes endless ones is stopped here. */
const maxDocuments = 20_000;
