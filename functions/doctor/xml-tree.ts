import { SaxesParser } from 'saxes';
import { type Finding, finding } from './finding.ts';

export type XmlElement = {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  /** By their names as written: `href`, `xml:base`, `xmlns:media`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, without that of its children. */
  readonly text: string;
  /** Where its start tag stands, from 1. */
  readonly line: number;
};

/** The document as a strict parser sees it (XML 1.0, Namespaces in XML), or why that sees nothing of it. */
export function readXml(
  text: string,
): { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly finding: Finding } {
  const fault = firstFault(parse(text, false));
  if (fault !== undefined) {
    const character = findBadCharacter(text.split('\n')[fault.line - 1] ?? '');
    if (character !== undefined) return refuse('xml-character', { character }, fault.line);
    return refuse('xml-ill-formed', { reason: fault.reason }, fault.line);
  }
  // Well-formed without namespaces: what is left to complain of is a prefix that nobody declared.
  const parsed = parse(text, true);
  const unbound = firstFault(parsed);
  if (unbound !== undefined) return refuse('namespace-undeclared', { reason: unbound.reason }, unbound.line);
  if (parsed.root === undefined) return refuse('xml-ill-formed', { reason: 'no root element' }, 1);
  return { ok: true, root: parsed.root };
}

export function childrenOf(parent: XmlElement, namespace: string, local: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.local === local && child.namespace === namespace);
}

export function childOf(parent: XmlElement, namespace: string, local: string): XmlElement | undefined {
  return childrenOf(parent, namespace, local)[0];
}

/** The element and everything in it, in document order; any depth. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) waiting.push(child);
  }
}

type Fault = { readonly reason: string; readonly line: number };
type MutableElement = XmlElement & { text: string; readonly children: XmlElement[] };
type Parsed = { readonly root: XmlElement | undefined; readonly errors: readonly string[] };

function parse(text: string, xmlns: boolean): Parsed {
  const parser = new SaxesParser({ xmlns });
  const errors: string[] = [];
  const open: MutableElement[] = [];
  let root: XmlElement | undefined;
  let line = 1;
  const addText = (data: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += data;
  };
  parser.on('error', ({ message }) => errors.push(message));
  parser.on('doctype', (doctype) => {
    // An entity of the internal subset is known to every parser; its value does not matter here.
    for (const [, name = ''] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s/g)) parser.ENTITIES[name] = ' ';
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', () => (line = parser.line));
  parser.on('opentag', ({ name, attributes, ...tag }) => {
    const values = Object.entries(attributes).map(
      ([key, attribute]) => [key, typeof attribute === 'string' ? attribute : attribute.value] as const,
    );
    const element: MutableElement = {
      name,
      local: tag.local ?? name,
      namespace: tag.uri ?? '',
      attributes: new Map(values),
      children: [],
      text: '',
      line,
    };
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  for (let at = 0; at < text.length; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
    if (open.length > maxDepth) {
      return { root, errors: [`${parser.line}:0: elements stand more than ${maxDepth} deep`] };
    }
  }
  parser.close();
  return { root, errors };
}

/** The parser begins its messages with `line:column: `. */
function firstFault({ errors }: Parsed): Fault | undefined {
  const [message] = errors;
  if (message === undefined) return undefined;
  const [, line = '1', reason = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
  return { reason, line: Number(line) };
}

/** The first character, raw or as a reference, that XML 1.0 has no place for (section 2.2, Char). */
function findBadCharacter(line: string): string | undefined {
  for (const [character, hexadecimal, decimal] of line.matchAll(characterOrReference)) {
    const point =
      hexadecimal === undefined
        ? Number(decimal ?? character.codePointAt(0))
        : Number.parseInt(hexadecimal, 16);
    if (!isXmlChar(point)) return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}

function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function refuse(code: Finding['code'], values: Finding['values'], line: number) {
  return { ok: false as const, finding: finding(code, values, { line }) };
}

/** libxml, and with it FreshRSS and tt-rss, gives up there; and a parser that did not would take hours. */
const maxDepth = 256;
/** Short enough that depth cannot run away between two looks. */
const chunkLength = 4096;
const characterOrReference =
  /&#x([0-9a-fA-F]{1,8});|&#(\d{1,8});|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
