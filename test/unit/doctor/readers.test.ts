import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../functions/doctor/ask.ts';
import { checkConditional } from '../../../functions/doctor/check-conditional.ts';
import { see } from '../../../functions/doctor/examine.ts';
import { type FeedExchanges, probeFeed } from '../../../functions/doctor/probe.ts';
import { type ReaderReport, simulateReaders } from '../../../functions/doctor/readers/simulate.ts';
import { fetchedAt, goodDocuments } from './good-documents.ts';
import {
  type Site,
  addresses,
  fetchFrom,
  goodSite,
  hold,
  withAnswers,
  withHeaders,
  withQuestions,
} from './good-site.ts';

async function exchangesWith(site: Site, url = addresses.rss): Promise<FeedExchanges> {
  const { signal } = new AbortController();
  const ask = createAsk({ fetch: fetchFrom(site), now: () => fetchedAt, signal });
  const asked = await ask(url);
  if (!asked.ok) throw new Error(asked.finding.code);
  const { exchange } = asked;
  return exchange.status === 200 ? (await probeFeed(ask, exchange)).exchanges : { first: exchange };
}

async function simulate(site: Site, url = addresses.rss): Promise<Readonly<Record<string, ReaderReport>>> {
  const exchanges = await exchangesWith(site, url);
  const { outline, document } = see(exchanges.first);
  const reports = simulateReaders(exchanges, outline, {
    isJson: url === addresses.json,
    isBroken: document.kind === 'broken',
  });
  return Object.fromEntries(reports.map((report) => [report.reader, report]));
}

function verdicts(reports: Readonly<Record<string, ReaderReport>>): Record<string, string> {
  return Object.fromEntries(Object.values(reports).map(({ reader, verdict }) => [reader, verdict]));
}

const minute = 60;
const hour = 3600;
const all = (verdict: string) => ({
  Miniflux: verdict,
  FreshRSS: verdict,
  NewsBlur: verdict,
  'tt-rss': verdict,
});

describe('readers of a well-behaved feed', () => {
  it('see all of it, and then a 304 without a body', async () => {
    const reports = await simulate(goodSite());
    expect(verdicts(reports)).toEqual(all('well'));
    for (const { polls, itemCount, idleBytesPerDay, reader } of Object.values(reports)) {
      expect(polls.map(({ status }) => status)).toEqual([200, 304]);
      expect([itemCount, polls[1]?.wireBytes]).toEqual([1, 0]);
      expect(idleBytesPerDay).toBe(reader === 'NewsBlur' ? undefined : 0);
    }
  });

  it('ask in their own ways', async () => {
    const seen: Record<string, string>[] = [];
    await simulate((request) => {
      seen.push(Object.fromEntries(request.headers));
      return goodSite()(request);
    });
    const date = 'Mon, 02 Mar 2026 01:31:00 GMT';
    const asked = (headers: Record<string, string>) =>
      expect(seen).toContainEqual({
        'user-agent': 'Warta-Check-Feeds (+feed doctor)',
        'accept-encoding': 'br, gzip',
        ...headers,
      });
    asked({ 'if-none-match': '"daftar-1"', 'if-modified-since': date });
    asked({ 'if-none-match': '"daftar-1"', 'if-modified-since': date, 'a-im': 'feed' });
    asked({ 'if-modified-since': date });
  });

  it('come back by their own clocks, bounded by ttl and max-age', async () => {
    const waits = async (maxAge: string) => {
      const site = withHeaders(goodSite(), (headers) => headers.set('cache-control', maxAge));
      const reports = Object.values(await simulate(site));
      return Object.fromEntries(reports.map(({ reader, polls }) => [reader, polls[0]?.waitSeconds]));
    };
    const short = { Miniflux: hour, FreshRSS: hour, NewsBlur: undefined, 'tt-rss': 30 * minute };
    expect(await waits('max-age=60')).toEqual(short);
    expect(await waits('max-age=60, s-maxage=86400')).toEqual(short);
    expect(await waits('max-age=7200')).toEqual({ ...short, Miniflux: 2 * hour, FreshRSS: 2 * hour });
    expect(await waits('max-age=9999999')).toEqual({ ...short, Miniflux: 24 * hour, FreshRSS: 24 * hour });
  });

  it('come back to Miniflux’s hour where only the ttl is longer', async () => {
    const body = goodDocuments.rss.replace('<ttl>15', '<ttl>180');
    const reports = await simulate(goodSite({ '/feed.rss': hold('application/rss+xml', body) }));
    expect(reports['Miniflux']?.polls.map(({ waitSeconds }) => waitSeconds)).toEqual([3 * hour, hour]);
  });
});

describe('readers of a feed that', () => {
  it('is not well-formed: the strict see nothing', async () => {
    const body = goodDocuments.rss.replace('Kabar harian', 'Kabar\u000Bharian');
    const reports = await simulate(goodSite({ '/feed.rss': hold('application/rss+xml', body) }));
    expect(verdicts(reports)).toEqual({ ...all('well'), FreshRSS: 'blind', 'tt-rss': 'blind' });
    expect(Object.values(reports).map(({ itemCount }) => itemCount)).toEqual([1, 0, 1, 0]);
  });

  it('is no JSON: nobody sees anything', async () => {
    const body = goodDocuments.json.replace('"language"', 'language');
    const reports = await simulate(
      goodSite({ '/feed.json': hold('application/feed+json', body) }),
      addresses.json,
    );
    expect(verdicts(reports)).toEqual({ ...all('blind'), 'tt-rss': 'foreign' });
  });

  it('is JSON: tt-rss reads RSS and Atom only', async () => {
    expect(verdicts(await simulate(goodSite(), addresses.json))).toEqual({
      ...all('well'),
      'tt-rss': 'foreign',
    });
  });

  it('has no Last-Modified: tt-rss downloads it 48 times a day', async () => {
    const reports = await simulate(withHeaders(goodSite(), (headers) => headers.delete('last-modified')));
    expect(verdicts(reports)).toEqual({ ...all('well'), 'tt-rss': 'wasteful' });
    const { polls, idleBytesPerDay } = reports['tt-rss'] ?? {};
    expect(idleBytesPerDay).toBe(48 * (polls?.[1]?.wireBytes ?? 0));
  });

  it('expires at 0: Miniflux forgets both validators', async () => {
    const reports = await simulate(withHeaders(goodSite(), (headers) => headers.set('expires', '0')));
    expect(verdicts(reports)).toEqual({ ...all('well'), Miniflux: 'wasteful' });
  });

  it('ignores its own ETag: Miniflux does not even read what it downloads', async () => {
    const deaf = withQuestions(goodSite(), (headers) => {
      headers.delete('if-none-match');
      headers.delete('if-modified-since');
    });
    expect(verdicts(await simulate(deaf))).toEqual({ ...all('wasteful'), Miniflux: 'unread' });
  });

  it('answers NewsBlur with a difference: that is well', async () => {
    const site = withAnswers(goodSite(), (answer, { headers }) =>
      headers.has('a-im') ? new Response(goodDocuments.rss, { status: 226 }) : answer,
    );
    expect(verdicts(await simulate(site))).toEqual(all('well'));
  });

  it('is empty: there is nothing to see', async () => {
    const body = goodDocuments.rss.replace(/<item>.*<\/item>/s, '');
    const reports = await simulate(goodSite({ '/feed.rss': hold('application/rss+xml', body) }));
    expect(verdicts(reports)).toEqual(all('empty'));
  });

  it('says 429: Miniflux waits as it is told, tt-rss an hour', async () => {
    const site: Site = () => new Response('', { status: 429, headers: { 'Retry-After': '10800' } });
    const reports = await simulate(site);
    expect(verdicts(reports)).toEqual(all('refused'));
    expect(reports['Miniflux']?.polls[0]?.waitSeconds).toBe(3 * hour);
    expect(reports['tt-rss']?.polls[0]?.waitSeconds).toBe(hour);
  });
});

describe('a 304', () => {
  it('that carries a body is an error', async () => {
    const exchanges = await exchangesWith(goodSite());
    const { etag } = exchanges;
    if (etag === undefined) throw new Error('the site gives an ETag');
    const body = Buffer.from('lagi');
    const codes = checkConditional({ ...exchanges, both: { ...etag, body } }).map(({ code }) => code);
    expect(codes).toEqual(['not-modified-with-body']);
  });
});
