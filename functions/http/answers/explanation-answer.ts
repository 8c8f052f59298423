import * as v from 'valibot';
import { count, listOf } from './list-of.ts';

const points = v.number();

const scorePart = v.variant('part', [
  v.object({ part: v.literal('words'), points }),
  v.object({ part: v.literal('coverage'), answered: count, asked: count, points }),
  v.object({ part: v.picklist(['headline', 'together']), points }),
  v.object({ part: v.picklist(['news', 'named-time', 'half-answer']), factor: v.number(), points }),
]);

const termPart = v.object({
  term: v.string(),
  match: v.picklist(['form', 'stem', 'abbreviation', 'part-of-compound', 'repair', 'lexicon']),
  field: v.pipe(v.picklist(['all', 'title']), v.description('`all` is the title twice and the text.')),
  frequency: v.pipe(count, v.description('How often it stands there.')),
  articles: v.pipe(count, v.description('How many articles have it there.')),
  rarity: v.pipe(v.number(), v.description('The idf of BM25.')),
  saturation: v.pipe(v.number(), v.description('The tf of BM25, weighed by the length of the article.')),
  weight: v.pipe(v.number(), v.description('Of the match: a stem says less than the word.')),
  boost: v.pipe(v.number(), v.description('Of the field.')),
  points,
});

/** Why an article has its score. */
export const explanationAnswer = v.object({
  parts: v.pipe(listOf(scorePart), v.description('What the score is the sum of.')),
  words: listOf(v.object({ typed: v.string(), isAnswered: v.boolean(), terms: listOf(termPart) })),
  together: listOf(v.object({ words: listOf(v.string()), how: v.picklist(['in-a-row', 'near']), points })),
});
