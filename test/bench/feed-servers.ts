import { withDataFolder } from './data-folder.ts';
import type { Request } from './load.ts';
import { type Server, startServer, startWarta } from './servers.ts';

export type FeedServers = {
  readonly ceiling: Server;
  readonly warta: Server;
  readonly requests: readonly (Request & { readonly name: string })[];
};

/** The service with its sample articles, and a server that has its feed as a file. */
export function withFeedServers<T>(work: (servers: FeedServers) => Promise<T>): Promise<T> {
  return withDataFolder(async (dataPath) => {
    const warta = await startWarta(dataPath, 'on');
    const path = '/feed.rss';
    const etag = (await fetch(warta.baseUrl + path)).headers.get('ETag') ?? '';
    const ceiling = await startServer('test/bench/processes/static-server.ts', {
      args: [warta.baseUrl + path],
    });
    const requests = [
      { name: '304', path, headers: [`If-None-Match: ${etag}`], status: 304 },
      { name: 'cached 200', path, headers: ['Accept-Encoding: identity'], status: 200 },
      { name: 'cached 200, brotli', path, headers: ['Accept-Encoding: br'], status: 200 },
    ] as const;
    try {
      return await work({ ceiling, warta, requests });
    } finally {
      await ceiling.stop();
      await warta.stop();
    }
  });
}
