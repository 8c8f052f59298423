import type { AsPlainObject } from 'minisearch';
import * as v from 'valibot';
import { analyzerVersion } from './analyzer/analyze.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { loadWordIndex, type WordIndex } from './word-index.ts';

/** All that a live index holds. */
export type SnapshotContents = {
  readonly articles: readonly IndexedArticle[];
  readonly words: WordIndex;
  /** RFC 3339, UTC. */
  readonly lastRemovalAt: string;
};

/** A live index as a JSON value. */
export type Snapshot = {
  readonly format: typeof format;
  readonly analyzerVersion: string;
  readonly lastRemovalAt: string;
  readonly articles: readonly IndexedArticle[];
  readonly words: AsPlainObject;
};

export function renderSnapshot({ articles, words, lastRemovalAt }: SnapshotContents): Snapshot {
  return { format, analyzerVersion, lastRemovalAt, articles, words: words.toJSON() };
}

/** What a snapshot holds, or undefined where it is damaged, or of another format or analyzer. */
export function parseSnapshot(value: unknown): SnapshotContents | undefined {
  const parsed = v.safeParse(snapshotSchema, value);
  if (!parsed.success) return undefined;
  const { articles, words, lastRemovalAt } = parsed.output;
  try {
    const numbers = articles.map((article) => article.words.number);
    return { articles, words: loadWordIndex(words, numbers), lastRemovalAt };
  } catch {
    // MiniSearch could not read its own part.
    return undefined;
  }
}

/** One more with every change of what a snapshot holds. */
const format = 1;

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const instantSchema = v.pipe(v.string(), v.isoTimestamp());

const articleSchema = v.object({
  id: v.string(),
  version: v.number(),
  title: v.string(),
  category: v.string(),
  tags: v.array(v.string()),
  authors: v.array(v.string()),
  place: v.exactOptional(v.string()),
  publishedAt: instantSchema,
  changedAt: instantSchema,
  year: v.string(),
  words: v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(0)),
    title: v.string(),
    text: v.string(),
  }),
});

const lengthsSchema = v.tuple([v.number(), v.number()]);
type Postings = AsPlainObject['index'][number];

/** What MiniSearch writes. Its millions of numbers are not looked at: a wrong one spoils an order, and no more. */
const wordsSchema = v.object({
  documentCount: countSchema,
  nextId: countSchema,
  documentIds: v.record(v.string(), countSchema),
  fieldIds: v.record(v.string(), countSchema),
  fieldLength: v.record(v.string(), lengthsSchema),
  averageFieldLength: lengthsSchema,
  storedFields: v.strictObject({}),
  dirtCount: countSchema,
  index: v.array(v.custom<Postings>((value) => Array.isArray(value) && typeof value[0] === 'string')),
  serializationVersion: v.number(),
});

const snapshotSchema = v.object({
  format: v.literal(format),
  analyzerVersion: v.literal(analyzerVersion),
  lastRemovalAt: instantSchema,
  articles: v.array(articleSchema),
  words: v.pipe(
    wordsSchema,
    v.check(({ documentIds, fieldLength }) => Object.keys(documentIds).every((key) => key in fieldLength)),
  ),
});
