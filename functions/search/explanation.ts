/** Why an article has its score. */
export type Explanation = {
  /** What the score is the sum of; the score itself is rounded to six digits. */
  readonly parts: readonly ScorePart[];
  /** The part `words`, in the order of the query. */
  readonly words: readonly WordPart[];
  /** The part `together`. */
  readonly together: readonly TogetherPart[];
};

export type ScorePart =
  /** BM25 of the terms. */
  | { readonly part: 'words'; readonly points: number }
  /** What it counts to answer several words. */
  | { readonly part: 'coverage'; readonly answered: number; readonly asked: number; readonly points: number }
  /** Words that stand beside one another as they were typed. */
  | { readonly part: 'together'; readonly points: number }
  /** What all before is multiplied by: for what is new, for a time that the query names, for half an answer. */
  | {
      readonly part: 'news' | 'named-time' | 'half-answer';
      readonly factor: number;
      readonly points: number;
    };

export type WordPart = {
  readonly typed: string;
  readonly isAnswered: boolean;
  /** Those that the article holds; a term that answers several words stands with the first of them. */
  readonly terms: readonly TermPart[];
};

export type TermPart = {
  readonly term: string;
  readonly match: MatchKind;
  /** `all` is the title twice and the text. */
  readonly field: 'all' | 'title';
  /** How often it stands there. */
  readonly frequency: number;
  /** How many articles have it there. */
  readonly articles: number;
  /** The idf of BM25. */
  readonly rarity: number;
  /** The tf of BM25, weighed by the length of the article. */
  readonly saturation: number;
  /** Of the match: a stem says less than the word. */
  readonly weight: number;
  /** Of the field; of a title as much of it as it answers of the words of the query. */
  readonly boost: number;
  /** The product of the last four. */
  readonly points: number;
};

/** How a term answers what was typed. */
export type MatchKind = 'form' | 'stem' | 'abbreviation' | 'part-of-compound' | 'repair' | 'lexicon';

export type TogetherPart = {
  readonly words: readonly string[];
  readonly how: 'in-a-row' | 'near';
  readonly points: number;
};
