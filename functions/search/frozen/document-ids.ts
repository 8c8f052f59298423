import { createByteWriter } from './coding/byte-writer.ts';
import { createTextStore } from './coding/text-store.ts';
import { compareBytes, compareTexts, textOfBytes } from './coding/unit-text.ts';
import { type Section, sectionKind, sectionOf } from './format.ts';

/** What MiniSearch takes as the id of a document, of what survives JSON. */
export type DocumentId = string | number;

/** Throws where the id is anything else. */
export function toDocumentId(id: unknown): DocumentId {
  if (typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))) return id;
  throw new TypeError(`an id of a document is a text or a number, not ${typeof id}`);
}

/** The order of ids, everywhere: as texts, in code units; a number before the same text. */
export function compareIds(a: DocumentId, b: DocumentId): number {
  return compareTexts(String(a), String(b)) || Number(typeof a === 'string') - Number(typeof b === 'string');
}

/** The ids of documents, by their numbers. */
export type IdSource = {
  readonly idOf: (document: number) => DocumentId;
  /** All documents, in the order of their ids. */
  readonly order: Uint32Array;
};

export function toIdSource(ids: readonly DocumentId[]): IdSource {
  const idOf = (document: number) => ids[document] ?? '';
  return { idOf, order: Uint32Array.from(ids.keys()).sort((a, b) => compareIds(idOf(a), idOf(b))) };
}

export function writeIds({ idOf, order }: IdSource): Section[] {
  const texts = createTextStore(order.length);
  const kinds = new Uint8Array(Math.ceil(order.length / 8));
  for (let document = 0; document < order.length; document++) {
    const id = idOf(document);
    texts.addUnits(String(id));
    if (typeof id === 'number') kinds[document >> 3] = (kinds[document >> 3] ?? 0) | (1 << (document & 7));
  }
  return [
    ...texts.toSections({ starts: sectionKind.idStarts, bytes: sectionKind.ids }),
    ...(order.every((document, index) => document === index) ? [] : [sectionOf(sectionKind.idOrder, order)]),
    ...(kinds.every((bits) => bits === 0) ? [] : [sectionOf(sectionKind.idKinds, kinds)]),
  ];
}

export type IdFile = {
  readonly documentCount: number;
  readonly starts: Uint32Array;
  readonly bytes: Buffer;
  /** The documents in the order of their ids; empty where that is their own order. */
  readonly order: Uint32Array;
  /** A bit for each document whose id is a number; empty where none is. */
  readonly kinds: Uint8Array;
};

/** Ids by documents and documents by ids. */
export function createDocumentIds(file: IdFile) {
  const { documentCount, starts, bytes, order, kinds } = file;
  let ranks: Uint32Array | undefined;

  function isNumber(document: number): boolean {
    return ((kinds[document >> 3] ?? 0) & (1 << (document & 7))) !== 0;
  }

  /** Undefined beyond the last document. */
  function idOf(document: number): DocumentId | undefined {
    if (!(document >= 0 && document < documentCount)) return undefined;
    const text = textOfBytes(bytes, starts[document] ?? 0, Math.min(bytes.length, starts[document + 1] ?? 0));
    return isNumber(document) ? Number(text) : text;
  }

  function compareWith(document: number, text: Uint8Array, isNumeric: boolean): number {
    const from = starts[document] ?? 0;
    const to = Math.max(from, Math.min(bytes.length, starts[document + 1] ?? 0));
    const difference = compareBytes(bytes, from, to, text, 0, text.length);
    return difference === 0 ? Number(!isNumber(document)) - Number(!isNumeric) : difference;
  }

  /** Undefined where no document has the id. */
  function documentOf(id: DocumentId): number | undefined {
    const text = createByteWriter(64);
    text.units(String(id), 0);
    let low = 0;
    let high = documentCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const document = order.length === 0 ? middle : (order[middle] ?? 0);
      const difference = compareWith(document, text.written(), typeof id === 'number');
      if (difference === 0) return document;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** The place of a document in the order of the ids. */
  function rankOf(document: number): number {
    if (order.length === 0) return document;
    ranks ??= invert(order);
    return ranks[document] ?? document;
  }

  return { idOf, documentOf, rankOf };
}

function invert(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (const [rank, document] of order.entries()) ranks[document] = rank;
  return ranks;
}
