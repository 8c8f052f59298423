import { withDataFolder } from './data-folder.ts';
import { burst } from './load.ts';
import { alternate, compare } from './rounds.ts';
import { startWarta } from './servers.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 5;
const requestsInBurst = 300;

/** The same twenty articles as JSON and as a page: reading them, and compression, are in both. */
const lists = [
  { name: 'front page', json: '/api/articles?limit=20', page: '/' },
  { name: 'category', json: '/api/articles?category=ekonomi&limit=20', page: '/kategori/ekonomi' },
  { name: 'tag', json: '/api/articles?tag=banjir&limit=20', page: '/tag/banjir' },
  { name: 'search', json: '/api/search?q=bupati&limit=20', page: '/cari?q=bupati' },
] as const;

/** The server's CPU time for a page of the sample articles, beside the same list as JSON. */
export function benchPages(): Promise<Table> {
  return withDataFolder(async (dataPath) => {
    const warta = await startWarta(dataPath, 'on');
    const rows: string[][] = [];
    for (const { name, json, page } of lists) {
      const ask = (path: string) =>
        burst(warta, { path, headers: ['Accept-Encoding: br'], status: 200 }, requestsInBurst);
      const pairs = await alternate(
        rounds,
        () => ask(json),
        () => ask(page),
      );
      const { peer, ours, ratio } = compare(pairs, ({ cpuMicroseconds }) => cpuMicroseconds);
      rows.push([name, ...[peer, ours, ratio].map(toFigure)]);
    }
    await warta.stop();
    return {
      title: 'Pages: the server’s CPU time for one, in microseconds (a lower ratio is better)',
      columns: ['list of 20 articles', 'JSON µs', 'page µs', 'ratio'],
      rows,
    };
  });
}
