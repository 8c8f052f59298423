/** What the press office teaches the search. It holds for questions as they come, and changes no index. */
export type Lexicon = {
  /** Groups of words, or of words in a row, that stand for one another. */
  readonly synonyms: readonly (readonly string[])[];
  /** What is written, and how we write it. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Articles that answer a question before all others. */
  readonly pinned: readonly Pin[];
};

export type Pin = {
  readonly query: string;
  /** Ids, in the order in which they are shown. */
  readonly articles: readonly string[];
  /** The last day of the office (`2026-07-31`), or an instant (RFC 3339). */
  readonly until?: string;
};

export const emptyLexicon: Lexicon = { synonyms: [], spellings: {}, pinned: [] };

/** What a lexicon may hold at the most. */
export const lexiconBounds = {
  groups: 500,
  membersOfGroup: 12,
  spellings: 1000,
  pins: 100,
  articlesOfPin: 5,
  memberLength: 80,
  queryLength: 100,
  /** Of its JSON in UTF-8: DynamoDB takes 400 KB an item. */
  bytes: 300_000,
} as const;
