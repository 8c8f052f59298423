import type { Keywords } from '../frozen/columns.ts';
import { takeFirst } from '../results/take-first.ts';
import { firstFrom } from '../segments/facet-values.ts';
import type { IndexView } from '../segments/index-view.ts';
import { labelMark } from '../segments/label-mark.ts';

/**
 * The names and phrases of articles that are out which begin like that, as most of the articles write them, the
 * commonest first: none that one article alone has, and none that nearly always goes on in the same way.
 *
 * @param beginning words in their normal form, the last one begun
 */
export function completePhrase(view: IndexView, beginning: string, limit: number): string[] {
  const counts = countPhrases(view, beginning);
  const common = [...counts]
    .map(([key, ways]) => ({ key, ways, count: sum(ways.values()) }))
    .filter(({ count }) => count >= minArticles);
  return common
    .filter(
      ({ key, count }) =>
        !common.some((other) => other.key.startsWith(`${key} `) && other.count >= count * nearlyAll),
    )
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(({ ways }) => commonestOf(ways));
}

/** What one article alone writes may be a slip. */
const minArticles = 2;
const nearlyAll = 0.7;
/** Of more phrases than this that begin alike, the last are not looked at. */
const maxRange = 20_000;
const maxRead = 200;

/** For each phrase the ways in which it is written, and how many articles write it so. */
function countPhrases(view: IndexView, beginning: string): Map<string, Map<string, number>> {
  const counted = new Map<string, Map<string, number>>();
  for (const part of view.parts) {
    const { phrases } = part;
    if (phrases === undefined) continue;
    const counts = part.phraseCounts(part.firstPublic);
    const countOf = (ordinal: number) => counts[ordinal] ?? 0;
    const commonest = takeFirst(
      ordinalsFrom(phrases, beginning),
      maxRead,
      (a, b) => countOf(b) - countOf(a) || a - b,
      (ordinal) => countOf(ordinal) > 0,
    );
    for (const ordinal of commonest) {
      const [key = '', written = key] = phrases.valueAt(ordinal).split(labelMark);
      const ways = counted.get(key) ?? new Map<string, number>();
      counted.set(key, ways.set(written, (ways.get(written) ?? 0) + countOf(ordinal)));
    }
  }
  return counted;
}

function* ordinalsFrom(phrases: Keywords, beginning: string): Generator<number> {
  const from = firstFrom(phrases, beginning);
  const to = Math.min(firstFrom(phrases, beginning + lastUnit), from + maxRange);
  for (let ordinal = from; ordinal < to; ordinal++) yield ordinal;
}

/** Stands behind every letter. */
const lastUnit = '\uffff';

function commonestOf(ways: ReadonlyMap<string, number>): string {
  const [first] = [...ways].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}
