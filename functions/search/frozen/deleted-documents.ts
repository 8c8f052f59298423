/** Documents of a segment that are gone, a bit each. */
export type DeletedDocuments = {
  readonly documentCount: number;
  /** How many are gone. */
  readonly count: number;
  readonly words: Uint32Array;
};

/** One of the parts that make an index: a segment, and the documents of it that are gone. */
export type Part<Segment> = {
  readonly segment: Segment;
  readonly deleted?: DeletedDocuments | ReadonlySet<number>;
};

export type SettledPart<Segment> = {
  readonly segment: Segment;
  readonly deleted: DeletedDocuments | undefined;
};

/** A set of numbers becomes bits, which are quicker to ask. Throws where the bits are those of another segment. */
export function settlePart<Segment extends { readonly documentCount: number }>({
  segment,
  deleted,
}: Part<Segment>): SettledPart<Segment> {
  if (deleted === undefined) return { segment, deleted };
  if (!('words' in deleted)) return { segment, deleted: deleteDocuments(segment.documentCount, deleted) };
  if (deleted.documentCount === segment.documentCount) return { segment, deleted };
  throw new Error(`${deleted.documentCount} documents may be deleted, of ${segment.documentCount}`);
}

/** Documents beyond the last are passed over. */
export function deleteDocuments(
  documentCount: number,
  documents: Iterable<number>,
  before?: DeletedDocuments,
): DeletedDocuments {
  const words = new Uint32Array(Math.ceil(documentCount / 32));
  if (before !== undefined) words.set(before.words.subarray(0, words.length));
  for (const document of documents)
    if (document >= 0 && document < documentCount)
      words[document >>> 5] = (words[document >>> 5] ?? 0) | (1 << (document & 31));
  let count = 0;
  for (let document = 0; document < documentCount; document++) if (hasBit(words, document)) count += 1;
  return { documentCount, count, words };
}

export function isDeleted(deleted: DeletedDocuments | undefined, document: number): boolean {
  return deleted !== undefined && hasBit(deleted.words, document);
}

/** A file of its own: the magic, the number of documents, then the bits, the lowest first. */
export function writeDeletedDocuments({ documentCount, words }: DeletedDocuments): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength + words.length * 4);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(magic.length, documentCount, true);
  for (const [index, word] of words.entries()) view.setUint32(headerLength + index * 4, word, true);
  return bytes;
}

/** Undefined where the bytes are no such file, or one of a segment of another size. */
export function readDeletedDocuments(bytes: Uint8Array, documentCount: number): DeletedDocuments | undefined {
  const wordCount = Math.ceil(documentCount / 32);
  if (bytes.length !== headerLength + wordCount * 4) return undefined;
  if (magic.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(magic.length, true) !== documentCount) return undefined;
  const words = Uint32Array.from({ length: wordCount }, (_, index) =>
    view.getUint32(headerLength + index * 4, true),
  );
  return deleteDocuments(documentCount, [], { documentCount, count: 0, words });
}

function hasBit(words: Uint32Array, document: number): boolean {
  return ((words[document >>> 5] ?? 0) & (1 << (document & 31))) !== 0;
}

const magic = Uint8Array.of(0x89, 0x46, 0x52, 0x44, 0x0d, 0x0a, 0x1a, 0x0a);
const headerLength = 12;
