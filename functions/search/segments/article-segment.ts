import { hash } from 'node:crypto';
import { toPosition } from '../../articles/position.ts';
import { toSlug } from '../../articles/slug.ts';
import { analyzerVersion } from '../analyzer/analyze.ts';
import { indexedForms, placeTerms, textPlace, titlePlaces, titleRoom } from '../analyzer/index-terms.ts';
import { deleteDocuments } from '../frozen/deleted-documents.ts';
import { type DocumentId, compareIds } from '../frozen/document-ids.ts';
import { type DocumentText, freezeDocuments } from '../frozen/freezing/freeze-documents.ts';
import { mergeSegments } from '../frozen/merging/merge.ts';
import { type Source, idOf } from '../frozen/merging/merged-documents.ts';
import { type Segment, openSegment } from '../frozen/segment.ts';
import type { SearchDocument } from './document.ts';
import { keyPhrasesOf, sharedPhrasesOf } from './key-phrases.ts';
import { labelMark } from './label-mark.ts';

/** Articles in a frozen segment: their words, and what they are filtered, counted and sorted by. */
export type ArticleSegment = {
  readonly segment: Segment;
  readonly documentCount: number;
  /** Hex SHA-256 of the content. */
  readonly digest: string;
  readonly analyzerVersion: string;
  /** Every article of it, the newest first. */
  readonly versions: () => IteratorObject<HeldVersion>;
  readonly heldAt: (number: number) => HeldVersion;
  /** The number of an article in this segment; undefined where it holds none of that id. */
  readonly numberOf: (id: string) => number | undefined;
};

/** A version of an article that a segment holds. */
export type HeldVersion = {
  readonly number: number;
  readonly id: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly publishedAtMs: number;
};

export type OpenedSegment =
  | { readonly ok: true; readonly segment: ArticleSegment }
  | { readonly ok: false; readonly problem: string; readonly detail: string };

/** A segment of these articles, each of another id. The same articles give the same bytes. */
export function freezeArticles(documents: readonly SearchDocument[]): Uint8Array<ArrayBuffer> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const phrases = sharedPhrasesOf(
    new Map(documents.map((document) => [document.id, keyPhrasesOf(document)])),
  );
  const of =
    <T>(read: (document: SearchDocument) => T) =>
    (id: DocumentId): T => {
      const document = byId.get(String(id));
      if (document === undefined) throw new Error(`cannot freeze ${id}: it is none of the articles`);
      return read(document);
    };
  return freezeDocuments({
    fields: [
      { name: 'title', hasPositions: false },
      { name: 'all', hasPositions: true },
    ],
    documents: documents.toSorted(byTime).values().map(placeDocument),
    termsOf: indexedForms,
    documentValues: {
      numbers: {
        publishedAtMs: of(({ publishedAt }) => Date.parse(publishedAt)),
        changedAtMs: of(({ updatedAt, publishedAt }) =>
          Date.parse(updatedAt > publishedAt ? updatedAt : publishedAt),
        ),
        version: of(({ version }) => version),
        fingerprint: of(({ id }) => fingerprintOf(id)),
      },
      texts: { title: of(({ title }) => title) },
      keywords: {
        category: of(({ category }) => [category]),
        tag: of(({ tags }) => toLabelled(tags)),
        author: of(({ authors }) => toLabelled(authors)),
        place: of(({ place }) => toLabelled(place === undefined ? [] : [place])),
        year: of(({ year }) => [year]),
        phrase: of(({ id }) => phrases.get(id) ?? []),
      },
    },
    metadata: { holds, analyzerVersion: analyzerVersion() },
  });
}

/** A segment from its bytes, or why it is none of ours or damaged. */
export function openArticleSegment(bytes: Uint8Array): OpenedSegment {
  const opened = openSegment(bytes);
  if (!opened.ok) return opened;
  const { segment } = opened;
  const { metadata } = segment;
  if (metadata['holds'] !== holds)
    return { ok: false, problem: 'foreign', detail: `the segment does not hold ${holds}` };
  return { ok: true, segment: toArticleSegment(segment, String(metadata['analyzerVersion'])) };
}

/** One segment of what these hold, without what is deleted; no two hold the same article. */
export function mergeArticleSegments(
  parts: readonly { readonly segment: ArticleSegment; readonly deleted: ReadonlySet<number> }[],
): Uint8Array<ArrayBuffer> {
  return mergeSegments(
    parts.map(({ segment: { segment }, deleted }) => ({
      segment,
      deleted: deleteDocuments(segment.documentCount, deleted),
    })),
    { order: compareInTime },
  );
}

const holds = 'warta-articles-1';

/**
 * The title stands twice in a field with the text, which was measured to rank better than any boost of a title
 * beside a text; the field of the title alone only adds to it. Stems have no places.
 */
function placeDocument({ id, title, text }: SearchDocument): DocumentText {
  const titled = placeTerms(title).slice(0, titlePlaces);
  return {
    id,
    fields: [
      [{ start: 0, places: titled }],
      [
        { start: 0, places: titled },
        { start: titleRoom, places: titled },
        { start: textPlace, places: placeTerms(text) },
      ],
    ],
  };
}

/** The same in every process: what a cursor remembers of an article. */
function fingerprintOf(id: string): number {
  return hash('sha1', id, 'buffer').readUInt32BE();
}

/** A value of a facet and how the article writes it; one that writes it in two ways is not counted twice. */
function toLabelled(labels: readonly string[]): string[] {
  const bySlug = new Map(labels.map((label) => [toSlug(label), label]));
  bySlug.delete('');
  return [...bySlug].map(([slug, label]) => slug + labelMark + label);
}

/** The order of all lists: newest first, then by descending id. */
function byTime(a: SearchDocument, b: SearchDocument): number {
  const [one, other] = [toPosition(a.publishedAt, a.id), toPosition(b.publishedAt, b.id)];
  return one === other ? 0 : one > other ? -1 : 1;
}

function compareInTime(a: Source, b: Source): number {
  return publishedAtMsOf(b) - publishedAtMsOf(a) || compareIds(idOf(b), idOf(a));
}

function publishedAtMsOf({ segment, document }: Source): number {
  return segment.numbers('publishedAtMs')?.[document] ?? 0;
}

function toArticleSegment(segment: Segment, analyzer: string): ArticleSegment {
  const versions = segment.numbers('version');
  const publishedAtMs = segment.numbers('publishedAtMs');
  const heldAt = (number: number): HeldVersion => ({
    number,
    id: String(segment.idOf(number)),
    version: versions?.[number] ?? 0,
    publishedAtMs: publishedAtMs?.[number] ?? 0,
  });
  return {
    segment,
    documentCount: segment.documentCount,
    digest: segment.digest,
    analyzerVersion: analyzer,
    *versions() {
      for (let number = 0; number < segment.documentCount; number++) yield heldAt(number);
    },
    heldAt,
    numberOf: segment.documentOf,
  };
}
