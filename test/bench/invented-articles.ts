import type { Article } from '../../functions/articles/article.ts';
import { office } from '../../functions/office/settings.ts';
import { type Random, createRandom } from './random.ts';
import { createWordPicker } from './vocabulary.ts';

/** What a writer sends. */
export type Submission = Pick<
  Article,
  'title' | 'summary' | 'bodyHtml' | 'publishedAt' | 'category' | 'tags' | 'authors' | 'place'
>;

/** So many, of about 260 words each, an hour apart; the same seed gives the same ones. */
export function inventSubmissions(count: number, seed = 1): Submission[] {
  const random = createRandom(seed);
  const word = createWordPicker(random);
  const sentence = (length: number) => capitalize(Array.from({ length }, word).join(' '));
  return Array.from({ length: count }, (_, hour) => ({
    title: sentence(6 + random.below(5)),
    summary: `${sentence(18)}.`,
    bodyHtml: Array.from({ length: 7 }, () => `<p>${paragraph(random, sentence)}</p>`).join('\n'),
    publishedAt: new Date(Date.UTC(2019, 0, 1, hour)).toISOString(),
    category: random.pick(office.categories).slug,
    tags: [random.pick(tags)],
    authors: [random.pick(authors)],
    place: random.pick(places),
  }));
}

/** The same as the table keeps them. */
export function inventArticles(count: number, seed = 1): Article[] {
  return inventSubmissions(count, seed).map((submission, index) => ({
    ...submission,
    id: index.toString().padStart(26, '0'),
    slug: `berita-${index}`,
    version: 1,
    updatedAt: submission.publishedAt,
    images: [],
    language: office.language,
    status: 'published',
  }));
}

function paragraph(random: Random, sentence: (length: number) => string): string {
  return Array.from({ length: 3 }, () => `${sentence(8 + random.below(9))}.`).join(' ');
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const tags = ['jembatan', 'sekolah', 'pasar', 'banjir', 'panen', 'jalan', 'puskesmas', 'batik'] as const;
const authors = ['rin', 'bgs', 'dwi', 'stn'] as const;
const places = ['SEKARLANGIT', 'TIRTAPUSPA', 'AWANRAYA', 'KEMUNING'] as const;
