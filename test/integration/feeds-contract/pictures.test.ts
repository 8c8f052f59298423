import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderFeed } from '../../../functions/feeds/render.ts';
import { parseRssFeed } from 'feedsmith';
import { type Warta, formats, readFeeds, wholeArticle } from '../../support/feed-contract.ts';
import { startService } from '../../support/service.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';
import { plainArticle, sampleArticle, sampleDocument } from '../../unit/feeds/sample-document.ts';

describe('docs/feeds.md, Pictures', () => {
  let warta: Warta;
  let feeds: Awaited<ReturnType<typeof readFeeds>>;
  beforeAll(async () => {
    warta = await startService();
    await warta.publish(wholeArticle);
    feeds = await readFeeds(warta);
  });
  afterAll(() => warta.stop());

  const [first, second] = wholeArticle.images;

  it('all of them are media:content in RSS and Atom, with type, length, size and the text that stands in', () => {
    const media = [
      {
        url: first?.url,
        type: first?.type,
        medium: 'image',
        fileSize: first?.length,
        description: { type: 'plain', value: first?.alt },
      },
      {
        url: second?.url,
        type: second?.type,
        medium: 'image',
        fileSize: second?.length,
        width: 4,
        height: 3,
      },
    ];
    expect(feeds.rss.items?.[0]?.media?.contents).toEqual(media);
    expect(feeds.atom.entries?.[0]?.media?.contents).toEqual(media);
  });

  it('all of them are enclosures in Atom, titled with the text that stands in', () => {
    const enclosures = feeds.atom.entries?.[0]?.links?.filter(({ rel }) => rel === 'enclosure');
    expect(enclosures).toEqual([
      { rel: 'enclosure', href: first?.url, type: first?.type, length: first?.length, title: first?.alt },
      { rel: 'enclosure', href: second?.url, type: second?.type, length: second?.length },
    ]);
  });

  it('all of them are attachments in JSON Feed, and the first is the image', () => {
    const item = feeds.json.items?.[0];
    expect(item?.attachments).toEqual([
      { url: first?.url, mime_type: first?.type, size_in_bytes: first?.length, title: first?.alt },
      { url: second?.url, mime_type: second?.type, size_in_bytes: second?.length },
    ]);
    expect(item?.image).toBe(first?.url);
  });

  it('the RSS enclosure is the first whose length is known', () => {
    expect(feeds.rss.items?.[0]?.enclosures).toEqual([
      { url: first?.url, type: first?.type, length: first?.length },
    ]);
    const [one, two] = sampleArticle().images;
    const images = [one, two].flatMap((image, at) => (image ? [{ ...image, length: at }] : []));
    const xml = renderFeed('rss', sampleDocument({ articles: [plainArticle({ images })] }));
    expect(parseRssFeed(xml).items?.[0]?.enclosures?.map(({ url }) => url)).toEqual([two?.url]);
  });

  it.each(['rss', 'atom'] as const)('media elements end their entry and have no title (%s)', (format) => {
    const elements = parseStrictly(feeds.texts[format]);
    const entry = format === 'rss' ? 'item' : 'entry';
    const names = elements.filter(({ parent }) => parent === entry).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['media:content', 'media:content']);
    expect(names.slice(0, -2)).not.toContain('media:content');
    expect(textsOf(elements, 'media:content', 'media:title')).toEqual([]);
  });

  it('a picture whose address or type cannot be used is left out, and the article stays', () => {
    const [good] = sampleArticle().images;
    const images = [
      { url: 'http://[', type: 'image/png', length: 1, alt: '' },
      { url: 'https://a.example/x.png', type: 'gambar', length: 1, alt: '' },
      ...(good ? [good] : []),
    ];
    for (const format of formats) {
      const text = renderFeed(format, sampleDocument({ articles: [plainArticle({ images })] }));
      expect(text).toContain('Jadwal Posyandu');
      expect(text).toContain('pasar.jpg');
      expect(text).not.toContain('a.example');
      expect(text).not.toContain('http://[');
    }
  });
});
