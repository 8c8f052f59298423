import { type DateContext, type DateSpan, monthPattern, parseDateValue } from './date-value.ts';
import type { QueryNode } from './query-node.ts';

/** Words that name a time: where they stood, and the time. */
export type DateHint = DateSpan & { readonly start: number; readonly end: number };

/**
 * The times that plain words name. They may raise an article, and must never hide one: who types `banjir
 * desember 2019` means the flood, and a release of January tells of it too. A year alone names no time: the
 * budget of 2019 is drawn up in 2018 and accounted for in 2020.
 */
export function findDateHints(text: string, root: QueryNode | undefined, context: DateContext): DateHint[] {
  const nodes = root?.kind === 'sequence' ? root.of : root === undefined ? [] : [root];
  return nodes
    .filter((node) => node.kind === 'words')
    .flatMap(({ start: from, end: to }) =>
      [...text.slice(from, to).matchAll(datePattern)].flatMap(({ 0: named, index }) => {
        const span = parseDateValue(named, context);
        const start = from + index;
        return span === undefined ? [] : [{ start, end: start + named.length, ...span }];
      }),
    );
}

const datePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:\d{1,2}\s+)?(?:${monthPattern()})\s+\d{4}|\d{4}-\d{2}-\d{2}|kemarin|hari ini|(?:minggu|bulan|tahun) (?:ini|lalu))(?![\p{L}\p{N}])`,
  'giu',
);
