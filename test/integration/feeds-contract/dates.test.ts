import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../support/articles.ts';
import { type Warta, formats, readFeeds } from '../../support/feed-contract.ts';
import { startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Dates', () => {
  let warta: Warta;
  let ids: Record<'imported' | 'corrected' | 'embargoed', string>;
  const clock = createClock('2026-06-01T00:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: clock.now });
    const imported = await warta.publish({ title: 'Impor', publishedAt: '2019-12-20T00:00:00+07:00' });
    const corrected = await warta.publish({ title: 'Salah', publishedAt: '2026-05-02T09:00:00+07:00' });
    const embargoed = await warta.publish({ title: 'Nanti', publishedAt: '2026-06-02T08:00:00+07:00' });
    const change = { ...submission, title: 'Benar', publishedAt: '2026-05-02T09:00:00+07:00' };
    await warta.send('PUT', `/api/articles/${corrected.id}`, change, { 'If-Match': '*' });
    clock.advance(2 * 86_400_000);
    ids = { imported: imported.guid, corrected: corrected.guid, embargoed: embargoed.guid };
  });
  afterAll(() => warta.stop());

  /** Publication and last change of an article, in each format; where none is said, the publication. */
  async function datesOf(id: string) {
    const { rss, atom, json } = await readFeeds(warta);
    const item = rss.items?.find(({ guid }) => guid?.value === id);
    const entry = atom.entries?.find((one) => one.id === id);
    const object = json.items?.find((one) => one.id === id);
    return {
      rss: [item?.pubDate, item?.dcterms?.modified?.[0]],
      atom: [entry?.published, entry?.updated],
      json: [object?.date_published, object?.date_modified],
    };
  }

  it('publication, last change and last change of the list stand where the table says, in UTC', async () => {
    const published = '2026-05-02T02:00:00.000Z';
    const changed = '2026-06-01T00:00:00.000Z';
    expect(await datesOf(ids.corrected)).toEqual({
      rss: ['Sat, 02 May 2026 02:00:00 GMT', changed],
      atom: [published, changed],
      json: [published, changed],
    });
    const { rss, atom } = await readFeeds(warta);
    expect(rss.lastBuildDate).toBe('Tue, 02 Jun 2026 01:00:00 GMT');
    expect(atom.updated).toBe('2026-06-02T01:00:00.000Z');
  });

  it('a first version has its publication as its last change, though it was imported years later', async () => {
    const published = '2019-12-19T17:00:00.000Z';
    expect(await datesOf(ids.imported)).toEqual({
      rss: ['Thu, 19 Dec 2019 17:00:00 GMT', undefined],
      atom: [published, published],
      json: [published, published],
    });
  });

  it('no article is changed before it is published', async () => {
    const published = '2026-06-02T01:00:00.000Z';
    expect((await datesOf(ids.embargoed)).atom).toEqual([published, published]);
  });

  it('the same articles give the same bytes, at another time and in another process', async () => {
    const before = await readFeeds(warta);
    clock.advance(3 * 86_400_000);
    await warta.stop({ keepData: true });
    warta = await startService({ now: clock.now, dataPath: warta.dataPath });
    const after = await readFeeds(warta);
    for (const format of formats) expect(after.texts[format]).toBe(before.texts[format]);
  });
});
