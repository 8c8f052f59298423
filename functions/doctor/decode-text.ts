import { type Finding, finding } from './finding.ts';

export type DecodedText = { readonly text: string; readonly findings: readonly Finding[] };

/**
 * The text of a document's bytes, by the order of RFC 7303, section 3: byte order mark, then the charset of
 * the Content-Type, then the XML declaration, then UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string): DecodedText {
  const http = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  const declared = declaredCharset(bytes);
  const mark = byteOrderMarks.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  const findings: Finding[] = [];

  const charsets = [mark?.encoding, http, declared].filter((charset) => charset !== undefined);
  const unknown = charsets.find((charset) => encodingOf(charset) === undefined);
  if (unknown !== undefined) findings.push(finding('charset-unknown', { charset: unknown }));
  const [encoding = 'utf-8', ...others] = charsets.flatMap((charset) => encodingOf(charset) ?? []);
  const contradicting = others.find((other) => other !== encoding);
  if (contradicting !== undefined) {
    findings.push(finding('charset-contradiction', { used: encoding, other: contradicting }));
  }
  if (encoding !== 'utf-8') findings.push(finding('charset-not-utf8', { charset: encoding }));

  const text = new TextDecoder(encoding).decode(bytes);
  if (!isDecodable(encoding, bytes)) {
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    findings.push(finding('bytes-not-in-charset', { charset: encoding }, { line }));
  }
  return { text, findings };
}

/** What the XML declaration names, read as the bytes of ASCII that it must begin with. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
}

/** The name that the platform has for it, so that `latin1` and `iso-8859-1` are the same. */
function encodingOf(charset: string): string | undefined {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return undefined;
  }
}

function isDecodable(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
