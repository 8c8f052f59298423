import { hash } from 'node:crypto';
import type { HeldSegment, SegmentCodec } from '../../functions/indexing/segment-codec.ts';
import type { SearchDocument } from '../../functions/search/segments/document.ts';

type PlainSegment = HeldSegment & { readonly documents: readonly SearchDocument[] };

/** Segments as plain JSON: what an indexer sees of the real ones, made and opened in no time. */
export function createPlainCodec(analyzerVersion = 'a1'): SegmentCodec<PlainSegment> {
  return {
    analyzerVersion,
    freeze: (documents) => toBytes(analyzerVersion, documents),
    open(bytes) {
      const text = Buffer.from(bytes).toString();
      if (!text.startsWith('{')) return { ok: false, detail: 'damaged' };
      const parsed: { analyzerVersion: string; documents: SearchDocument[] } = JSON.parse(text);
      return { ok: true, segment: toSegment(parsed.analyzerVersion, parsed.documents, text) };
    },
    merge: (parts) =>
      toBytes(
        analyzerVersion,
        parts.flatMap(({ segment, deleted }) =>
          segment.documents.filter((_, number) => !deleted.has(number)),
        ),
      ),
  };
}

function toBytes(analyzerVersion: string, documents: readonly SearchDocument[]): Uint8Array {
  const ordered = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Buffer.from(JSON.stringify({ analyzerVersion, documents: ordered }));
}

function toSegment(
  analyzerVersion: string,
  documents: readonly SearchDocument[],
  text: string,
): PlainSegment {
  const heldAt = (number: number) => {
    const document = documents[number];
    if (document === undefined) throw new Error(`no document ${number}`);
    const { id, version, publishedAt } = document;
    return { number, id, version, publishedAtMs: Date.parse(publishedAt) };
  };
  return {
    documents,
    documentCount: documents.length,
    digest: hash('sha256', text),
    analyzerVersion,
    versions: () => documents.map((_, number) => heldAt(number)),
    heldAt,
    numberOf(id) {
      const number = documents.findIndex((document) => document.id === id);
      return number < 0 ? undefined : number;
    },
  };
}
