import { firstWhere } from '../frozen/coding/first-where.ts';
import type { Keywords } from '../frozen/columns.ts';
import type { PostingCursor } from '../frozen/postings/posting-cursor.ts';
import { createPostingBuffer } from '../frozen/postings/posting-list.ts';
import type { FacetName } from '../request.ts';
import type { ArticleSegment } from './article-segment.ts';
import { type FacetValue, readFacetValues } from './facet-values.ts';
import { type Postings, keepWhere, leapTo, noPostings } from './postings.ts';

export type Field = 'title' | 'all';

/** A segment of an index, and the numbers of those of its documents that count no more. */
export type IndexPart = { readonly segment: ArticleSegment; readonly deleted: ReadonlySet<number> };

/** The articles of an index at an instant, in parts that are searched as one. */
export type IndexView = {
  readonly parts: readonly PartView[];
  /** Articles, those under embargo included. */
  readonly documentCount: number;
  /** Distinct terms of the field, in the mean. */
  readonly averageLength: Readonly<Record<Field, number>>;
};

/** One part of an index at an instant. Its documents are numbered from the newest to the oldest. */
export type PartView = PreparedPart & {
  /** All documents before it are under embargo. */
  readonly firstPublic: number;
};

/** One part of an index, with what every search needs of it ready-made. */
export type PreparedPart = ReturnType<typeof preparePart>;

export function preparePart({ segment: articles, deleted }: IndexPart) {
  const { segment, documentCount } = articles;
  const fields = { title: segment.fieldOf('title'), all: segment.fieldOf('all') };
  const lengths = { title: segment.fieldLengths(fields.title), all: segment.fieldLengths(fields.all) };
  const hasDeleted = deleted.size > 0;
  const buffer = createPostingBuffer();
  let scratch: Scratch | undefined;
  let counted: { readonly firstPublic: number; readonly counts: Uint32Array } | undefined;
  const facetValues = new Map<FacetName, readonly FacetValue[]>();
  const termNumbers = new Map<string, number>();

  /** The outline of the segment knows the sum over all. */
  function sumLengths(field: Field): number {
    let sum = segment.fields[fields[field]]?.totalLength ?? 0;
    for (const document of deleted) sum -= segment.fieldLength(document, fields[field]);
    return sum;
  }

  return {
    segment,
    fields,
    documentCount,
    deleted,
    liveCount: documentCount - deleted.size,
    /** One more than the number of different terms; 0 where a document has none. */
    lengths,
    lengthSum: { title: sumLengths('title'), all: sumLengths('all') },
    publishedAtMs: segment.numbers('publishedAtMs') ?? noNumbers,
    changedAtMs: segment.numbers('changedAtMs') ?? noNumbers,
    fingerprints: segment.numbers('fingerprint') ?? noNumbers,
    versions: segment.numbers('version') ?? noNumbers,
    keywords: {
      category: keywordsOf('category'),
      tag: keywordsOf('tag'),
      author: keywordsOf('author'),
      place: keywordsOf('place'),
      year: keywordsOf('year'),
    },
    /** Names and phrases; undefined in a segment of before there were any. */
    phrases: segment.keywords('phrase'),
    /** By its ordinal, how many documents have a phrase, of those from the first on that is public. */
    phraseCounts,
    idOf: (document: number): string => String(segment.idOf(document)),

    /**
     * The documents that hold a term, without the deleted ones.
     *
     * @param among ascending: only these are asked for
     */
    postings(term: string, field: Field, among?: Uint32Array): Postings {
      const number = findTerm(term);
      if (number < 0) return noPostings;
      if (among !== undefined && !hasDeleted) {
        const cursor = segment.postingCursor(number, fields[field]);
        if (among.length * leapWorth < cursor.count) return leapTo(cursor, among);
      }
      const read = segment.readPostings(number, fields[field], buffer);
      const documents = buffer.documents.slice(0, read);
      const frequencies = buffer.frequencies.slice(0, read);
      const live = hasDeleted
        ? keepWhere(documents, frequencies, (document) => !deleted.has(document))
        : read;
      if (among === undefined) return { total: live, count: live, documents, frequencies };
      let at = 0;
      const count = keepWhere(documents.subarray(0, live), frequencies, (document) => {
        while (at < among.length && (among[at] ?? 0) < document) at += 1;
        return among[at] === document;
      });
      return { total: live, count, documents, frequencies };
    },

    /** Stands at the documents that hold a term, one at a time; undefined where none does. */
    cursor(term: string, field: Field = 'all'): PostingCursor | undefined {
      const number = findTerm(term);
      return number < 0 ? undefined : segment.postingCursor(number, fields[field]);
    },

    /** By ordinals the values of a facet, read at the first search that counts them. */
    facetValues(name: FacetName): readonly FacetValue[] {
      const known = facetValues.get(name);
      if (known !== undefined) return known;
      const values = readFacetValues(keywordsOf(name));
      facetValues.set(name, values);
      return values;
    },

    /** Arrays of zeros with a place for every document: whoever takes them leaves zeros behind. */
    scratch(): Scratch {
      return (scratch ??= {
        answered: new Int32Array(documentCount),
        scores: new Float64Array(documentCount),
        titleScores: new Float64Array(documentCount),
        titled: new Int32Array(documentCount),
        touched: new Uint32Array(documentCount),
      });
    },
  };

  /** One search looks for a term several times: by what it counts, where it stands, in which hits. */
  function findTerm(term: string): number {
    const known = termNumbers.get(term);
    if (known !== undefined) return known;
    if (termNumbers.size === rememberedTerms) termNumbers.clear();
    const number = segment.findTerm(term);
    termNumbers.set(term, number);
    return number;
  }

  function phraseCounts(firstPublic: number): Uint32Array {
    if (counted?.firstPublic === firstPublic) return counted.counts;
    const { starts, ordinals, valueCount } = segment.keywords('phrase') ?? noKeywords;
    const counts = new Uint32Array(valueCount);
    for (let document = firstPublic; document < documentCount; document++) {
      if (deleted.has(document)) continue;
      const end = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < end; at++) {
        const ordinal = ordinals[at] ?? 0;
        counts[ordinal] = (counts[ordinal] ?? 0) + 1;
      }
    }
    counted = { firstPublic, counts };
    return counts;
  }

  function keywordsOf(name: FacetName): Keywords {
    const keywords = segment.keywords(name);
    if (keywords === undefined) throw new Error(`a segment of articles has no column ${name}`);
    return keywords;
  }
}

/** A leap costs as much as reading so many postings in a row. */
const leapWorth = 8;

/** More than most questions ask for. */
const rememberedTerms = 64;

export type Scratch = {
  readonly answered: Int32Array;
  readonly scores: Float64Array;
  /** Of the titles alone, and which of the clauses these answer. */
  readonly titleScores: Float64Array;
  readonly titled: Int32Array;
  /** No zeros: whoever writes knows how many stand there. */
  readonly touched: Uint32Array;
};

const noNumbers = new Float64Array();
const noKeywords = { starts: new Uint32Array(), ordinals: new Uint32Array(), valueCount: 0 };

/** An index at an instant: what is published later is under embargo. */
export function viewAt(parts: readonly PreparedPart[], now: Date): IndexView {
  const documentCount = parts.reduce((sum, { liveCount }) => sum + liveCount, 0);
  const average = (field: Field) =>
    parts.reduce((sum, { lengthSum }) => sum + lengthSum[field], 0) / Math.max(1, documentCount);
  return {
    parts: parts.map((part) => ({
      ...part,
      firstPublic: firstAtOrBefore(part.publishedAtMs, now.getTime()),
    })),
    documentCount,
    averageLength: { title: average('title'), all: average('all') },
  };
}

/** Of times in descending order the place of the first that is not later. */
function firstAtOrBefore(times: Float64Array, timeMs: number): number {
  return firstWhere(0, times.length, (index) => (times[index] ?? 0) > timeMs);
}
