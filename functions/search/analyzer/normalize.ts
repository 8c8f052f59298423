/** A word as it stood in a text. */
export type Word = {
  /** Lower case, without marks, apostrophes, hyphens and thousands separators: `ektp`, `jumat`, `5000`. */
  readonly text: string;
  /** What a compound also answers to: `e` and `ktp` in `e-KTP`, `covid` and `19` in `COVID-19`. Empty for the others. */
  readonly parts: readonly string[];
  /** Where it stood, in UTF-16 code units of the text: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
};

/**
 * The words of a text, in order. A word is a run of letters and digits; an apostrophe between letters is
 * dropped (`jum'at`), a hyphen parts two words (`anak-anak`, `Rabu-Kamis`) unless they are one by
 * {@link isCompound}, and a full stop that groups thousands belongs to its number (`Rp5.000`).
 */
export function toWords(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const plainEnd = endOfPlainRun(text, at);
    if (plainEnd > at && standsAlone(text, plainEnd)) {
      addPlainRun(words, text.slice(at, plainEnd), at);
      at = plainEnd + 1;
    } else if (plainEnd === at && text.charCodeAt(at) < 0x80) {
      at += 1;
    } else {
      chainPattern.lastIndex = at;
      const [chain = ''] = chainPattern.exec(text) ?? [];
      if (chain !== '') addChain(words, chain, at);
      at += chain.length || ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    }
  }
  return words;
}

const run = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200C\u200D\u2060\uFEFF]*`;
const apostrophe = String.raw`(?<=[\p{L}\p{M}])['’‘‛ʼ\u0060´＇](?=\p{L})`;
const hyphen = '[-\u2010\u2011]';
const thousands = String.raw`(?<=\d)\.(?=\d{3}(?!\d))`;
const chainPattern = new RegExp(`${run}(?:(?:${apostrophe}|${hyphen}|${thousands})${run})*`, 'uy');
const hyphenPattern = new RegExp(hyphen, 'u');

/** Most words are letters and digits of ASCII, which are told without a pattern. */
function endOfPlainRun(text: string, start: number): number {
  let at = start;
  while (isPlainCode(text.charCodeAt(at))) at += 1;
  return at;
}

function isPlainCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigitCode(code);
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a run of ASCII ends its chain: behind it stands nothing that could belong to the word. */
function standsAlone(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const next = text.charCodeAt(end);
  if (next === 0x2e) return !isDigitCode(text.charCodeAt(end + 1));
  return next < 0x80 && next !== 0x27 && next !== 0x2d && next !== 0x60;
}

function addPlainRun(words: Word[], chain: string, start: number): void {
  const text = chain.toLowerCase().slice(0, maxLength);
  words.push({ text, parts: splitLettersFromDigits(text), start, end: start + chain.length });
}

function addChain(words: Word[], chain: string, start: number): void {
  let at = start;
  let open: { readonly text: string; readonly start: number } | undefined;
  for (const link of chain.split(hyphenPattern)) {
    const end = at + link.length;
    for (const text of fold(link)) {
      if (open !== undefined && isCompound(open.text, text)) {
        words[words.length - 1] = {
          text: open.text + text,
          parts: [open.text, text],
          start: open.start,
          end,
        };
        open = undefined;
      } else {
        words.push({ text, parts: splitLettersFromDigits(text), start: at, end });
        open = { text, start: at };
      }
    }
    at = end + 1;
  }
}

/** NFKD may part one run in two (`1½`), and leaves nothing of a run that is all marks. */
function fold(link: string): readonly string[] {
  const folded = link.normalize('NFKD').replace(dropped, '').toLowerCase();
  return isPlain.test(folded) ? [folded.slice(0, maxLength)] : (folded.match(plainRuns) ?? []);
}

const dropped = /[\p{M}\p{Cf}'’‘‛ʼ`´＇.]/gu;
const isPlain = /^[a-z0-9]+$/;
const plainRuns = /[\p{L}\p{N}]{1,64}/gu;
/** No word is longer; what is has been pasted. */
const maxLength = 64;

/** `e-KTP`, `K-pop`; `pra-kerja`, which others write `prakerja`; `COVID-19`, `G-20`. */
function isCompound(left: string, right: string): boolean {
  if (/^\d+$/.test(right)) return /^\p{L}+$/u.test(left);
  return /^\p{L}$/u.test(left) || boundPrefixes.has(left);
}

/** Prefixes that never stand alone: the official spelling joins them, the press often writes a hyphen. */
export const boundPrefixes: ReadonlySet<string> = new Set(
  'adi anti antar bio co eko ekstra intra makro mikro mini multi nir non para pasca poli pra pro purna re semi sub swa tele tuna ultra'.split(
    ' ',
  ),
);

function splitLettersFromDigits(text: string): readonly string[] {
  const last = text.charCodeAt(text.length - 1);
  if (last < 0x30 || last > 0x39) return none;
  const match = /^(\p{L}+)(\d+)$/u.exec(text);
  return match === null ? none : match.slice(1);
}

const none: readonly string[] = [];
