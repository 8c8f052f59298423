import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../support/articles.ts';
import { type Warta, entriesOf, formats } from '../../support/feed-contract.ts';
import { startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Only what is new (RFC 3229)', () => {
  let warta: Warta;
  let clock: ReturnType<typeof createClock>;
  let id: string;
  beforeEach(async () => {
    clock = createClock('2026-06-01T00:00:00Z');
    warta = await startService({ now: clock.now });
    ({ id } = await warta.publish({ title: 'Lama' }));
    await warta.publish({ title: 'Tetap', publishedAt: '2026-04-01T00:00:00Z' });
    clock.advance(10_000);
  });
  afterEach(() => warta.stop());

  const etagOf = async (format: string) => (await warta.get(`/feed.${format}`)).headers.get('ETag') ?? '';
  const poll = (format: string, etag: string, headers = {}) =>
    warta.get(`/feed.${format}`, { 'A-IM': 'feed', 'If-None-Match': etag, ...headers });
  const correct = () =>
    warta.send('PUT', `/api/articles/${id}`, { ...submission, title: 'Ralat' }, { 'If-Match': '*' });

  it.each(formats)(
    '226 gives what is new or corrected, IM, and the ETag of the whole (%s)',
    async (format) => {
      const held = await etagOf(format);
      await correct();
      await warta.publish({ title: 'Baru', publishedAt: '2026-05-01T00:00:00Z' });
      const delta = await poll(format, held);
      expect([delta.status, delta.headers.get('IM')]).toEqual([226, 'feed']);
      expect(delta.headers.get('ETag')).toBe(await etagOf(format));
      expect(entriesOf(format, await delta.text()).map(({ title }) => title)).toEqual(['Baru', 'Ralat']);
      expect((await poll(format, delta.headers.get('ETag') ?? '')).status).toBe(304);
    },
  );

  it('any version that we gave out is known, also in another process and long after', async () => {
    const held = await etagOf('rss');
    await warta.stop({ keepData: true });
    clock.advance(100 * 86_400_000);
    warta = await startService({ now: clock.now, dataPath: warta.dataPath });
    await warta.publish({ title: 'Baru', publishedAt: '2026-08-01T00:00:00Z' });
    await warta.publish({ title: 'Terbaru', publishedAt: '2026-08-02T00:00:00Z' });
    const delta = await poll('rss', held);
    expect(delta.status).toBe(226);
    expect(entriesOf('rss', await delta.text()).map(({ title }) => title)).toEqual(['Terbaru', 'Baru']);
  });

  it('what was saved within the second before that version may come again', async () => {
    await warta.publish({ title: 'Sedetik', publishedAt: '2026-05-01T00:00:00Z' });
    clock.advance(500);
    await warta.publish({ title: 'Dipegang', publishedAt: '2026-05-02T00:00:00Z' });
    const held = await etagOf('rss');
    clock.advance(10_000);
    await warta.publish({ title: 'Baru', publishedAt: '2026-05-03T00:00:00Z' });
    const titles = entriesOf('rss', await (await poll('rss', held)).text()).map(({ title }) => title);
    expect(titles).toEqual(['Baru', 'Sedetik']);
  });

  it('it is no-store, and compressed like every other answer', async () => {
    const held = await etagOf('rss');
    await warta.publish({ title: 'Baru', bodyHtml: `<p>${'Panen raya. '.repeat(300)}</p>` });
    const delta = await poll('rss', held, { 'Accept-Encoding': 'gzip' });
    expect(delta.headers.get('Cache-Control')).toContain('no-store');
    expect(delta.headers.get('Content-Encoding')).toBe('gzip');
    const text = gunzipSync(Buffer.from(await delta.arrayBuffer())).toString();
    expect(entriesOf('rss', text).map(({ title }) => title)).toEqual(['Baru']);
  });

  it('after a withdrawal everyone gets the whole, for no list of news can tell it', async () => {
    const held = await etagOf('rss');
    await warta.publish({ title: 'Baru', publishedAt: '2026-05-01T00:00:00Z' });
    await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
    const answer = await poll('rss', held);
    expect(answer.status).toBe(200);
    expect(entriesOf('rss', await answer.text()).map(({ title }) => title)).toEqual(['Baru', 'Tetap']);
  });

  it.each(['feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/', 'rss2email/3.13.1'])(
    'who cannot take 226 gets the whole though it asks for it (%s)',
    async (agent) => {
      const held = await etagOf('rss');
      await correct();
      const answer = await poll('rss', held, { 'User-Agent': agent });
      expect(answer.status).toBe(200);
      expect((await poll('rss', answer.headers.get('ETag') ?? '', { 'User-Agent': agent })).status).toBe(304);
    },
  );

  it('whoever holds something else, or does not ask for it, gets the whole with 200', async () => {
    const held = await etagOf('rss');
    await correct();
    const answers = [
      await poll('rss', '"bukan-milik-kami"'),
      await poll('rss', held, { 'A-IM': 'gzip' }),
      await poll('rss', held, { 'A-IM': 'feed;q=0' }),
      await warta.get('/feed.rss', { 'A-IM': 'feed' }),
      await warta.get('/feed.rss', { 'If-None-Match': held }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.headers.has('IM')]).toEqual([200, false]);
      expect(entriesOf('rss', await answer.text())).toHaveLength(2);
    }
  });
});
