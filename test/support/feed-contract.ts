import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { startService } from './service.ts';

export const formats = ['rss', 'atom', 'json'] as const;
export type Format = (typeof formats)[number];
export type Warta = Awaited<ReturnType<typeof startService>>;

/** An article with everything in it that a feed can show. */
export const wholeArticle = {
  title: 'Pasar Terapung Dibuka, <hadir> & "Meriah"',
  summary: 'Bupati menyapa <40> pedagang & pembeli.',
  bodyHtml: '<p>Pasar terapung dibuka. <a href="/media/denah.pdf">Denah</a></p>',
  publishedAt: '2026-03-02T08:30:00+07:00',
  category: 'budaya-pariwisata',
  tags: ['UMKM <lokal>', 'pasar & sungai'],
  authors: ['Ratna & Dewi', 'Bagus'],
  place: 'TIRTAPUSPA',
  language: 'en',
  images: [
    {
      url: 'https://foto.sekarlangit.example/a.jpg',
      type: 'image/jpeg',
      length: 48_213,
      alt: 'Perahu "rapat"',
    },
    {
      url: 'https://foto.sekarlangit.example/b.png',
      type: 'image/png',
      length: 9_001,
      alt: '',
      width: 4,
      height: 3,
    },
  ],
  source: { url: 'https://lama.sekarlangit.example/berita?id=1&x=2', name: 'Humas <lama> & Arsip' },
};

/** The three documents below a path, as a reader of each format has them. */
export async function readFeeds(warta: Warta, path = '', query = '') {
  const [rss, atom, json] = await Promise.all(
    formats.map(async (format) => (await warta.get(`${path}/feed.${format}${query}`)).text()),
  );
  return {
    rss: parseRssFeed(rss ?? ''),
    atom: parseAtomFeed(atom ?? ''),
    json: parseJsonFeed(json ?? ''),
    texts: { rss: rss ?? '', atom: atom ?? '', json: json ?? '' },
  };
}

/** Ids and titles of the entries, whatever the format. */
export function entriesOf(format: Format, text: string) {
  if (format === 'rss')
    return (parseRssFeed(text).items ?? []).map(({ guid, title }) => ({ id: guid?.value, title }));
  if (format === 'atom')
    return (parseAtomFeed(text).entries ?? []).map(({ id, title }) => ({ id, title: title?.value }));
  return (parseJsonFeed(text).items ?? []).map(({ id, title }) => ({ id, title }));
}

/** The titles below an address, in their order. */
export async function titlesAt(warta: Warta, path: string): Promise<(string | undefined)[]> {
  const format = formats.find((name) => path.includes(`/feed.${name}`)) ?? 'json';
  return entriesOf(format, await (await warta.get(path)).text()).map(({ title }) => title);
}

/** `rel` and address of each link of a Link header. */
export function linksOf(response: Response): Record<string, string> {
  const links = (response.headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"/g);
  return Object.fromEntries([...links].map(([, href = '', rel = '']) => [rel, href]));
}
