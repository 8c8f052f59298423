import { createLayer } from './array-layer.ts';
import { lookAhead } from './coding/bit-packing.ts';
import type { KeywordFile, TextFile } from './columns.ts';
import type { IdFile } from './document-ids.ts';
import { sectionKind, termsPerBlock } from './format.ts';
import { type Outline, parseOutline } from './outline.ts';
import type { PostingFile } from './postings/posting-list.ts';
import { type Refusal, type Sections, refuse } from './section-table.ts';
import { type BlockKeys, readBlockKeys } from './terms/block-keys.ts';
import type { TermTexts } from './terms/term-walker.ts';

/** Typed arrays over the sections of a file. */
export type SegmentParts = {
  readonly ok: true;
  readonly outline: Outline;
  readonly termTexts: TermTexts;
  readonly postingFile: PostingFile;
  readonly lengths: readonly (Uint8Array | Uint16Array | Uint32Array)[];
  readonly ids: IdFile;
  readonly stored: TextFile | undefined;
  readonly numbers: readonly Float64Array[];
  readonly texts: readonly TextFile[];
  readonly keywords: readonly KeywordFile[];
};

/** Lays the arrays, and sees that each is as long as the outline wants it. */
export function layOut(sections: Sections): SegmentParts | Refusal {
  const json = sections.find(sectionKind.outline, 0);
  const outline = json && parseOutline(Buffer.from(json).toString('utf8'));
  if (outline === undefined) return refuse('malformed', 'the outline cannot be read');
  const layer = createLayer(sections);
  const { documentCount, termCount, longestTerm } = outline;
  const blocks = layer.words(sectionKind.termBlocks, 0, Math.ceil(termCount / termsPerBlock) * 4);
  const texts = layer.bytes(sectionKind.termTexts);
  let blockKeys: BlockKeys | undefined;
  const termTexts: TermTexts = {
    termCount,
    longestTerm,
    blocks,
    bytes: texts,
    blockKeys: () => (blockKeys ??= readBlockKeys(texts, blocks, termCount)),
  };
  const starts = (kind: number, ordinal = 0) => layer.words(kind, ordinal, documentCount + 1);
  const order = sections.find(sectionKind.idOrder, 0);
  const kinds = sections.find(sectionKind.idKinds, 0);
  const postings = layer.bytes(sectionKind.postings);
  const parts: SegmentParts = {
    ok: true,
    outline,
    termTexts,
    postingFile: {
      documentCount,
      termCount,
      fieldCount: outline.fields.length,
      blocks,
      directory: layer.bytes(sectionKind.directory),
      postings,
      postingsView: viewOf(postings, lookAhead),
      positions: layer.bytes(sectionKind.positions),
    },
    lengths: outline.fields.map((_, field) => layer.narrow(sectionKind.fieldLengths, field, documentCount)),
    ids: {
      documentCount,
      starts: starts(sectionKind.idStarts),
      bytes: layer.letters(sectionKind.ids),
      order: order ? layer.words(sectionKind.idOrder, 0, documentCount) : new Uint32Array(),
      kinds: kinds ?? new Uint8Array(),
    },
    stored: sections.find(sectionKind.stored, 0) && {
      starts: starts(sectionKind.storedStarts),
      bytes: layer.letters(sectionKind.stored),
    },
    numbers: outline.numbers.map((_, column) => layer.doubles(sectionKind.numbers, column, documentCount)),
    texts: outline.texts.map((_, column) => ({
      starts: starts(sectionKind.textStarts, column),
      bytes: layer.letters(sectionKind.texts, column),
    })),
    keywords: outline.keywords.map((_, column) => ({
      values: {
        starts: layer.words(sectionKind.keywordValueStarts, column),
        bytes: layer.letters(sectionKind.keywordValues, column),
      },
      starts: starts(sectionKind.keywordStarts, column),
      ordinals: layer.ordinals(column),
    })),
  };
  if (longestTerm > termTexts.bytes.length) layer.problems.push('terms are longer than all of their letters');
  const problem = layer.problems[0];
  return problem === undefined ? parts : refuse('malformed', problem);
}

/** A view that reaches further than the bytes, where their buffer does: behind all sections stands the digest. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array, further: number): DataView {
  return new DataView(buffer, byteOffset, Math.min(byteLength + further, buffer.byteLength - byteOffset));
}
