import { Hono } from 'hono';
import { zoneOffset } from '../../office/zone.ts';
import { type SearchCount, weekOf } from '../../readers/search-statistics.ts';
import type { DeskParts, DeskEnv } from './desk-parts.ts';
import { renderReadersPage } from './pages/readers.ts';

const days = 30;
const weeks = 4;

/** Who subscribes, and what was sought and not found. */
export function readerPageRoutes({ office, dependencies }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { readers, searches, now } = dependencies;

  app.get('/pembaca', async (c) => {
    const [counts, sought] = await Promise.all([readers.list(now(), days), readSearches()]);
    // The newest day comes first: what was said there last is what counts.
    const last = new Map(counts.toReversed().map((count) => [`${count.feed} ${count.client}`, count]));
    const view = {
      counts: [...last.values()].sort((a, b) => b.subscribers - a.subscribers),
      searches: sought,
    };
    return c.html(await renderReadersPage(c.get('desk'), view));
  });

  return app;

  /** What was not found comes first. */
  async function readSearches(): Promise<SearchCount[]> {
    const zone = zoneOffset(office.timeZone);
    const starts = Array.from(
      { length: weeks },
      (_, ago) => new Date(now().getTime() - ago * 7 * 86_400_000),
    );
    const lists = await Promise.all(starts.map((start) => searches.list(weekOf(start, zone))));
    const sums = new Map<string, SearchCount>();
    for (const { query, times, withoutResult } of lists.flat()) {
      const sum = sums.get(query) ?? { query, times: 0, withoutResult: 0 };
      sums.set(query, {
        query,
        times: sum.times + times,
        withoutResult: sum.withoutResult + withoutResult,
      });
    }
    return [...sums.values()].sort((a, b) => b.withoutResult - a.withoutResult || b.times - a.times);
  }
}
