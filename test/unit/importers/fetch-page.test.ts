import { type RequestListener, createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from '../../../functions/importers/fetch-page.ts';

let agent: string | undefined;

const answer: RequestListener = (request, response) => {
  agent = request.headers['user-agent'];
  const path = request.url ?? '';
  const send = (status: number, headers: Record<string, string>, body = '') =>
    response.writeHead(status, headers).end(body);
  const pages: Record<string, () => unknown> = {
    '/berita': () => send(200, { 'content-type': 'text/html; charset="windows-1252"' }, '<p>Halo</p>'),
    '/pindah': () => send(302, { location: '/berita' }),
    '/lingkar': () => send(301, { location: '/lingkar' }),
    '/keluar': () => send(302, { location: 'file:///etc/hostname' }),
    '/gambar': () => send(200, { 'content-type': 'image/png' }, 'x'),
    '/panjang': () => send(200, { 'content-type': 'text/html', 'content-length': '999999' }),
    '/mengalir': () => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('x'.repeat(600));
      response.write('x'.repeat(600));
    },
    '/lambat': () => response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
  };
  (pages[path] ?? (() => send(404, {})))();
};

const server = createServer(answer);
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const limits = { maxBytes: 1000, timeoutMs: 5000, maxRedirects: 3 };
const fetchPath = (path: string, timeoutMs = limits.timeoutMs) =>
  fetchPage({ fetch, signal: new AbortController().signal }, origin + path, { ...limits, timeoutMs });

describe('a page that is fetched', () => {
  it('comes with its final address and its declared charset', async () => {
    expect(await fetchPath('/pindah')).toEqual({
      ok: true,
      bytes: Buffer.from('<p>Halo</p>'),
      url: `${origin}/berita`,
      charset: 'windows-1252',
    });
    expect(agent).toBe('Warta-Import');
  });

  it.each([
    ['/tidak-ada', 'fetch-status', { status: '404' }],
    ['/lingkar', 'too-many-redirects', { limit: '3' }],
    ['/keluar', 'bad-address', {}],
    ['/gambar', 'wrong-content-type', { type: 'image/png' }],
    ['/panjang', 'page-too-large', { limit: '0.001 MB' }],
    ['/mengalir', 'page-too-large', { limit: '0.001 MB' }],
  ])('is refused at %s as %s', async (path, code, values) => {
    expect(await fetchPath(path)).toEqual({ ok: false, problem: { code, values } });
  });

  it('is given up when it takes too long', async () => {
    const fetched = await fetchPath('/lambat', 50);
    expect(fetched).toMatchObject({
      ok: false,
      isTemporary: true,
      problem: { code: 'fetch-timed-out', values: { seconds: '0.05' } },
    });
  });

  it('is refused where nobody listens, with the system’s reason', async () => {
    const dependencies = { fetch, signal: new AbortController().signal };
    const fetched = await fetchPage(dependencies, 'http://127.0.0.1:1/');
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'fetch-failed' } });
  });

  it('is never asked for with a password in the address', async () => {
    const dependencies = { fetch, signal: new AbortController().signal };
    const fetched = await fetchPage(dependencies, origin.replace('//', '//humas:rahasia@'));
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'bad-address' } });
  });
});
