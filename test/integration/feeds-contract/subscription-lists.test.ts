import { parseOpml } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Warta, wholeArticle } from '../../support/feed-contract.ts';
import { baseUrl, startService } from '../../support/service.ts';
import { parseStrictly } from '../../support/strict-xml.ts';

describe('docs/feeds.md, Subscription lists', () => {
  let warta: Warta;
  beforeAll(async () => {
    warta = await startService();
    await warta.publish(wholeArticle);
  });
  afterAll(() => warta.stop());

  const read = async () => (await warta.get('/opml.xml')).text();

  it('each feed is an outline that a reader can subscribe to', async () => {
    const text = await read();
    expect(text).toContain('<opml version="2.0">');
    const outlines = parseStrictly(text).filter(({ attributes }) => attributes['type'] === 'rss');
    expect(outlines.length).toBeGreaterThan(10);
    for (const { attributes } of outlines) {
      expect(attributes).toEqual({
        type: 'rss',
        text: attributes['title'],
        title: expect.stringContaining('Warta Kabupaten Sekarlangit'),
        xmlUrl: expect.stringMatching(/\/feed\.rss$/),
        htmlUrl: expect.stringContaining(baseUrl),
        language: 'id',
      });
      expect((await warta.get((attributes['xmlUrl'] ?? '').replace(baseUrl, ''))).status).toBe(200);
    }
  });

  it('feeds with a category stand in an outline of its name', async () => {
    const [latest, ...folders] = parseOpml(await read()).body?.outlines ?? [];
    expect(latest?.xmlUrl).toBe(`${baseUrl}/feed.rss`);
    expect(folders.map(({ text }) => text)).toEqual(['kategori', 'tag', 'penulis', 'tempat']);
    expect(folders[3]?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
      `${baseUrl}/tempat/tirtapuspa/feed.rss`,
    ]);
  });
});
