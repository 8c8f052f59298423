import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { renderRss } from '../../../functions/feeds/rss.ts';
import { office } from '../../../functions/office/settings.ts';
import { baseUrl, feedUrls, plainArticle, sampleArticle, sampleDocument } from './sample-document.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

const parseFirst = (document = sampleDocument()) => parseRssFeed(renderRss(document)).items?.[0];

describe('an RSS item', () => {
  it('is identified by the tag URI of its article, which is no permalink', () => {
    expect(parseFirst()?.guid).toEqual({
      value: 'tag:sekarlangit.example,2026:artikel/01jq8z3v5n6w7x8y9z0abcdefg',
      isPermaLink: false,
    });
  });

  it('carries its title as text, written with the references that most readers understand', () => {
    const xml = renderRss(sampleDocument());
    expect(parseRssFeed(xml).items?.[0]?.title).toBe('Pasar Terapung Sekarlangit Dibuka, <hadir> & "Meriah"');
    expect(xml).toContain(
      '<title>Pasar Terapung Sekarlangit Dibuka, &#x3C;hadir&#x3E; &#x26; "Meriah"</title>',
    );
  });

  it('holds a summary that is HTML and the full text with absolute addresses', () => {
    const item = parseFirst();
    expect(item?.description).toBe('Bupati membuka pasar &lt;terapung&gt; &amp; menyapa 40 pedagang.');
    expect(item?.content?.encoded).toBe(
      `<p>Pasar terapung dibuka. <a href="${baseUrl}/media/denah.pdf">Denah</a></p><p><img src="${baseUrl}/media/pasar.jpg" alt="Pasar" /></p>`,
    );
  });

  it('names its authors as Dublin Core creators and never as author, which must be an address', () => {
    const xml = renderRss(sampleDocument());
    expect(parseRssFeed(xml).items?.map((item) => item.dc?.creators)).toEqual([
      ['Ratna & Dewi', 'Bagus'],
      [office.publisher],
    ]);
    expect(textsOf(parseStrictly(xml), 'item', 'author')).toEqual([]);
  });

  it('is dated with its publication, and with its correction where it was corrected', () => {
    const [corrected, untouched] = parseRssFeed(renderRss(sampleDocument())).items ?? [];
    expect(corrected?.pubDate).toBe('Mon, 02 Mar 2026 01:30:00 GMT');
    expect(corrected?.dcterms?.modified).toEqual(['2026-03-03T01:00:00.000Z']);
    expect(untouched?.pubDate).toBe('Sun, 01 Mar 2026 02:00:00 GMT');
    expect(untouched?.dcterms).toBeUndefined();
  });

  it('lists its category, marked as such, and its tags', () => {
    expect(parseFirst()?.categories).toEqual([
      { name: 'Budaya dan Pariwisata', domain: `${baseUrl}/kategori/` },
      { name: 'UMKM <lokal>' },
      { name: 'pasar & sungai' },
    ]);
  });

  it('encloses the first picture and describes all of them', () => {
    const item = parseFirst();
    expect(item?.enclosures).toEqual([
      { url: `${baseUrl}/media/pasar.jpg`, type: 'image/jpeg', length: 48_213 },
    ]);
    expect(item?.media?.contents).toEqual([
      {
        url: `${baseUrl}/media/pasar.jpg`,
        type: 'image/jpeg',
        medium: 'image',
        fileSize: 48_213,
        width: 1200,
        height: 800,
        description: { type: 'plain', value: 'Perahu pedagang berjajar "rapat" di sungai' },
      },
      {
        url: 'https://foto.sekarlangit.example/galeri?id=7&ukuran=besar',
        type: 'image/png',
        medium: 'image',
        fileSize: 9_001,
      },
    ]);
  });

  it('credits the source that it was taken from', () => {
    expect(parseFirst()?.source).toEqual({
      url: 'https://lama.sekarlangit.example/berita?id=1&x=2',
      title: 'Humas <lama> & Arsip',
    });
  });

  it('says its language where it is another than the office’s', () => {
    const articles = [plainArticle({ language: 'en' }), plainArticle({ language: 'id' })];
    const items = parseRssFeed(renderRss(sampleDocument({ articles }))).items;
    expect(items?.map((item) => item.dc?.languages)).toEqual([['en'], undefined]);
  });
});

describe('an RSS channel', () => {
  it('says what it is, where it lives, and when its list last changed', () => {
    const channel = parseRssFeed(renderRss(sampleDocument({ title: 'Warta: <banjir> & longsor' })));
    expect(channel).toMatchObject({
      title: 'Warta: <banjir> & longsor',
      link: `${baseUrl}/`,
      description: office.description,
      language: 'id',
      lastBuildDate: 'Tue, 03 Mar 2026 01:00:00 GMT',
      ttl: 15,
      generator: 'Warta',
      managingEditor: { email: office.email, name: office.publisher },
      atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: `${baseUrl}/feed.rss` }] },
    });
  });

  it('shows the logo of an office that has one, under the title and link of the channel', () => {
    const document = sampleDocument({ title: 'A & B', office: { ...office, logo: '/media/logo.png' } });
    expect(parseRssFeed(renderRss(document)).image).toEqual({
      url: `${baseUrl}/media/logo.png`,
      title: 'A & B',
      link: `${baseUrl}/`,
    });
  });

  it('names its hubs and its archives', () => {
    const document = sampleDocument({
      hubs: ['https://hub.example/?a=1&b=2'],
      history: {
        isArchive: true,
        current: feedUrls(''),
        previousArchive: feedUrls('/arsip/2026/01'),
        nextArchive: feedUrls('/arsip/2026/03'),
      },
    });
    const xml = renderRss(document);
    expect(parseRssFeed(xml).atom?.links?.slice(1)).toEqual([
      { rel: 'hub', href: 'https://hub.example/?a=1&b=2' },
      { rel: 'current', href: `${baseUrl}/feed.rss` },
      { rel: 'prev-archive', href: `${baseUrl}/arsip/2026/01/feed.rss` },
      { rel: 'next-archive', href: `${baseUrl}/arsip/2026/03/feed.rss` },
    ]);
    const names = parseStrictly(xml).map(({ name }) => name);
    expect(names).toContain('fh:archive');
    expect(names).not.toContain('ttl');
  });

  it('is whole without an article', () => {
    const channel = parseRssFeed(renderRss(sampleDocument({ articles: [], history: { isComplete: true } })));
    expect(channel.title).toBe(office.name);
    expect(channel.items ?? []).toEqual([]);
  });

  it('holds its articles in the order of the document', () => {
    const articles = [plainArticle({ title: 'Dua' }), sampleArticle({ title: 'Satu' })];
    expect(parseRssFeed(renderRss(sampleDocument({ articles }))).items?.map((item) => item.title)).toEqual([
      'Dua',
      'Satu',
    ]);
  });
});
