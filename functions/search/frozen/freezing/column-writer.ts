import { type TextStore, createTextStore } from '../coding/text-store.ts';
import { compareTexts } from '../coding/unit-text.ts';
import { shortOrdinals } from '../columns.ts';
import { type Section, sectionKind } from '../format.ts';

/** A value of each document, which is asked for once. */
export type ColumnSource<T> = (document: number) => T;

/** All that are not a number are written as the same one: the same values, the same bytes. */
export function writeNumbers(ordinal: number, documentCount: number, valueOf: ColumnSource<number>): Section {
  return {
    kind: sectionKind.numbers,
    ordinal,
    byteLength: documentCount * 8,
    writeTo({ buffer, byteOffset }) {
      const view = new DataView(buffer, byteOffset, documentCount * 8);
      for (let document = 0; document < documentCount; document++) {
        const value = valueOf(document);
        if (Number.isNaN(value)) view.setUint32(document * 8 + 4, 0x7ff80000, true);
        else view.setFloat64(document * 8, value, true);
      }
    },
  };
}

export function writeTexts(ordinal: number, documentCount: number, textOf: ColumnSource<string>): Section[] {
  const texts = toTextStore(documentCount, textOf);
  return texts.toSections({ starts: sectionKind.textStarts, bytes: sectionKind.texts }, ordinal);
}

/** Nothing, where no document has stored fields. */
export function writeStored(documentCount: number, jsonOf: ColumnSource<string>): Section[] {
  const texts = toTextStore(documentCount, jsonOf);
  const kinds = { starts: sectionKind.storedStarts, bytes: sectionKind.stored };
  return texts.byteLength() === 0 ? [] : texts.toSections(kinds);
}

function toTextStore(documentCount: number, textOf: ColumnSource<string>): TextStore {
  const texts = createTextStore(documentCount);
  for (let document = 0; document < documentCount; document++) texts.addText(textOf(document));
  return texts;
}

export type KeywordSource = {
  /** The distinct values in order, as units. */
  readonly values: TextStore;
  /** Which of them a document has, each once, in its own order; until the next document is asked for. */
  readonly ordinalsOf: (document: number) => readonly number[];
};

/** @param lists the values of each document; the same one twice in a document counts once */
export function toKeywordSource(lists: readonly (readonly string[])[]): KeywordSource {
  const distinct = [...new Set(lists.flat())].sort(compareTexts);
  const ordinals = new Map(distinct.map((value, ordinal) => [value, ordinal]));
  const values = createTextStore(distinct.length);
  for (const value of distinct) values.addUnits(value);
  return {
    values,
    ordinalsOf: (document) => [...new Set(lists[document])].map((value) => ordinals.get(value) ?? 0),
  };
}

export function writeKeywords(ordinal: number, documentCount: number, source: KeywordSource): Section[] {
  const { values, ordinalsOf } = source;
  let count = 0;
  for (let document = 0; document < documentCount; document++) count += ordinalsOf(document).length;
  const Ordinals = values.count() <= shortOrdinals ? Uint16Array : Uint32Array;
  return [
    ...values.toSections(
      { starts: sectionKind.keywordValueStarts, bytes: sectionKind.keywordValues },
      ordinal,
    ),
    {
      kind: sectionKind.keywordStarts,
      ordinal,
      byteLength: (documentCount + 1) * 4,
      writeTo({ buffer, byteOffset }) {
        const starts = new Uint32Array(buffer, byteOffset, documentCount + 1);
        for (let document = 0; document < documentCount; document++)
          starts[document + 1] = (starts[document] ?? 0) + ordinalsOf(document).length;
      },
    },
    {
      kind: sectionKind.keywordOrdinals,
      ordinal,
      byteLength: count * Ordinals.BYTES_PER_ELEMENT,
      writeTo({ buffer, byteOffset }) {
        const all = new Ordinals(buffer, byteOffset, count);
        let at = 0;
        for (let document = 0; document < documentCount; document++)
          for (const ordinal of ordinalsOf(document)) all[at++] = ordinal;
      },
    },
  ];
}
