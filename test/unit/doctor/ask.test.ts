import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type AskDependencies, createAsk } from '../../../functions/doctor/ask.ts';
import type { Exchange } from '../../../functions/doctor/exchange.ts';
import { fetchedAt } from './good-documents.ts';
import { type Site, fetchFrom } from './good-site.ts';

const url = 'https://kabar.example/feed.rss';
const limits = { maxBytes: 1000, timeoutMs: 5, maxRedirects: 2 };

function ask(site: Site, change: Partial<AskDependencies> = {}) {
  const { signal } = new AbortController();
  return createAsk({ fetch: fetchFrom(site), now: () => fetchedAt, signal, ...change }, limits);
}

async function exchangeWith(site: Site): Promise<Exchange> {
  const asked = await ask(site)(url);
  if (!asked.ok) throw new Error(asked.finding.code);
  return asked.exchange;
}

describe('asking', () => {
  it('says who asks, and takes what Miniflux takes', async () => {
    const seen: Request[] = [];
    await ask((request) => {
      seen.push(request);
      return new Response('');
    })(url, { 'If-None-Match': '"a"' });
    expect(seen.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      {
        'user-agent': 'Warta-Check-Feeds (+feed doctor)',
        'accept-encoding': 'br, gzip',
        'if-none-match': '"a"',
      },
    ]);
  });

  it('takes the coding off, and remembers what crossed the network', async () => {
    const text = 'kabar '.repeat(100);
    const bytes = gzipSync(text);
    const exchange = await exchangeWith(
      () => new Response(bytes, { headers: { 'Content-Encoding': 'gzip' } }),
    );
    expect(Buffer.from(exchange.body).toString()).toBe(text);
    expect(exchange.wireBytes).toBe(bytes.length);
  });

  it('does not unpack more than it may read', async () => {
    const bomb = gzipSync('0'.repeat(100_000));
    const asked = await ask(() => new Response(bomb, { headers: { 'Content-Encoding': 'gzip' } }))(url);
    expect(asked.ok).toBe(false);
  });

  it('keeps every hop, and resolves each against the one before', async () => {
    const exchange = await exchangeWith(({ url }) => {
      if (url.endsWith('/feed.rss')) return new Response(null, { status: 301, headers: { Location: '/b/' } });
      if (url.endsWith('/b/')) return new Response(null, { status: 302, headers: { Location: 'c' } });
      return new Response('ada');
    });
    expect(exchange.url).toBe('https://kabar.example/b/c');
    expect(exchange.redirects).toEqual([
      { status: 301, from: url, to: 'https://kabar.example/b/' },
      { status: 302, from: 'https://kabar.example/b/', to: 'https://kabar.example/b/c' },
    ]);
  });

  it('follows no redirect to anything but http', async () => {
    const asked = await ask(
      () => new Response(null, { status: 301, headers: { Location: 'file:///etc/hosts' } }),
    )(url);
    expect(asked).toEqual({
      ok: false,
      finding: { code: 'address-unusable', values: { address: 'file:///etc/hosts' } },
    });
  });

  it('sends no password that stands in an address', async () => {
    const asked = await ask(() => new Response('ada'))('https://kami:rahasia@kabar.example/');
    expect(asked.ok).toBe(false);
  });

  it('gives up on a server that does not answer', async () => {
    const silent: Site = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const asked = await ask(silent)(url);
    expect(asked).toEqual({ ok: false, finding: { code: 'timed-out', values: { seconds: '0.005' } } });
  });

  it('stops reading where it becomes too large', async () => {
    const asked = await ask(() => new Response('x'.repeat(1001)))(url);
    expect(asked).toEqual({ ok: false, finding: { code: 'too-large', values: { limit: '0.001 MB' } } });
  });

  it('names the system’s own code where there is no server', async () => {
    const cause = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    const asked = await ask(() => Promise.reject(new TypeError('fetch failed', { cause })))(url);
    expect(asked).toEqual({ ok: false, finding: { code: 'unreachable', values: { reason: 'ENOTFOUND' } } });
  });
});
