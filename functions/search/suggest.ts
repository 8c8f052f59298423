import { toWords } from './analyzer/normalize.ts';
import type { Entry } from './indexed-article.ts';

/** Letters from which on a beginning says something. */
const minLength = 3;
/** A word that fewer articles hold is no completion: it may be a slip. */
const minFrequency = 2;

/**
 * Completions of what was typed so far: the newest headlines that hold its words, the last one as a
 * beginning; then the commonest words that go on from the last one.
 */
export function suggest(
  index: {
    readonly dictionary: () => Iterable<readonly [string, number]>;
    readonly newestFirst: () => readonly Entry[];
  },
  typed: string,
  limit: number,
  now: Date,
): string[] {
  const words = toWords(typed).map((word) => word.text);
  const beginning = words.at(-1) ?? '';
  if (beginning.length < minLength) return [];

  const found = new Set<string>();
  for (const { article, publishedAtMs } of index.newestFirst()) {
    if (found.size === limit) return [...found];
    if (publishedAtMs > now.getTime()) continue;
    const title = ` ${article.words.title} `;
    const holdsAll = words.slice(0, -1).every((word) => title.includes(` ${word} `));
    if (holdsAll && title.includes(` ${beginning}`)) found.add(article.title);
  }

  const before = typed.slice(0, typed.search(/\S+\s*$/u));
  const completions = [...index.dictionary()]
    .filter(([word, frequency]) => word.startsWith(beginning) && frequency >= minFrequency)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [word] of completions.slice(0, limit)) found.add(before + word);
  return [...found].slice(0, limit);
}
