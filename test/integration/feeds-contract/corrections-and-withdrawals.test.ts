import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../support/articles.ts';
import { type Warta, formats, readFeeds, titlesAt } from '../../support/feed-contract.ts';
import { json, startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Corrections and withdrawals', () => {
  let warta: Warta;
  let clock: ReturnType<typeof createClock>;
  let article: { id: string; guid: string; slug: string };
  const labels = { tags: ['jembatan'], authors: ['rin'], place: 'TIRTAPUSPA' };
  beforeEach(async () => {
    clock = createClock('2026-06-01T00:00:00Z');
    warta = await startService({ now: clock.now });
    article = await warta.publish({ title: 'Salah', ...labels });
    clock.advance(60_000);
  });
  afterEach(() => warta.stop());

  const lists = [
    '',
    '/kategori/pembangunan',
    '/tag/jembatan',
    '/penulis/rin',
    '/tempat/tirtapuspa',
    '/arsip/2026/03',
  ];
  const withdraw = (id: string) => warta.send('DELETE', `/api/articles/${id}?reason=Data%20keliru.`, '');

  it('a correction keeps the id and moves the last change, in every list', async () => {
    const change = { ...submission, ...labels, title: 'Benar' };
    await warta.send('PUT', `/api/articles/${article.id}`, change, { 'If-Match': '*' });
    for (const list of lists) {
      const { atom } = await readFeeds(warta, list);
      const said = atom.entries?.map(({ id, title, updated }) => [id, title?.value, updated]);
      expect(said).toEqual([[article.guid, 'Benar', '2026-06-01T00:01:00.000Z']]);
    }
  });

  it('a withdrawn article leaves all its lists; page and API answer 410 with the reason', async () => {
    await withdraw(article.id);
    for (const list of [...lists, '/cari'])
      for (const format of formats) expect(await titlesAt(warta, `${list}/feed.${format}`)).toEqual([]);
    const answer = await warta.get(`/api/articles/${article.id}`);
    expect([answer.status, (await json(answer)).detail]).toEqual([410, 'Data keliru.']);
    const page = await warta.get(`/berita/${article.slug}`);
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('Data keliru.')]);
  });

  it('what was never public is 404 when it is withdrawn', async () => {
    const draft = await warta.publish({ title: 'Konsep', status: 'draft' });
    await withdraw(draft.id);
    for (const path of [`/api/articles/${draft.id}`, `/berita/${draft.slug}`])
      expect((await warta.get(path)).status).toBe(404);
  });

  it('the last change of a list does not go back: it is the time of the withdrawal then', async () => {
    await withdraw(article.id);
    for (const list of lists.filter((path) => !/^\/(?:tag|penulis|tempat)\//.test(path)))
      expect((await readFeeds(warta, list)).atom.updated).toBe('2026-06-01T00:01:00.000Z');
  });

  it('an article that is put back under embargo leaves its lists too, until its time', async () => {
    const change = { ...submission, ...labels, title: 'Nanti', publishedAt: '2026-06-02T00:00:00Z' };
    await warta.send('PUT', `/api/articles/${article.id}`, change, { 'If-Match': '*' });
    for (const list of lists) expect(await titlesAt(warta, `${list}/feed.rss`)).toEqual([]);
    clock.advance(86_400_000);
    expect(await titlesAt(warta, '/feed.rss')).toEqual(['Nanti']);
    expect(await titlesAt(warta, '/tag/jembatan/feed.rss')).toEqual(['Nanti']);
  });
});
