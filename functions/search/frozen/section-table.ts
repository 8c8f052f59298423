import {
  alignment,
  digestLength,
  digestOf,
  formatVersion,
  headerLength,
  magic,
  tableEntryLength,
} from './format.ts';

export type SegmentProblem =
  /** Not such a file at all. */
  | 'foreign'
  /** Written by a later version of this format. */
  | 'newer-version'
  /** Shorter or longer than the file says. */
  | 'truncated'
  /** The digest is that of other bytes. */
  | 'altered'
  /** The parts contradict one another. */
  | 'malformed'
  /** The machine's numbers begin with the highest byte. */
  | 'big-endian';

export type Refusal = { readonly ok: false; readonly problem: SegmentProblem; readonly detail: string };

export type Sections = {
  readonly ok: true;
  readonly byteLength: number;
  /** SHA-256, in hexadecimal digits. */
  readonly digest: string;
  /** Undefined where the file has none of this kind. */
  readonly find: (kind: number, ordinal: number) => Uint8Array | undefined;
};

/** Finds the sections of a file; with `verify` it also compares the digest, which reads all of the bytes. */
export function readSections(given: Uint8Array, verify: boolean): Sections | Refusal {
  if (!isLittleEndian()) return refuse('big-endian', 'this machine cannot lay its numbers over the file');
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const magicLength = Math.min(bytes.length, magic.length);
  if (magicLength === 0 || magic.subarray(0, magicLength).some((byte, index) => byte !== bytes[index]))
    return refuse('foreign', 'this is no frozen segment: the first bytes are others');
  if (bytes.length < headerLength + digestLength)
    return refuse('truncated', `${bytes.length} bytes are fewer than the smallest segment has`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version > formatVersion)
    return refuse(
      'newer-version',
      `format ${version} is newer than ${formatVersion}, the newest that is known`,
    );
  if (version !== formatVersion) return refuse('malformed', `there is no format ${version}`);
  const byteLength = view.getUint32(16, true) + view.getUint32(20, true) * 2 ** 32;
  if (byteLength !== bytes.length)
    return refuse('truncated', `the segment has ${byteLength} bytes, of which ${bytes.length} are here`);
  const contentEnd = byteLength - digestLength;
  const digest = Buffer.from(bytes.subarray(contentEnd)).toString('hex');
  if (verify && Buffer.from(digestOf(bytes.subarray(0, contentEnd))).toString('hex') !== digest)
    return refuse('altered', `the content is not that of digest ${digest}`);
  const found = readTable(bytes, view, contentEnd);
  if (typeof found === 'string') return refuse('malformed', found);
  return {
    ok: true,
    byteLength,
    digest,
    find: (kind, ordinal) => found.get(keyOf(kind, ordinal)),
  };
}

export function refuse(problem: SegmentProblem, detail: string): Refusal {
  return { ok: false, problem, detail };
}

/** The sections, or what is wrong with the table. */
function readTable(bytes: Uint8Array, view: DataView, contentEnd: number): Map<number, Uint8Array> | string {
  const count = view.getUint32(12, true);
  const tableEnd = headerLength + count * tableEntryLength;
  if (tableEnd > contentEnd) return `a table of ${count} sections does not fit`;
  const found = new Map<number, Uint8Array>();
  for (let entry = headerLength; entry < tableEnd; entry += tableEntryLength) {
    const kind = view.getUint32(entry, true);
    const ordinal = view.getUint32(entry + 4, true);
    const offset = view.getUint32(entry + 8, true) * alignment;
    const length = view.getUint32(entry + 12, true);
    if (offset < tableEnd || offset + length > contentEnd)
      return `section ${kind}.${ordinal} reaches outside the content`;
    if (found.has(keyOf(kind, ordinal))) return `section ${kind}.${ordinal} stands there twice`;
    found.set(keyOf(kind, ordinal), bytes.subarray(offset, offset + length));
  }
  return found;
}

/** Below 2^53 where the kind is one that there is. */
function keyOf(kind: number, ordinal: number): number {
  return kind * 2 ** 32 + ordinal;
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}
