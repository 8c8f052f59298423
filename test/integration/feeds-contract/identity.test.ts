import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalService } from '../../../functions/entry/local-service.ts';
import { office } from '../../../functions/office/settings.ts';
import { type Warta, entriesOf, formats, readFeeds } from '../../support/feed-contract.ts';
import { startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Identity', () => {
  let warta: Warta;
  let id: string;
  const now = () => new Date('2026-06-01T00:00:00Z');
  beforeEach(async () => {
    warta = await startService({ now });
    ({ id } = await warta.publish({ title: 'Semula' }));
  });
  afterEach(() => warta.stop());

  const guidOf = (articleId: string) => `tag:sekarlangit.example,2026:artikel/${articleId.toLowerCase()}`;

  it('an article has one id in all three formats, a tag: URI', async () => {
    const { rss, atom, json, texts } = await readFeeds(warta);
    expect(rss.items?.[0]?.guid).toEqual({ value: guidOf(id), isPermaLink: false });
    expect(texts.rss).toContain(`<guid isPermaLink="false">${guidOf(id)}</guid>`);
    expect([atom.entries?.[0]?.id, json.items?.[0]?.id]).toEqual([guidOf(id), guidOf(id)]);
    expect(guidOf(id)).toMatch(/^tag:[a-z.]+,\d{4}:artikel\/[0-9a-z]{26}$/);
  });

  it('it stays whatever happens to the headline and the address', async () => {
    const change = { ...submission, title: 'Lain sekali', slug: 'alamat-lain' };
    await warta.send('PUT', `/api/articles/${id}`, change, { 'If-Match': '*' });
    const { texts, json } = await readFeeds(warta);
    expect(json.items?.[0]?.url).toMatch(/\/berita\/alamat-lain$/);
    for (const format of formats)
      expect(entriesOf(format, texts[format])).toEqual([{ id: guidOf(id), title: 'Lain sekali' }]);
  });

  it('it stays whatever happens to the host', async () => {
    await warta.stop({ keepData: true });
    const moved = await openLocalService({
      office: { ...office, baseUrl: 'https://pindah.example' },
      dataPath: warta.dataPath,
      token: '',
      now,
      log: () => undefined,
    });
    for (const format of formats) {
      const text = await (await moved.app.request(`/feed.${format}`)).text();
      expect(text).toContain('https://pindah.example/berita/semula');
      expect(entriesOf(format, text)).toEqual([{ id: guidOf(id), title: 'Semula' }]);
    }
    await moved.close();
    warta = await startService({ now, dataPath: warta.dataPath });
  });

  it('an Atom feed has an id of that kind, and the archives of a list carry it', async () => {
    const { atom } = await readFeeds(warta, '/kategori/pembangunan');
    expect(atom.id).toBe('tag:sekarlangit.example,2026:daftar/kategori/pembangunan');
    const archive = await readFeeds(warta, '/kategori/pembangunan/arsip/2026/03');
    expect(archive.atom.entries).toHaveLength(1);
    expect(archive.atom.id).toBe(atom.id);
  });
});
