import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { office } from '../../functions/office/settings.ts';
import type { SearchDocument } from '../../functions/search/segments/document.ts';
import { type Random, createRandom } from './random.ts';
import { createWordPicker } from './vocabulary.ts';

/** What is searched: so many invented articles of so many words in the mean, or those of DIR/news.jsonl.gz. */
export type CorpusSource =
  { readonly count: number; readonly meanWords: number } | { readonly folder: string };

/**
 * The articles one at a time, an hour apart, the oldest first; the same ones in every process. Only their texts
 * differ between what is read and what is invented: what they are filtered by is invented for both.
 */
export function* readCorpus(source: CorpusSource): Generator<SearchDocument> {
  const random = createRandom(11);
  const invent = createLabels(random);
  let number = 0;
  for (const { title, text } of 'folder' in source ? readNews(source.folder) : inventTexts(source)) {
    const publishedAt = new Date(Date.UTC(1990, 0, 1, number)).toISOString();
    yield {
      id: number.toString().padStart(26, '0'),
      version: 1,
      title,
      text,
      ...invent(),
      publishedAt,
      updatedAt: publishedAt,
      year: publishedAt.slice(0, 4),
    };
    number += 1;
  }
}

type Text = { readonly title: string; readonly text: string };

function* readNews(folder: string): Generator<Text> {
  const article = v.object({ title: v.string(), body: v.string() });
  const lines = gunzipSync(readFileSync(join(folder, 'news.jsonl.gz'))).toString();
  for (const line of lines.trim().split('\n')) {
    const { title, body } = v.parse(article, JSON.parse(line));
    yield { title, text: body };
  }
}

/** Sentences of a regency that does not exist; how long an article is varies as in the press, by a factor of six. */
function* inventTexts({ count, meanWords }: { count: number; meanWords: number }): Generator<Text> {
  const random = createRandom(1);
  const word = createWordPicker(random, 60_000);
  const sentence = (length: number) => {
    const words = Array.from({ length }, word).join(' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  for (let left = count; left > 0; left--) {
    const paragraphs: string[] = [];
    for (let words = meanWords * (0.3 + random.fraction() ** 2 * 2.1); words > 0; words -= 36)
      paragraphs.push(`${sentence(12)}. ${sentence(14)}. ${sentence(10)}.`);
    yield { title: sentence(6 + random.below(5)), text: paragraphs.join('\n') };
  }
}

function createLabels(random: Random) {
  const tag = createWordPicker(createRandom(3), 400);
  return () => ({
    category: random.pick(office.categories).slug,
    tags: [...new Set([tag(), tag()])],
    authors: [random.pick(authors)],
    place: random.pick(places),
  });
}

const authors = ['rin', 'bgs', 'dwi', 'stn', 'ayu', 'hjr', 'lkm', 'pto'] as const;
const places = ['SEKARLANGIT', 'TIRTAPUSPA', 'AWANRAYA', 'KEMUNING', 'BATUMEKAR', 'RANCALUHUR'] as const;
