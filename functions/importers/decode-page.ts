import type { ImportProblem } from './messages.ts';

export type DecodedPage =
  | { readonly ok: true; readonly text: string; readonly doubts: readonly ImportProblem[] }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * The text of a page's bytes. What is valid UTF-8 is UTF-8, whatever the page claims: old templates were
 * moved to new servers and kept their declarations. Then what is declared counts, and then windows-1252,
 * which most old pages without a declaration are.
 *
 * @param declared the charset of the HTTP answer, if any
 */
export function decodePage(bytes: Uint8Array, declared?: string): DecodedPage {
  const marked = byteOrderMarks.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return decoded(new TextDecoder(marked.encoding).decode(bytes));
  if (isBinary(bytes)) return { ok: false, problem: { code: 'not-text', values: {} } };

  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const damaged = utf8.split('\uFFFD').length - 1;
  if (damaged === 0) return decoded(utf8);
  const asDeclared = decodeAs(declared, bytes) ?? decodeAs(findDeclaration(bytes), bytes);
  if (asDeclared !== undefined) return decoded(asDeclared);
  // A few bad bytes among many good characters: cut off or pasted together, but UTF-8. It is reported later.
  const intact = (utf8.match(/[^\0-\x7F\uFFFD]/gu) ?? []).length;
  if (intact > damaged) return decoded(utf8);
  const doubt: ImportProblem = { code: 'encoding-guessed', values: { encoding: 'windows-1252' } };
  return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), doubts: [doubt] };
}

function decoded(text: string): DecodedPage {
  return { ok: true, text, doubts: [] };
}

/** Control characters beyond tabs, line breaks and form feeds, as images, archives and PDFs are full of. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32));
  return controls.length * 50 > sample.length;
}

/** Undefined for UTF-8, which it was found not to be, and for what no decoder knows. */
function decodeAs(charset: string | undefined, bytes: Uint8Array): string | undefined {
  if (charset === undefined) return undefined;
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? undefined : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** `<meta charset="…">` and `<meta http-equiv="Content-Type" content="text/html; charset=…">`. */
function findDeclaration(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, sampleBytes));
  return /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head)?.[1];
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
const sampleBytes = 4096;
