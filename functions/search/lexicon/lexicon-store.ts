import type { Lexicon } from './lexicon.ts';
import type { ReadyLexicon } from './ready-lexicon.ts';

/** Where the office's lexicon is kept. */
export type LexiconStore = {
  /** What questions are read by: as it was half a minute ago at the most, as far as the store answers. */
  readonly current: () => Promise<ReadyLexicon>;
  /** As it is now; revision 0 while there is none. */
  readonly read: () => Promise<StoredLexicon>;
  /** Puts another in its place, unless somebody else has done so since that revision: then it says false. */
  readonly replace: (revision: number, lexicon: Lexicon) => Promise<boolean>;
};

export type StoredLexicon = { readonly revision: number; readonly lexicon: Lexicon };
