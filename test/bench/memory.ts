import { withFeedServers } from './feed-servers.ts';
import { burst } from './load.ts';
import { type Table, toFigure } from './table.ts';

const steps = 5;
const stepRequests = 20_000;

/** What both servers hold after each 20,000 requests: 304s and bodies in turn. */
export function benchMemory(): Promise<Table> {
  return withFeedServers(async ({ ceiling, warta, requests }) => {
    const measure = async (done: number) => {
      const [peerRss = 0, peerHeap = 0] = await ceiling.ask('memoryMb');
      const [rss = 0, heap = 0] = await warta.ask('memoryMb');
      return [done.toLocaleString('en'), ...[peerRss, rss, peerHeap, heap].map(toFigure)];
    };
    const rows = [await measure(0)];
    for (let step = 1; step <= steps; step++) {
      for (const server of [ceiling, warta]) {
        for (const request of requests) {
          await burst(server, request, Math.round(stepRequests / requests.length));
        }
      }
      rows.push(await measure(step * stepRequests));
    }
    return {
      title: 'Memory (MB) over 100,000 requests',
      columns: ['requests', 'static file RSS', 'Warta RSS', 'static file heap', 'Warta heap'],
      rows,
    };
  });
}
