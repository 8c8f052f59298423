import { describe, expect, it } from 'vitest';
import { renderJsonFeed } from '../../../functions/feeds/json-feed.ts';
import { office } from '../../../functions/office/settings.ts';
import { baseUrl, feedUrls, plainArticle, sampleDocument } from './sample-document.ts';

const parse = (document = sampleDocument()) => JSON.parse(renderJsonFeed(document));

describe('a JSON Feed', () => {
  it('is of version 1.1 and says what it is, in which language, and where it lives', () => {
    const { items, ...head } = parse(sampleDocument({ title: 'Warta: <banjir> & longsor' }));
    expect(items).toHaveLength(2);
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Warta: <banjir> & longsor',
      description: office.description,
      home_page_url: `${baseUrl}/`,
      feed_url: `${baseUrl}/feed.json`,
      language: 'id',
      authors: [{ name: office.publisher, url: `${baseUrl}/` }],
    });
  });

  it('writes an item whole, with texts as they are', () => {
    expect(parse().items[0]).toEqual({
      id: 'tag:sekarlangit.example,2026:artikel/01jq8z3v5n6w7x8y9z0abcdefg',
      url: `${baseUrl}/berita/pasar-terapung-sekarlangit-dibuka`,
      title: 'Pasar Terapung Sekarlangit Dibuka, <hadir> & "Meriah"',
      summary: 'Bupati membuka pasar <terapung> & menyapa 40 pedagang.',
      content_html: `<p>Pasar terapung dibuka. <a href="${baseUrl}/media/denah.pdf">Denah</a></p><p><img src="${baseUrl}/media/pasar.jpg" alt="Pasar" /></p>`,
      date_published: '2026-03-02T01:30:00.000Z',
      date_modified: '2026-03-03T01:00:00.000Z',
      authors: [{ name: 'Ratna & Dewi' }, { name: 'Bagus' }],
      tags: ['Budaya dan Pariwisata', 'UMKM <lokal>', 'pasar & sungai'],
      image: `${baseUrl}/media/pasar.jpg`,
      attachments: [
        {
          url: `${baseUrl}/media/pasar.jpg`,
          mime_type: 'image/jpeg',
          title: 'Perahu pedagang berjajar "rapat" di sungai',
          size_in_bytes: 48_213,
        },
        {
          url: 'https://foto.sekarlangit.example/galeri?id=7&ukuran=besar',
          mime_type: 'image/png',
          size_in_bytes: 9_001,
        },
      ],
      _warta: {
        source: {
          url: 'https://lama.sekarlangit.example/berita?id=1&x=2',
          name: 'Humas <lama> & Arsip',
        },
      },
    });
  });

  it('leaves out what a plain article does not have', () => {
    expect(parse().items[1]).toEqual({
      id: 'tag:sekarlangit.example,2026:artikel/01jq900000000000000000000a',
      url: `${baseUrl}/berita/jadwal-posyandu`,
      title: 'Jadwal Posyandu Pekan Ini',
      summary: 'Posyandu buka di tiga desa.',
      content_html: '<p>Posyandu buka di tiga desa.</p>',
      date_published: '2026-03-01T02:00:00.000Z',
      date_modified: '2026-03-01T02:00:00.000Z',
      authors: [{ name: office.publisher }],
      tags: ['Kesehatan'],
    });
  });

  it('names its hubs, its icon and the next older document', () => {
    const feed = parse(
      sampleDocument({
        office: { ...office, logo: '/media/logo.png' },
        hubs: ['https://hub.example/'],
        history: { previousArchive: feedUrls('/arsip/2026/01') },
      }),
    );
    expect(feed).toMatchObject({
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      icon: `${baseUrl}/media/logo.png`,
      next_url: `${baseUrl}/arsip/2026/01/feed.json`,
    });
  });

  it('says the language of an item where it is another than the office’s', () => {
    const articles = [plainArticle({ language: 'en' }), plainArticle()];
    const { items } = parse(sampleDocument({ articles }));
    expect(items.map((item: { language?: string }) => item.language)).toEqual(['en', undefined]);
  });

  it('is whole without an article', () => {
    expect(parse(sampleDocument({ articles: [] }))).toMatchObject({ title: office.name, items: [] });
  });
});
