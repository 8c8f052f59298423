import { type Keywords, type TextFile, createKeywords, textAt } from './columns.ts';
import { type DocumentId, createDocumentIds } from './document-ids.ts';
import { type FieldOutline, type Metadata, parseRecord } from './outline.ts';
import { type PostingCursor, createPostingCursor } from './postings/posting-cursor.ts';
import { type PostingBuffer, createPostingList, locateList, readList } from './postings/posting-list.ts';
import { type Refusal, readSections } from './section-table.ts';
import { type SegmentParts, layOut } from './segment-parts.ts';
import { createDictionary } from './terms/dictionary.ts';
import { type FuzzyOptions, type FuzzyTerms, findFuzzyTerms } from './terms/fuzzy-terms.ts';

/** A file of `freezeIndex` or `mergeSegments`, opened. Documents, terms and fields go by number, from 0. */
export type Segment = ReturnType<typeof createSegment>;

/**
 * Lays a segment over the bytes, which must not change afterwards. They are copied only where they do not start
 * at a multiple of eight in their buffer. With a digest that is compared (`verify`, as without the option) all
 * bytes are read once; otherwise the section table and the outline alone. Whatever the bytes are, a segment
 * neither throws nor reads outside of them; only its answers are then as wrong as they.
 */
export function openSegment(
  bytes: Uint8Array,
  options: { readonly verify?: boolean } = {},
): { readonly ok: true; readonly segment: Segment } | Refusal {
  const sections = readSections(bytes, options.verify ?? true);
  if (!sections.ok) return sections;
  const parts = layOut(sections);
  if (!parts.ok) return parts;
  return { ok: true, segment: createSegment(parts, sections.byteLength, sections.digest) };
}

function createSegment(parts: SegmentParts, byteLength: number, digest: string) {
  const { outline, lengths, postingFile, termTexts } = parts;
  const dictionary = createDictionary(termTexts);
  const ids = createDocumentIds(parts.ids);
  const fieldNumbers = new Map(outline.fields.map(({ name }, field) => [name, field]));
  const numbers = toColumns(outline.numbers, parts.numbers);
  const texts = toColumns(outline.texts, parts.texts);
  const keywords = toColumns(outline.keywords, parts.keywords.map(createKeywords));
  const list = createPostingList();

  return {
    byteLength,
    /** SHA-256 of the content, in hexadecimal digits. */
    digest,
    metadata: outline.metadata satisfies Metadata,
    documentCount: outline.documentCount,
    termCount: outline.termCount,
    /** In the order of their numbers. */
    fields: outline.fields satisfies readonly FieldOutline[],
    /** Names of the columns. */
    columns: { numbers: outline.numbers, texts: outline.texts, keywords: outline.keywords },

    /** Undefined beyond the last document. */
    idOf: ids.idOf satisfies (document: number) => DocumentId | undefined,
    /** Undefined where no document has the id. */
    documentOf: ids.documentOf satisfies (id: DocumentId) => number | undefined,
    /** The place of a document in the order of the ids (`compareIds`). */
    idRank: (document: number): number => ids.rankOf(document),
    /** -1 where there is none. */
    fieldOf: (name: string): number => fieldNumbers.get(name) ?? -1,
    /** The number of a term, or -1. Numbers are places in the order of code units. */
    findTerm: (term: string): number => dictionary.find(term),
    /** Empty beyond the last term. */
    termAt: (number: number): string => dictionary.termAt(number),
    /** The terms that begin like that: from the first number, and up to but without the second. */
    prefixRange: (prefix: string): readonly [from: number, to: number] => dictionary.prefixRange(prefix),
    /** The terms within so many edits, found in a walk over few of them. */
    fuzzyTerms: (term: string, maxDistance: number, options?: FuzzyOptions): FuzzyTerms =>
      findFuzzyTerms(termTexts, term, maxDistance, options),

    /** In how many documents a term stands in a field. */
    postingCount(term: number, field: number): number {
      locateList(postingFile, term, field, list);
      return list.count;
    },
    /**
     * Reads the documents of a term in a field, ascending, and how often it stands in each, to a place in the
     * buffer, which grows as it must. Returns how many there are.
     */
    readPostings(term: number, field: number, buffer: PostingBuffer, at = 0): number {
      locateList(postingFile, term, field, list);
      return list.count === 0 ? 0 : readList(postingFile, list, buffer, at);
    },
    /** For leaps from document to document, and for positions. */
    postingCursor(term: number, field: number): PostingCursor {
      const list = createPostingList();
      locateList(postingFile, term, field, list);
      return createPostingCursor(postingFile, list);
    },

    /** Different tokens of a field, as MiniSearch counts; 0 also where the document does not have the field. */
    fieldLength: (document: number, field: number): number =>
      Math.max(0, (lengths[field]?.[document] ?? 0) - 1),
    /** For loops over many documents: one more than the length of the field, 0 where a document has none. */
    fieldLengths: (field: number): FieldLengths => lengths[field] ?? noLengths,

    /** A number of each document; undefined where there is no such column. */
    numbers: (name: string): Float64Array | undefined => numbers.get(name),
    /** Empty where there is no such column or document. */
    textOf(name: string, document: number): string {
      const column = texts.get(name);
      return column === undefined ? '' : textAt(column, document);
    },
    /** Undefined where there is no such column. */
    keywords: (name: string): Keywords | undefined => keywords.get(name),
    /** The stored fields of MiniSearch; undefined where a document has none. */
    storedFields(document: number): Readonly<Record<string, unknown>> | undefined {
      const json = parts.stored === undefined ? '' : textAt(parts.stored, document);
      return json === '' ? undefined : parseRecord(json);
    },
    /** Stored fields as they stand in the file; empty where a document has none. */
    storedJson: (document: number): string =>
      parts.stored === undefined ? '' : textAt(parts.stored satisfies TextFile, document),
  };
}

export type FieldLengths = Uint8Array | Uint16Array | Uint32Array;

function toColumns<T>(names: readonly string[], columns: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [index, name] of names.entries()) {
    const column = columns[index];
    if (column !== undefined) found.set(name, column);
  }
  return found;
}

const noLengths = new Uint8Array();
