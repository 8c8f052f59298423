import { abbreviationsAt } from './abbreviations.ts';
import { toIndexTerms } from './analyze.ts';
import { toWords } from './normalize.ts';
import { respell } from './spellings.ts';
import { stopWords } from './stop-words.ts';

/** A word of a query. */
export type QueryWord = {
  /** The word in its normal form; undefined for an abbreviation, in its short or its long form. */
  readonly surface: string | undefined;
  /** Nobody is answered by a stop word; it matters between other words only. */
  readonly isStop: boolean;
  /** The terms of the index that answer it, each with the weight of a match. Never empty. */
  readonly terms: ReadonlyMap<string, number>;
  /** What else answers it, since the office says so. */
  readonly lent?: ReadonlyMap<string, number>;
  /** The same for all forms of a word. */
  readonly meaning: string;
  /** Where it stood in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
};

/** The words of a query in their order, stop words included; an abbreviation in its long form is one. */
export function toQueryWords(text: string): QueryWord[] {
  const words = respell(toWords(text));
  const names = words.map((word) => word.text);
  const asked: QueryWord[] = [];
  let at = 0;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const { start } = word;
    const [abbreviation] = abbreviationsAt(names, at);
    at += abbreviation?.length ?? 1;
    const end = words[at - 1]?.end ?? word.end;
    if (abbreviation !== undefined) {
      const { term } = abbreviation;
      asked.push({
        surface: undefined,
        isStop: false,
        terms: new Map([[term, 1]]),
        meaning: term,
        start,
        end,
      });
    } else if (stopWords.has(word.text)) {
      const terms = new Map([[word.text, 1]]);
      asked.push({ surface: word.text, isStop: true, terms, meaning: word.text, start, end });
    } else {
      const [surface = '', stem = surface] = toIndexTerms(word.text);
      const parts = word.parts.filter((part) => part.length >= minPartLength);
      const soft = [...parts, stem].map((term) => [term, softWeight] as const);
      asked.push({
        surface,
        isStop: false,
        terms: new Map([...soft, [surface, 1]]),
        meaning: stem,
        start,
        end,
      });
    }
  }
  return asked;
}

/** All terms that answer a word, each with the greatest of its weights. */
export function termsOf({ terms, lent }: QueryWord): ReadonlyMap<string, number> {
  if (lent === undefined) return terms;
  const all = new Map(lent);
  for (const [term, weight] of terms) all.set(term, Math.max(weight, all.get(term) ?? 0));
  return all;
}

/** A stem, or a part of a compound, says less than what was typed. */
const softWeight = 0.7;

/** `e`, `rp` and `19` alone say nothing of `e-KTP`, `Rp5.000` and `COVID-19`. */
const minPartLength = 3;
