import type { FindingCode } from '../../../functions/doctor/catalogue/catalogue.ts';
import { goodDocuments } from './good-documents.ts';
import { addresses, goodSite, hold, origin, withAnswers, withHeaders, withQuestions } from './good-site.ts';
import {
  type PlantedSite,
  at,
  bareNotModified,
  counting,
  delta,
  differingIds,
  growing,
  hops,
  literally,
  manyFeeds,
  moved,
  planted,
  redirect,
  served,
  status,
  ticking,
} from './sinful-sites.ts';

/** Sins that show when a site is asked, each under the code that must be found. */
export const plantedAnswers = {
  'address-unusable': [at('ftp://kabar.example/feed.rss'), at('kabar.example/feed.rss')],
  unreachable: [planted(() => Promise.reject(new Error('ECONNREFUSED')))],
  'too-large': [planted(() => new Response(new Uint8Array(20_000_001)))],
  'too-many-redirects': [planted(({ url }) => redirect(302, url))],
  'feeds-left-out': [manyFeeds()],
  'probe-refused': [
    planted(withAnswers(goodSite(), (answer, { headers }) => (headers.has('a-im') ? status(429) : answer))),
  ],

  'status-forbidden': [planted(() => status(403)), planted(() => status(401))],
  'status-not-found': [at(`${origin}/tidak-ada`)],
  'status-gone': [planted(() => status(410))],
  'status-too-many': [planted(() => status(429, { 'Retry-After': '120' }))],
  'status-unavailable': [planted(() => status(503, { 'Retry-After': '120' })), planted(() => status(500))],
  'status-unexpected': [planted(() => status(418)), planted(() => new Response(null, { status: 204 }))],
  'retry-after-missing': [
    planted(() => status(429), ['status-too-many']),
    planted(() => status(503), ['status-unavailable']),
  ],
  'redirect-permanent': [moved(301), moved(308)],
  'redirect-temporary': [moved(302), moved(307)],
  'redirect-chain': [
    at(`${origin}/lama`, ['redirect-permanent'], hops({ '/lama': '/tengah', '/tengah': '/feed.rss' })),
  ],

  'served-type-wrong': [
    served('rss', { type: 'text/html; charset=utf-8' }),
    served('json', { type: 'text/plain' }),
    served('rss', { type: 'application/atom+xml' }),
    planted(withHeaders(goodSite(), (headers) => headers.delete('content-type'))),
  ],
  'served-type-generic': [
    served('rss', { type: 'application/xml' }),
    served('atom', { type: 'text/xml' }),
    served('json', { type: 'application/json' }),
  ],
  'charset-unknown': [served('json', { type: 'application/feed+json; charset=utf-9' })],
  'charset-contradiction': [
    served('rss', { body: goodDocuments.rss.replace('"utf-8"', '"windows-1252"') }),
    served('rss', { body: goodDocuments.rss, type: 'application/rss+xml; charset=iso-8859-1' }, [
      'charset-not-utf8',
    ]),
  ],
  'charset-not-utf8': [
    served('rss', {
      type: 'application/rss+xml',
      body: Buffer.from(
        goodDocuments.rss.replace('"utf-8"', '"iso-8859-1"').replace('harian', 'caf\u00E9'),
        'latin1',
      ),
    }),
  ],
  'bytes-not-in-charset': [
    served('rss', { body: Buffer.from(goodDocuments.rss.replace('harian', 'caf\u00E9'), 'latin1') }),
  ],

  'validators-missing': [
    planted(
      withHeaders(goodSite(), (headers) => {
        headers.delete('etag');
        headers.delete('last-modified');
      }),
    ),
  ],
  'etag-missing': [planted(withHeaders(goodSite(), (headers) => headers.delete('etag')))],
  'last-modified-missing': [planted(withHeaders(goodSite(), (headers) => headers.delete('last-modified')))],
  'etag-malformed': [planted(withHeaders(goodSite(), (headers) => headers.set('etag', 'daftar-1')))],
  'etag-unsteady': [planted(counting((headers, count) => headers.set('etag', `"${count}"`)))],
  'last-modified-unsteady': [
    planted(
      counting((headers, count) =>
        headers.set('last-modified', new Date(Date.UTC(2026, 2, 3, 0, 0, count)).toUTCString()),
      ),
    ),
  ],
  'last-modified-malformed': [
    planted(withHeaders(goodSite(), (headers) => headers.set('last-modified', 'kemarin'))),
  ],
  'last-modified-future': [served('rss', { modifiedAt: new Date('2027-01-01T00:00:00Z') })],
  'last-modified-behind': [served('rss', { modifiedAt: new Date('2026-03-01T00:00:00Z') })],
  'validator-stuck': [planted(growing('ETag')), planted(growing('Last-Modified'))],
  'clock-in-document': [planted(ticking())],

  'etag-ignored': [
    planted(
      withQuestions(goodSite(), (headers) => headers.delete('if-none-match')),
      ['modified-since-wins'],
    ),
  ],
  'etag-matched-literally': [planted(literally(/^"daftar-1"$|,|\*/))],
  'etag-list-ignored': [planted(literally(/^(W\/)?"daftar-1"$|\*/))],
  'etag-star-ignored': [planted(literally(/"daftar-1"/))],
  'modified-since-ignored': [
    planted(withQuestions(goodSite(), (headers) => headers.delete('if-modified-since'))),
  ],
  'modified-since-wins': [
    planted(
      withQuestions(goodSite(), (headers) => {
        if (headers.has('if-modified-since') && !headers.get('if-none-match')?.includes('daftar-1')) {
          headers.delete('if-none-match');
        }
      }),
    ),
  ],
  'modified-since-needed': [
    planted(
      withQuestions(goodSite(), (headers) => {
        if (headers.get('if-modified-since')?.includes('2000') === true) headers.delete('if-none-match');
      }),
    ),
  ],
  'not-modified-without-etag': [planted(bareNotModified('etag'))],
  'not-modified-without': [planted(bareNotModified('vary')), planted(bareNotModified('cache-control'))],
  'not-modified-without-useful': [
    planted(bareNotModified('link')),
    planted(bareNotModified('access-control-allow-origin')),
  ],
  'delta-unmarked': [planted(delta({ 'Cache-Control': 'no-store' }))],
  'delta-cacheable': [planted(delta({ IM: 'feed', 'Cache-Control': 'max-age=300' }))],

  'expires-zero': [planted(withHeaders(goodSite(), (headers) => headers.set('expires', '0')))],
  'max-age-missing': [
    at(
      addresses.atom,
      [],
      withHeaders(goodSite(), (headers) => headers.delete('cache-control')),
    ),
  ],
  'max-age-long': [
    planted(withHeaders(goodSite(), (headers) => headers.set('cache-control', 'max-age=172800'))),
  ],
  'ttl-long': [served('rss', { body: goodDocuments.rss.replace('<ttl>15', '<ttl>2880') })],
  'no-store': [planted(withHeaders(goodSite(), (headers) => headers.set('cache-control', 'no-store')))],
  cookie: [planted(withHeaders(goodSite(), (headers) => headers.append('set-cookie', 'sesi=1; Path=/')))],
  'compression-missing': [
    planted(withQuestions(goodSite(), (headers) => headers.set('accept-encoding', 'identity'))),
  ],
  'gzip-missing': [
    planted(
      withQuestions(goodSite(), (headers) => {
        if (headers.get('accept-encoding')?.includes('br') !== true)
          headers.set('accept-encoding', 'identity');
      }),
    ),
  ],
  'brotli-missing': [
    planted(
      withQuestions(goodSite(), (headers) =>
        headers.set('accept-encoding', headers.get('accept-encoding')?.replace('br', '') ?? ''),
      ),
    ),
  ],
  'vary-missing': [planted(withHeaders(goodSite(), (headers) => headers.delete('vary')))],
  'head-refused': [
    planted(withAnswers(goodSite(), (answer, { method }) => (method === 'HEAD' ? status(405) : answer))),
  ],
  'head-differs': [
    planted(
      withAnswers(goodSite(), (answer, { method }) =>
        method === 'HEAD' ? new Response(null, { headers: { 'Content-Type': 'text/html' } }) : answer,
      ),
    ),
  ],

  'id-holds-headline': [
    served('rss', {
      body: goodDocuments.rss.replace(
        '"false">tag:kabar.example,2026:artikel/7',
        '"true">https://kabar.example/2026/panen-raya-di-desa-lembahteja',
      ),
    }),
  ],
  'ids-differ': [differingIds()],
  'self-missing': [
    served('rss', { body: goodDocuments.rss.replace(/<atom:link.*\/>/, '') }),
    served('json', { body: goodDocuments.json.replace(/"feed_url".*/, '') }),
  ],
  'self-relative': [
    served('atom', {
      body: goodDocuments.atom.replace('href="https://kabar.example/feed.atom"', 'href="/feed.atom"'),
    }),
  ],
  'self-differs': [
    at(
      `${origin}/lain.rss`,
      [],
      withHeaders(goodSite({ '/lain.rss': hold('application/rss+xml', goodDocuments.rss) }), (headers) =>
        headers.delete('link'),
      ),
    ),
  ],
  'self-contradicted': [
    planted(withHeaders(goodSite(), (headers) => headers.set('link', '<https://lain.example/>; rel="self"'))),
  ],
  'self-redirects': [
    at(
      addresses.rss,
      ['redirect-permanent'],
      withHeaders(
        hops({ '/feed.rss': '/baru.rss' }, { '/baru.rss': hold('application/rss+xml', goodDocuments.rss) }),
        (headers) => headers.delete('link'),
      ),
    ),
  ],
  'hub-advertised': [
    served('rss', {
      body: goodDocuments.rss.replace('<ttl>', '<atom:link rel="hub" href="https://hub.example/"/><ttl>'),
    }),
    planted(withHeaders(goodSite(), (headers) => headers.append('link', '<https://hub.example/>; rel=hub'))),
  ],
  'hub-without-self': [
    at(
      addresses.rss,
      ['hub-advertised', 'self-missing'],
      withHeaders(
        goodSite({
          '/feed.rss': hold('application/rss+xml', goodDocuments.rss.replace('rel="self"', 'rel="hub"')),
        }),
        (headers) => headers.delete('link'),
      ),
    ),
  ],
} as const satisfies Partial<Record<FindingCode, readonly PlantedSite[]>>;
