import { withFeedServers } from './feed-servers.ts';
import { type Served, burst } from './load.ts';
import { type Pair, alternate, compare } from './rounds.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 11;
const requestsInBurst = 10_000;

/** Requests a second for the feed of the sample articles, beside the same bytes as a static file. */
export function benchFeeds(): Promise<Table> {
  return withFeedServers(async ({ ceiling, warta, requests }) => {
    const rows: string[][] = [];
    for (const { name, ...request } of requests) {
      const pairs = await alternate(
        rounds,
        () => burst(ceiling, request, requestsInBurst),
        () => burst(warta, request, requestsInBurst),
      );
      rows.push([name, ...toColumns(pairs)]);
    }
    return {
      title: 'Feeds: requests a second, and the server’s CPU time for one',
      columns: ['request', 'static file /s', 'Warta /s', 'ratio', 'static file µs', 'Warta µs', 'CPU ratio'],
      rows,
    };
  });
}

function toColumns(pairs: readonly Pair<Served>[]): string[] {
  const rate = compare(pairs, ({ perSecond }) => perSecond);
  const cpu = compare(pairs, ({ cpuMicroseconds }) => cpuMicroseconds);
  // Less time is better: turned round, so that both ratios read alike.
  return [rate.peer, rate.ours, rate.ratio, cpu.peer, cpu.ours, 1 / cpu.ratio].map(toFigure);
}
