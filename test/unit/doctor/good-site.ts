import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { goodDocuments } from './good-documents.ts';

/** A site, as fetch sees it, but without a network. */
export type Site = (request: Request) => Response | Promise<Response>;

/** What an address of the site holds. */
export type Holding = {
  readonly body: string | Uint8Array;
  readonly type: string;
  /** Opaque, without quotation marks. */
  readonly tag: string;
  readonly modifiedAt: Date;
};

export const origin = 'https://kabar.example';
export const addresses = {
  rss: `${origin}/feed.rss`,
  atom: `${origin}/feed.atom`,
  json: `${origin}/feed.json`,
};

/** Every feed of the good documents, long enough to be worth compressing. */
export const goodHoldings: Readonly<Record<string, Holding>> = {
  '/feed.rss': hold('application/rss+xml', lengthen(goodDocuments.rss)),
  '/feed.atom': hold('application/atom+xml', lengthen(goodDocuments.atom)),
  '/feed.json': hold('application/feed+json', `${goodDocuments.json}${' '.repeat(2000)}`),
};

export function hold(type: string, body: string, fields: Partial<Holding> = {}): Holding {
  return {
    body,
    type: `${type}; charset=utf-8`,
    tag: 'daftar-1',
    modifiedAt: new Date('2026-03-02T01:31:00Z'),
    ...fields,
  };
}

/** A well-behaved server: conditional requests by RFC 9110, codings, and the headers that a 304 repeats. */
export function goodSite(holdings: Readonly<Record<string, Holding>> = goodHoldings): Site {
  return (request) => {
    const holding = holdings[new URL(request.url).pathname];
    if (holding === undefined) return new Response('tidak ada', { status: 404 });
    const headers = new Headers({
      'Content-Type': holding.type,
      'Cache-Control': 'public, max-age=300',
      'Last-Modified': holding.modifiedAt.toUTCString(),
      'Access-Control-Allow-Origin': '*',
      ETag: `"${holding.tag}"`,
      Vary: 'Accept-Encoding',
      Link: `<${request.url}>; rel="self"`,
    });
    if (isNotModified(request.headers, holding)) return new Response(null, { status: 304, headers });
    const bytes = Buffer.from(holding.body);
    const accepted = request.headers.get('accept-encoding') ?? '';
    const coding = ['br', 'gzip'].find((each) => accepted.includes(each));
    if (coding !== undefined) headers.set('Content-Encoding', coding);
    const encoded =
      coding === 'br' ? brotliCompressSync(bytes, quickly) : coding === 'gzip' ? gzipSync(bytes) : bytes;
    return new Response(request.method === 'HEAD' ? null : encoded, { headers });
  };
}

/** The site with its answers changed on their way out. */
export function withAnswers(
  site: Site,
  change: (answer: Response, request: Request) => Response | Promise<Response>,
): Site {
  return async (request) => change(await site(request), request);
}

/** The site with the headers of its answers changed. */
export function withHeaders(site: Site, edit: (headers: Headers, answer: Response) => void): Site {
  return withAnswers(site, (answer) => {
    const headers = new Headers(answer.headers);
    edit(headers, answer);
    return new Response(answer.body, { status: answer.status, headers });
  });
}

/** The site with the questions changed before they reach it, as by a proxy. */
export function withQuestions(site: Site, edit: (headers: Headers) => void): Site {
  return (request) => {
    const headers = new Headers(request.headers);
    edit(headers);
    return site(new Request(request.url, { method: request.method, headers }));
  };
}

/** What the doctor is given for its fetch. */
export function fetchFrom(site: Site) {
  return async (url: string, init: RequestInit) => site(new Request(url, init));
}

const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** If-None-Match decides alone where it is present. */
function isNotModified(headers: Headers, { tag, modifiedAt }: Holding): boolean {
  const noneMatch = headers.get('if-none-match');
  if (noneMatch !== null) {
    return (
      noneMatch === '*' || noneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`)
    );
  }
  return Date.parse(headers.get('if-modified-since') ?? '') >= modifiedAt.getTime();
}

/** A comment, which no reader sees. */
function lengthen(xml: string): string {
  return `${xml}<!-- ${'panjang '.repeat(250)}-->`;
}
