import { Parser } from 'htmlparser2';
import { renderAttributes, renderElement, type XmlAttributes, type XmlElement } from './xml.ts';

/**
 * What the `feed` package cannot say about one element: attributes beside its own, and child elements at its
 * head. A child takes the place of every child that the package wrote under the same name.
 */
export type Addition = {
  readonly attributes?: XmlAttributes;
  readonly elements?: readonly XmlElement[];
  /** Child elements at its end: some readers let a later `media:` element take the place of the text. */
  readonly lastElements?: readonly XmlElement[];
};

/**
 * A document of the `feed` package with our additions in it, by element name and in document order: the first
 * addition of `item` goes to the first `<item>`. The places are found by a tokenizer, which knows CDATA from
 * markup; everything else stays byte for byte as the package wrote it.
 *
 * @throws where elements and additions do not match one to one: a change in the package, never in an article
 */
export function enrich(xml: string, additions: Readonly<Record<string, readonly Addition[]>>): string {
  const queues = new Map(Object.entries(additions).map(([name, list]) => [name, list.values()]));
  const open: OpenElement[] = [];
  let result = '';
  let copied = 0;
  const copyUpTo = (index: number): void => {
    result += xml.slice(copied, index);
    copied = index;
  };

  const parser = new Parser(
    {
      onopentag(name, present) {
        if (open.at(-1)?.replaced.has(name)) copyUpTo(startOfIndent(xml, parser.startIndex));
        const queue = queues.get(name);
        const addition = queue && nextAddition(queue, name);
        open.push({
          replaced: new Set(addition?.elements?.map((element) => element.name)),
          last: addition?.lastElements ?? [],
        });
        if (addition === undefined) return;
        copyUpTo(parser.endIndex);
        result += renderAttributes(without(addition.attributes ?? {}, present));
        copyUpTo(parser.endIndex + 1);
        const indent = `\n${' '.repeat(4 * open.length)}`;
        for (const element of addition.elements ?? []) result += indent + renderElement(element);
      },
      onclosetag(name) {
        const closed = open.pop();
        if (closed !== undefined && closed.last.length > 0) {
          copyUpTo(startOfIndent(xml, parser.startIndex));
          const indent = `\n${' '.repeat(4 * (open.length + 1))}`;
          for (const element of closed.last) result += indent + renderElement(element);
        }
        if (open.at(-1)?.replaced.has(name)) copied = parser.endIndex + 1;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(xml);
  copyUpTo(xml.length);

  for (const [name, queue] of queues) {
    if (queue.next().done !== true) throw new Error(`the feed package wrote too few <${name}>`);
  }
  return result;
}

type OpenElement = { readonly replaced: ReadonlySet<string>; readonly last: readonly XmlElement[] };

/** The start of the white space that stands before an element. */
function startOfIndent(xml: string, index: number): number {
  let start = index;
  while (xml[start - 1] === ' ' || xml[start - 1] === '\n') start -= 1;
  return start;
}

function nextAddition(queue: Iterator<Addition, undefined>, name: string): Addition {
  const next = queue.next();
  if (next.done === true) throw new Error(`the feed package wrote too many <${name}>`);
  return next.value;
}

function without(attributes: XmlAttributes, present: Readonly<Record<string, string>>): XmlAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !(name in present)));
}
