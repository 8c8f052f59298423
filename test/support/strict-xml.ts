import { SaxesParser } from 'saxes';

export type ParsedElement = {
  readonly name: string;
  /** The name of the element around it. */
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text and CDATA, without that of its children. */
  readonly text: string;
};

/**
 * Every element of a document in the order of its end tags, by a parser that is not the one used by the
 * renderer and that knows no mercy: characters, entities, namespaces, nesting (XML 1.0, Namespaces in XML).
 *
 * @throws where the document is not well-formed
 */
export function parseStrictly(xml: string): ParsedElement[] {
  const parser = new SaxesParser({ xmlns: true });
  const parsed: ParsedElement[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    open.push({ name, attributes: Object.fromEntries(values), text: '' });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) parsed.push({ ...closed, parent: open.at(-1)?.name });
  });
  parser.write(xml).close();
  return parsed;
}

/** The texts of all `name` elements within `parent`. */
export function textsOf(elements: readonly ParsedElement[], parent: string, name: string): string[] {
  return elements
    .filter((element) => element.parent === parent && element.name === name)
    .map(({ text }) => text);
}
