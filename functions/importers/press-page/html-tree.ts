import { Parser } from 'htmlparser2';

export type HtmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  readonly parent: HtmlElement | undefined;
};

export type HtmlText = { readonly text: string; readonly line: number };

export type HtmlNode = HtmlElement | HtmlText;

/**
 * The elements and texts of a page, in time that grows with its length only, whatever is left unclosed:
 * HTML's own algorithm multiplies elements, and a small broken page can take all memory. Undefined where
 * elements are nested deeper than any browser follows, or are more than any article needs.
 */
export function parseHtml(html: string): HtmlElement | undefined {
  const root: OpenElement = { name: '', attributes: {}, children: [], parent: undefined };
  const lineAt = createLineCounter(html);
  let current = root;
  let depth = 0;
  let nodeCount = 0;

  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element: OpenElement = { name, attributes, children: [], parent: current };
      current.children.push(element);
      current = element;
      depth++;
      nodeCount++;
    },
    onclosetag: () => {
      current = current.parent ?? root;
      depth--;
    },
    ontext: (text) => {
      const last = current.children.at(-1);
      if (last !== undefined && !isElement(last)) last.text += text;
      else {
        current.children.push({ text, line: lineAt(parser.startIndex) });
        nodeCount++;
      }
    },
  });
  for (let start = 0; start < html.length; start += chunkLength) {
    parser.write(html.slice(start, start + chunkLength));
    if (depth > maxDepth || nodeCount > maxNodes) return undefined;
  }
  parser.end();
  return root;
}

export function isElement<T extends HtmlNode>(node: T): node is T & HtmlElement {
  return 'children' in node;
}

/** Every element below one, in the order of the page. */
export function elementsBelow(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (node: HtmlNode): void => {
    if (!isElement(node)) return;
    found.push(node);
    node.children.forEach(visit);
  };
  element.children.forEach(visit);
  return found;
}

export function textOf(node: HtmlNode): string {
  return isElement(node) ? node.children.map(textOf).join('') : node.text;
}

/** The words of an element's class and id, lower case: `post-content entry` gives post, content, entry. */
export function labelsOf(element: HtmlElement): string[] {
  const { class: classes = '', id = '' } = element.attributes;
  return `${classes} ${id}`
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((label) => label !== '');
}

type OpenElement = {
  name: string;
  attributes: Record<string, string>;
  children: (OpenElement | OpenText)[];
  parent: OpenElement | undefined;
};

type OpenText = { text: string; line: number };

/** Positions are asked for in rising order; every line break is looked for once. */
function createLineCounter(text: string): (position: number) => number {
  let line = 1;
  let nextBreak = text.indexOf('\n');
  return (position) => {
    while (nextBreak !== -1 && nextBreak < position) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    return line;
  };
}

/** As Chromium. */
const maxDepth = 512;
const maxNodes = 250_000;
/** Short enough that depth cannot run away between two looks. */
const chunkLength = 4096;
