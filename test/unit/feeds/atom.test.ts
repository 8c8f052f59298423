import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { renderAtom } from '../../../functions/feeds/atom.ts';
import type { FeedDocument } from '../../../functions/feeds/document.ts';
import { office } from '../../../functions/office/settings.ts';
import { baseUrl, feedUrls, plainArticle, sampleDocument } from './sample-document.ts';
import { parseStrictly } from '../../support/strict-xml.ts';

const parseFirst = (document = sampleDocument()) => parseAtomFeed(renderAtom(document)).entries?.[0];
const idOf = (fields: Partial<FeedDocument>) => parseAtomFeed(renderAtom(sampleDocument(fields))).id;

describe('an Atom entry', () => {
  it('is identified by the tag URI of its article', () => {
    expect(parseFirst()?.id).toBe('tag:sekarlangit.example,2026:artikel/01jq8z3v5n6w7x8y9z0abcdefg');
  });

  it('declares its title as text, and its summary and content as HTML', () => {
    expect(parseFirst()).toMatchObject({
      title: { type: 'text', value: 'Pasar Terapung Sekarlangit Dibuka, <hadir> & "Meriah"' },
      summary: {
        type: 'html',
        value: 'Bupati membuka pasar &lt;terapung&gt; &amp; menyapa 40 pedagang.',
      },
      content: {
        type: 'html',
        value: `<p>Pasar terapung dibuka. <a href="${baseUrl}/media/denah.pdf">Denah</a></p><p><img src="${baseUrl}/media/pasar.jpg" alt="Pasar" /></p>`,
      },
    });
  });

  it('has one title, one alternate link, and an author', () => {
    const elements = parseStrictly(renderAtom(sampleDocument()));
    const inEntries = elements.filter(({ parent }) => parent === 'entry');
    expect(inEntries.filter(({ name }) => name === 'title')).toHaveLength(2);
    expect(inEntries.filter(({ attributes }) => attributes['rel'] === 'alternate')).toHaveLength(2);
    expect(parseAtomFeed(renderAtom(sampleDocument())).entries?.map((entry) => entry.authors)).toEqual([
      [{ name: 'Ratna & Dewi' }, { name: 'Bagus' }],
      [{ name: office.publisher }],
    ]);
  });

  it('links to its page, to every picture and to where it came from', () => {
    expect(parseFirst()?.links).toEqual([
      {
        rel: 'alternate',
        type: 'text/html',
        hreflang: 'id',
        href: `${baseUrl}/berita/pasar-terapung-sekarlangit-dibuka`,
      },
      {
        rel: 'enclosure',
        type: 'image/jpeg',
        length: 48_213,
        href: `${baseUrl}/media/pasar.jpg`,
        title: 'Perahu pedagang berjajar "rapat" di sungai',
      },
      {
        rel: 'enclosure',
        type: 'image/png',
        length: 9_001,
        href: 'https://foto.sekarlangit.example/galeri?id=7&ukuran=besar',
      },
      {
        rel: 'via',
        href: 'https://lama.sekarlangit.example/berita?id=1&x=2',
        title: 'Humas <lama> & Arsip',
      },
    ]);
  });

  it('describes its pictures as Media RSS', () => {
    expect(parseFirst()?.media?.contents?.[0]).toMatchObject({
      fileSize: 48_213,
      description: { value: 'Perahu pedagang berjajar "rapat" di sungai' },
    });
  });

  it('tells its category from its tags', () => {
    expect(parseFirst()?.categories).toEqual([
      { term: 'budaya-pariwisata', scheme: `${baseUrl}/kategori/`, label: 'Budaya dan Pariwisata' },
      { term: 'UMKM <lokal>' },
      { term: 'pasar & sungai' },
    ]);
  });

  it('moves its updated with a correction, and is never updated before it is published', () => {
    const [corrected, early] = parseAtomFeed(renderAtom(sampleDocument())).entries ?? [];
    expect(corrected).toMatchObject({
      published: '2026-03-02T01:30:00.000Z',
      updated: '2026-03-03T01:00:00.000Z',
    });
    expect(early).toMatchObject({
      published: '2026-03-01T02:00:00.000Z',
      updated: '2026-03-01T02:00:00.000Z',
    });
  });

  it('says its language where it is another than the office’s', () => {
    const articles = [plainArticle({ language: 'en' }), plainArticle({ language: 'id' })];
    const entries = parseAtomFeed(renderAtom(sampleDocument({ articles }))).entries;
    expect(entries?.map((entry) => entry.xml?.lang)).toEqual(['en', undefined]);
    expect(entries?.[0]?.links?.[0]?.hreflang).toBe('en');
  });
});

describe('an Atom feed', () => {
  it('says what it is, in which language, where it lives, and when its list last changed', () => {
    const feed = parseAtomFeed(renderAtom(sampleDocument({ title: 'Warta: <banjir> & longsor' })));
    expect(feed).toMatchObject({
      xml: { lang: 'id' },
      title: { type: 'text', value: 'Warta: <banjir> & longsor' },
      subtitle: { type: 'text', value: office.description },
      updated: '2026-03-03T01:00:00.000Z',
      generator: { text: 'Warta' },
      authors: [{ name: office.publisher, uri: `${baseUrl}/`, email: office.email }],
      links: [
        { rel: 'alternate', type: 'text/html', hreflang: 'id', href: `${baseUrl}/` },
        { rel: 'self', type: 'application/atom+xml', href: `${baseUrl}/feed.atom` },
      ],
    });
  });

  it('keeps its id when the host changes, and in its archives', () => {
    const moved = {
      office: { ...office, baseUrl: 'http://127.0.0.1:3000' },
      pageUrl: 'http://127.0.0.1:3000/kategori/kesehatan',
    };
    const id = 'tag:sekarlangit.example,2026:daftar/kategori/kesehatan';
    expect(idOf({ pageUrl: `${baseUrl}/kategori/kesehatan` })).toBe(id);
    expect(idOf(moved)).toBe(id);
    expect(idOf({ pageUrl: `${baseUrl}/kategori/kesehatan`, selfUrl: feedUrls('/arsip/2026/01') })).toBe(id);
  });

  it('gives every search an id of its own that is a URI', () => {
    const document = sampleDocument({ pageUrl: `${baseUrl}/cari?q=banjir [dan] {longsor}` });
    expect(parseAtomFeed(renderAtom(document)).id).toBe(
      'tag:sekarlangit.example,2026:daftar/cari?q=banjir%20%5Bdan%5D%20%7Blongsor%7D',
    );
  });

  it('names its hubs and its archives', () => {
    const document = sampleDocument({
      hubs: ['https://hub.example/?a=1&b=2'],
      history: { isArchive: true, previousArchive: feedUrls('/arsip/2026/01') },
    });
    const xml = renderAtom(document);
    expect(parseAtomFeed(xml).links?.slice(2)).toEqual([
      { rel: 'hub', href: 'https://hub.example/?a=1&b=2' },
      { rel: 'prev-archive', href: `${baseUrl}/arsip/2026/01/feed.atom` },
    ]);
    expect(parseStrictly(xml).map(({ name }) => name)).toContain('fh:archive');
  });

  it('is whole without an article', () => {
    const xml = renderAtom(sampleDocument({ articles: [], history: { isComplete: true } }));
    expect(parseAtomFeed(xml).entries ?? []).toEqual([]);
    expect(parseStrictly(xml).map(({ name }) => name)).toContain('fh:complete');
  });
});
