import type { FindingCode } from '../../../functions/doctor/catalogue/catalogue.ts';
import { goodDocuments } from './good-documents.ts';
import {
  type Holding,
  type Site,
  addresses,
  goodHoldings,
  goodSite,
  hold,
  origin,
  withAnswers,
  withHeaders,
  withQuestions,
} from './good-site.ts';

/** A site with one sin in its manners, and the address where the doctor begins. */
export type PlantedSite = {
  readonly site: Site;
  readonly url: string;
  /** What cannot but be found beside it. */
  readonly also?: readonly FindingCode[];
};

export function at(url: string, also: readonly FindingCode[] = [], site: Site = goodSite()): PlantedSite {
  return { site, url, also };
}

export function planted(site: Site, also: readonly FindingCode[] = []): PlantedSite {
  return at(addresses.rss, also, site);
}

/** The good site with one of its holdings changed. */
export function served(
  format: keyof typeof addresses,
  change: Partial<Holding>,
  also: readonly FindingCode[] = [],
): PlantedSite {
  const path = `/feed.${format}`;
  const holding = goodHoldings[path];
  if (holding === undefined) throw new Error(`nothing at ${path}`);
  if (change.type === undefined && change.body === goodDocuments[format])
    throw new Error('nothing was planted');
  return at(addresses[format], also, goodSite({ ...goodHoldings, [path]: { ...holding, ...change } }));
}

export function status(code: number, headers: Record<string, string> = {}): Response {
  return new Response('maaf', { status: code, headers });
}

export function redirect(code: number, to: string): Response {
  return new Response(null, { status: code, headers: { Location: to } });
}

export function moved(code: number): PlantedSite {
  const site = goodSite();
  return at(`${origin}/lama`, [], (request) =>
    request.url.endsWith('/lama') ? redirect(code, '/feed.rss') : site(request),
  );
}

export function hops(ways: Readonly<Record<string, string>>, holdings = goodHoldings): Site {
  const site = goodSite(holdings);
  return (request) => {
    const to = ways[new URL(request.url).pathname];
    return to === undefined ? site(request) : redirect(301, to);
  };
}

/** Headers that know how many answers there were. */
export function counting(edit: (headers: Headers, count: number) => void): Site {
  let count = 0;
  return withHeaders(goodSite(), (headers) => edit(headers, (count += 1)));
}

/** A list that gains an article at every poll, with one validator that does not move, the other being away. */
export function growing(validator: 'ETag' | 'Last-Modified'): Site {
  let count = 0;
  return withHeaders(
    (request) => {
      count += 1;
      const item = /<item>.*<\/item>/s.exec(goodDocuments.rss)?.[0] ?? '';
      const more = Array.from({ length: count }, (_, at) => item.replaceAll('artikel/7', `artikel/${at}`));
      const body = goodDocuments.rss.replace(item, more.join('\n').replaceAll('berita/7', 'berita/8'));
      return goodSite({ '/feed.rss': hold('application/rss+xml', body) })(request);
    },
    (headers) => {
      if (validator === 'ETag')
        headers.set('last-modified', new Date(Date.UTC(2026, 2, 3, 0, 0, count)).toUTCString());
      else headers.set('etag', `"${count}"`);
    },
  );
}

/** The time of now in the document, and so in its digest. */
export function ticking(): Site {
  let count = 0;
  return (request) => {
    if (!request.headers.has('if-none-match')) count += 1;
    const body = goodDocuments.rss.replace('Mar 2026 01:30:00 GMT', `Mar 2026 01:30:${10 + count} GMT`);
    return goodSite({ '/feed.rss': hold('application/rss+xml', body, { tag: `sidik-${count}` }) })(request);
  };
}

/** A server that knows its ETag in some forms of If-None-Match only. */
export function literally(known: RegExp): Site {
  return withQuestions(goodSite(), (headers) => {
    const noneMatch = headers.get('if-none-match');
    if (noneMatch !== null && !known.test(noneMatch)) headers.set('if-none-match', '"tidak-dikenal"');
  });
}

export function bareNotModified(name: string): Site {
  return withHeaders(goodSite(), (headers, { status }) => {
    if (status === 304) headers.delete(name);
  });
}

export function delta(headers: Record<string, string>): Site {
  return withAnswers(goodSite(), (answer, request) =>
    request.headers.has('a-im')
      ? new Response(goodDocuments.rss, { status: 226, headers: { ETag: '"daftar-1"', ...headers } })
      : answer,
  );
}

function page(paths: readonly string[]): Holding {
  const links = paths.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`);
  return hold('text/html', `<!doctype html><html><head>${links.join('')}</head></html>`);
}

export function manyFeeds(): PlantedSite {
  const paths = Array.from({ length: 13 }, (_, index) => `/hilang-${index}.rss`);
  return at(`${origin}/`, ['status-not-found'], goodSite({ '/': page(paths) }));
}

export function differingIds(): PlantedSite {
  const atom = goodDocuments.atom.replace('2026:artikel/7', '2026:berita/7');
  const rss = goodDocuments.rss.replace(
    '<ttl>',
    '<atom:link rel="alternate" type="application/atom+xml" href="/feed.atom"/><ttl>',
  );
  return at(
    addresses.rss,
    [],
    goodSite({
      '/feed.rss': hold('application/rss+xml', rss),
      '/feed.atom': hold('application/atom+xml', atom),
    }),
  );
}
