import type { Article } from '../../../functions/articles/article.ts';
import type { FeedDocument } from '../../../functions/feeds/document.ts';
import { office } from '../../../functions/office/settings.ts';

export const baseUrl = office.baseUrl;

/** An article with everything in it; the fields given replace its own. */
export function sampleArticle(fields: Partial<Article> = {}): Article {
  return {
    id: '01JQ8Z3V5N6W7X8Y9Z0ABCDEFG',
    slug: 'pasar-terapung-sekarlangit-dibuka',
    version: 2,
    title: 'Pasar Terapung Sekarlangit Dibuka, <hadir> & "Meriah"',
    summary: 'Bupati membuka pasar <terapung> & menyapa 40 pedagang.',
    bodyHtml:
      '<p>Pasar terapung dibuka. <a href="/media/denah.pdf">Denah</a></p><p><img src="/media/pasar.jpg" alt="Pasar" /></p>',
    place: 'SEKARLANGIT',
    authors: ['Ratna & Dewi', 'Bagus'],
    category: 'budaya-pariwisata',
    tags: ['UMKM <lokal>', 'pasar & sungai'],
    images: [
      {
        url: '/media/pasar.jpg',
        type: 'image/jpeg',
        length: 48_213,
        alt: 'Perahu pedagang berjajar "rapat" di sungai',
        caption: 'Pasar terapung pada hari pertama',
        width: 1200,
        height: 800,
      },
      {
        url: 'https://foto.sekarlangit.example/galeri?id=7&ukuran=besar',
        type: 'image/png',
        length: 9_001,
        alt: '',
      },
    ],
    source: { url: 'https://lama.sekarlangit.example/berita?id=1&x=2', name: 'Humas <lama> & Arsip' },
    language: 'id',
    publishedAt: '2026-03-02T08:30:00+07:00',
    updatedAt: '2026-03-03T01:00:00.000Z',
    status: 'published',
    ...fields,
  };
}

/** An article with nothing in it that an article can do without. */
export function plainArticle(fields: Partial<Article> = {}): Article {
  return {
    id: '01JQ900000000000000000000A',
    slug: 'jadwal-posyandu',
    version: 1,
    title: 'Jadwal Posyandu Pekan Ini',
    summary: 'Posyandu buka di tiga desa.',
    bodyHtml: '<p>Posyandu buka di tiga desa.</p>',
    authors: [],
    category: 'kesehatan',
    tags: [],
    images: [],
    language: 'id',
    publishedAt: '2026-03-01T09:00:00+07:00',
    updatedAt: '2026-03-01T01:00:00.000Z',
    status: 'published',
    ...fields,
  };
}

export function sampleDocument(fields: Partial<FeedDocument> = {}): FeedDocument {
  return {
    office,
    title: 'Warta Kabupaten Sekarlangit',
    description: 'Berita resmi Pemerintah Kabupaten Sekarlangit.',
    pageUrl: `${baseUrl}/`,
    selfUrl: feedUrls(''),
    updatedAt: '2026-03-03T01:00:00.000Z',
    articles: [sampleArticle(), plainArticle()],
    ...fields,
  };
}

/** The three addresses below a path. */
export function feedUrls(path: string): FeedDocument['selfUrl'] {
  return {
    rss: `${baseUrl}${path}/feed.rss`,
    atom: `${baseUrl}${path}/feed.atom`,
    json: `${baseUrl}${path}/feed.json`,
  };
}
