import { toSlug } from '../../articles/slug.ts';
import { type DateHint, findDateHints } from './date-hints.ts';
import { type DateContext, parseDateValue } from './date-value.ts';
import { isSearchable, toPlainWords } from './plain-words.ts';
import { type FieldName, parseField } from './query-fields.ts';
import { joinNodes, type QueryMeaning, type QueryNode } from './query-node.ts';
import type { QueryNote, QueryNoteCode } from './query-notes.ts';

/** A query as it was read. */
export type ParsedQuery = {
  /** Undefined where there is nothing to look for. */
  readonly root: QueryNode | undefined;
  /** What was not read as it may have been meant, in the order of reading. */
  readonly notes: readonly QueryNote[];
  /** Times that plain words name: to raise articles by, never to hide them. */
  readonly dateHints: readonly DateHint[];
};

export type QueryContext = DateContext & {
  /** Where they are given, `kategori:` takes these only, by slug or by one of the names. */
  readonly categories?: readonly { readonly slug: string; readonly names: readonly string[] }[] | undefined;
};

/** What the office is to a query: its zone, and the names of its categories. */
export type QueryLanguage = Pick<QueryContext, 'zoneOffset' | 'categories'>;

/** UTF-16 code units; what stands behind is not read. */
export const maxQueryLength = 256;
export const maxQueryParts = 48;
export const maxQueryDepth = 8;
export const maxSlop = 20;

/**
 * Reads what was typed. Every text is a query: what cannot be read is searched as words, and noted.
 *
 * ```
 * query     = sequence { AND sequence }
 * sequence  = { item { OR item } }           OR joins its two neighbours only
 * item      = [ "-" ] ( group | phrase | "=" word | title ":" group | field ":" value | word )
 * group     = "(" query ")"
 * ```
 */
export function parseQuery(typed: string, context: QueryContext): ParsedQuery {
  const text = cut(typed, maxQueryLength);
  const notes: QueryNote[] = [];
  const note = (code: QueryNoteCode, start: number, end: number) => void notes.push({ code, start, end });
  if (text.length < typed.length) note('too-long', text.length, typed.length);
  const root = createReader(text, context, note).readAll();
  const parts = root?.kind === 'sequence' ? root.of : [root];
  if (root !== undefined && parts.every((part) => part?.kind === 'not'))
    note('only-exclusions', root.start, root.end);
  return { root, notes, dateHints: findDateHints(text, root, context) };
}

type Note = (code: QueryNoteCode, start: number, end: number) => void;

function createReader(text: string, context: QueryContext, note: Note) {
  let at = 0;
  let depth = 0;
  let ignoredBrackets = 0;
  let parts = 0;
  const lastQuote = text.search(/["“”„«»][^"“”„«»]*$/u);
  // In a text that is all capitals, DAN and ATAU are words like the others.
  const hasLowerCase = /\p{Ll}/u.test(text);

  function readAll(): QueryNode | undefined {
    const read: QueryNode[] = [];
    while (at < text.length) {
      const node = readConjunction();
      if (node !== undefined) read.push(node);
      // Only a bracket that closes nothing ends a conjunction out here.
      if (at < text.length) note('stray-bracket', at, ++at);
    }
    return joinNodes('sequence', read);
  }

  function readConjunction(): QueryNode | undefined {
    const operands: QueryNode[] = [];
    for (;;) {
      const operand = readSequence(operands.length > 0);
      if (operand !== undefined) operands.push(operand);
      if (operand === undefined || !takeOperator(andPattern)) return joinNodes('all', operands);
    }
  }

  function readSequence(isJoined: boolean): QueryNode | undefined {
    const items: QueryNode[] = [];
    for (;;) {
      if (items.length > 0 && peekOperator(andPattern)) break;
      const item = readAlternatives();
      if (item === undefined) break;
      items.push(item);
    }
    const sequence = joinNodes('sequence', items);
    if (sequence === undefined && isJoined) note('operator-as-word', at, at);
    return sequence;
  }

  function readAlternatives(): QueryNode | undefined {
    const first = readItem();
    if (first === undefined) return undefined;
    const alternatives = [first];
    while (takeOperator(orPattern)) {
      const next = readItem();
      if (next === undefined) note('operator-as-word', at, at);
      else alternatives.push(next);
    }
    return joinNodes('any', alternatives);
  }

  /** The next thing that can be looked for; undefined at the end of the text or of a group. */
  function readItem(): QueryNode | undefined {
    for (;;) {
      while (/\s/u.test(text[at] ?? '')) at++;
      if (at >= text.length) return undefined;
      if (text[at] === ')') {
        if (ignoredBrackets === 0) return undefined;
        ignoredBrackets--;
        at++;
        continue;
      }
      if (parts === maxQueryParts) {
        note('too-many-parts', at, text.length);
        at = text.length;
        return undefined;
      }
      const item = readSigned();
      if (item === undefined) continue;
      parts++;
      return item;
    }
  }

  function readSigned(): QueryNode | undefined {
    const start = at;
    // `COVID -19` and `--` are habits of writing, no exclusions.
    if (!/^-(?![-\d\s)]|$)/u.test(text.slice(at, at + 2))) return readPart();
    at++;
    const of = readPart();
    return of && { kind: 'not', of, start, end: of.end };
  }

  function readPart(): QueryNode | undefined {
    const start = at;
    const mark = text[at] ?? '';
    if (mark === '(') return readGroup();
    if (quotes.test(mark)) return readPhrase();
    const piece = takePiece();
    const exact = /^=[-=]*(.*)$/su.exec(piece)?.[1];
    if (exact !== undefined && isSearchable(exact)) return place({ kind: 'exact', text: exact }, start);
    const field = parseField(piece);
    if (field !== undefined) return readField(field.name, start, start + field.length);
    if (/^(?:OR|AND|ATAU|DAN)$/.test(piece) && (hasLowerCase || piece === 'OR' || piece === 'AND'))
      note('operator-as-word', start, at);
    return toWordsNode(piece, start);
  }

  function readGroup(): QueryNode | undefined {
    const start = at++;
    if (depth === maxQueryDepth) {
      note('too-deep', start, at);
      ignoredBrackets++;
      return readItem();
    }
    const outerIgnored = ignoredBrackets;
    ignoredBrackets = 0;
    depth++;
    const node = readConjunction();
    depth--;
    ignoredBrackets = outerIgnored;
    if (at < text.length) at++;
    else note('unclosed-group', start, start + 1);
    return node;
  }

  function readPhrase(): QueryNode | undefined {
    const start = at;
    const content = takeQuoted();
    if (content === undefined || !isSearchable(content)) return undefined;
    return place({ kind: 'phrase', text: content, slop: takeSlop() }, start);
  }

  function readField(name: FieldName, start: number, valueStart: number): QueryNode | undefined {
    at = valueStart;
    if (name === 'title' && text[at] === '(') {
      const group = readGroup();
      if (group !== undefined) return place({ kind: 'title', of: group }, start);
      note('empty-field', start, at);
      return toWordsNode(text.slice(start, valueStart), start);
    }
    const isQuoted = quotes.test(text[at] ?? '');
    const value = isQuoted ? (takeQuoted() ?? '') : takePiece();
    if (!isSearchable(value)) {
      note('empty-field', start, at);
      return toWordsNode(text.slice(start, valueStart), start);
    }
    if (name === 'title') {
      if (isQuoted)
        return titled(place({ kind: 'phrase', text: value, slop: takeSlop() }, valueStart), start);
      return titled(place({ kind: 'words', text: value }, valueStart), start);
    }
    if (name === 'from' || name === 'to') {
      const span = parseDateValue(value, context);
      const atMs = name === 'from' ? span?.fromMs : span?.toMs;
      if (atMs !== undefined) return place({ kind: 'period', bound: name, atMs, text: value }, start);
      note('unknown-date', start, at);
      return toWordsNode(text.slice(start, at), start);
    }
    const typedSlug = toSlug(value);
    const slug = name === 'category' ? categorySlug(typedSlug, context) : typedSlug || undefined;
    if (slug !== undefined) return place({ kind: 'label', name, slug, text: value }, start);
    note('unknown-label', start, at);
    return toWordsNode(text.slice(start, at), start);
  }

  const titled = (of: QueryNode, start: number): QueryNode => ({ kind: 'title', of, start, end: of.end });

  const place = (meaning: QueryMeaning, start: number): QueryNode => ({ ...meaning, start, end: at });

  function toWordsNode(typed: string, start: number): QueryNode | undefined {
    const words = toPlainWords(typed);
    return words === '' ? undefined : place({ kind: 'words', text: words }, start);
  }

  function takePiece(): string {
    const [piece = ''] = /^[^\s()"“”„«»]*/u.exec(text.slice(at)) ?? [];
    at += piece.length;
    return piece;
  }

  /** What stands between quotation marks; undefined, and only the mark taken, where they are not closed. */
  function takeQuoted(): string | undefined {
    const start = at++;
    if (start >= lastQuote) {
      note('unclosed-quote', start, at);
      return undefined;
    }
    const [content = ''] = /^[^"“”„«»]*/u.exec(text.slice(at)) ?? [];
    at += content.length + 1;
    return content.trim().replaceAll(/\s+/gu, ' ');
  }

  /** `~3` behind a phrase. */
  function takeSlop(): number {
    const slop = /^~(\d+)/.exec(text.slice(at))?.[0] ?? '';
    at += slop.length;
    const wanted = Number(slop.slice(1));
    if (wanted > maxSlop) note('slop-reduced', at - slop.length, at);
    return Math.min(wanted, maxSlop);
  }

  const peekOperator = (pattern: RegExp) => {
    const match = pattern.exec(text.slice(at));
    return match !== null && (hasLowerCase || match[1] !== undefined) ? match[0].length : 0;
  };

  function takeOperator(pattern: RegExp): boolean {
    const length = peekOperator(pattern);
    at += length;
    return length > 0;
  }

  return { readAll };
}

function categorySlug(typed: string, { categories }: QueryContext): string | undefined {
  if (categories === undefined) return typed || undefined;
  return categories.find(({ slug, names }) => [slug, ...names.map(toSlug)].includes(typed))?.slug;
}

/** Never between the two halves of a character. */
function cut(text: string, length: number): string {
  return text.slice(
    0,
    /[\uD800-\uDBFF]/.test(text[length - 1] ?? '') && text.length > length ? length - 1 : length,
  );
}

const quotes = /^["“”„«»]$/u;
/** In capitals, with something behind them; the English ones are no words of Indonesian. */
const orPattern = /^\s*(?:(OR)|ATAU)(?=[\s("“„«]+[^\s)])/u;
const andPattern = /^\s*(?:(AND)|DAN)(?=[\s("“„«]+[^\s)])/u;
