import { type DocumentId, compareIds } from '../document-ids.ts';
import { toKeywordSource } from './column-writer.ts';
import type { SegmentSource } from './segment-writer.ts';

/** Columns by their names. */
export type DocumentValues = {
  readonly numbers?: Readonly<Record<string, (id: DocumentId) => number>>;
  readonly texts?: Readonly<Record<string, (id: DocumentId) => string>>;
  /** The same value twice in a document counts once. */
  readonly keywords?: Readonly<Record<string, (id: DocumentId) => readonly string[]>>;
};

/** The columns of some documents, in the order of their names: that in which they are given changes nothing. */
export function readColumns(
  ids: readonly DocumentId[],
  { numbers = {}, texts = {}, keywords = {} }: DocumentValues,
): Pick<SegmentSource, 'numbers' | 'texts' | 'keywords'> {
  const toSource =
    <T>(valueOf: (id: DocumentId) => T) =>
    (document: number): T =>
      valueOf(ids[document] ?? '');
  return {
    numbers: new Map(toSorted(numbers).map(([name, valueOf]) => [name, toSource(valueOf)])),
    texts: new Map(toSorted(texts).map(([name, valueOf]) => [name, toSource(valueOf)])),
    keywords: new Map(
      toSorted(keywords).map(([name, valueOf]) => [name, toKeywordSource(ids.map((id) => valueOf(id)))]),
    ),
  };
}

function toSorted<T>(columns: Readonly<Record<string, T>>): [name: string, column: T][] {
  return Object.entries(columns).sort(([a], [b]) => compareIds(a, b));
}
