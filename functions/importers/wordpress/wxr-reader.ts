import { SaxesParser } from 'saxes';
import { toXmlCharacters } from '../../articles/characters.ts';

/** One `<item>` of a WordPress export: a post, a page, an attachment. */
export type WxrItem = {
  /** Its own elements by their names as written (`wp:post_id`), the first of each. */
  readonly fields: ReadonlyMap<string, string>;
  readonly terms: readonly { readonly domain: string; readonly nicename: string; readonly name: string }[];
  readonly meta: ReadonlyMap<string, string>;
  /** In the file, from 1. */
  readonly line: number;
  /** Elements longer than any article were left out. */
  readonly isTooLarge: boolean;
};

export type WxrEvent =
  | { readonly kind: 'item'; readonly item: WxrItem }
  /** Of the site: `title`, `link`, `wp:base_site_url`, `wp:author` as `login` and `name`. */
  | { readonly kind: 'channel'; readonly name: string; readonly value: string }
  | { readonly kind: 'author'; readonly login: string; readonly name: string }
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string };

/**
 * Reads an export (WXR) as it comes, in memory for one item, whatever its size. Entities that it declares
 * are not expanded. What is not well-formed is told once, and read on as far as it goes.
 */
export async function* readWxr(chunks: AsyncIterable<string>): AsyncGenerator<WxrEvent> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let events: WxrEvent[] = [];
  const path: string[] = [];
  let text = '';
  let textLength = 0;
  let item: OpenItem | undefined;
  let attributes: Readonly<Record<string, string>> = {};
  let children = new Map<string, string>();
  let faults = 0;

  const addText = (data: string): void => {
    textLength += data.length;
    if (textLength <= maxTextLength) text += data;
  };
  const closeElement = (name: string): void => {
    const depth = path.length;
    const value = toXmlCharacters(text);
    if (item !== undefined && textLength > maxTextLength) item.isTooLarge = true;
    const isInItem = path[2] === 'item';
    if (isInItem && depth === 3) {
      if (item !== undefined) events.push({ kind: 'item', item });
      item = undefined;
    } else if (isInItem && depth === 4) takeField(name, value);
    else if (depth === 5) children.set(name, value);
    else if (depth === 4) children.set(name, value);
    else if (depth === 3) {
      if (name === 'wp:author') {
        const login = children.get('wp:author_login') ?? '';
        events.push({ kind: 'author', login, name: children.get('wp:author_display_name') ?? login });
      } else if (channelNames.has(name)) events.push({ kind: 'channel', name, value });
    }
  };
  const takeField = (name: string, value: string): void => {
    if (item === undefined) return;
    if (name === 'category') {
      const { domain = '', nicename = '' } = attributes;
      if (item.terms.length < maxTerms) item.terms.push({ domain, nicename, name: value.trim() });
    } else if (name === 'wp:postmeta') {
      const key = children.get('wp:meta_key') ?? '';
      if (metaNames.has(key)) item.meta.set(key, children.get('wp:meta_value') ?? '');
    } else if (fieldNames.has(name) && !item.fields.has(name)) item.fields.set(name, value);
  };

  parser.on('opentag', ({ name, attributes: written }) => {
    if (path.length < maxDepth) path.push(name);
    else throw new Error(`elements stand more than ${maxDepth} deep`);
    if (path.length === 3 && name === 'item') {
      item = { fields: new Map(), terms: [], meta: new Map(), line: parser.line, isTooLarge: false };
    }
    if (path.length === 4 && name === 'category') attributes = written;
    if (path.length <= 4) children = path.length === 4 && path[2] !== 'item' ? children : new Map();
    [text, textLength] = ['', 0];
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    closeElement(name);
    path.pop();
    [text, textLength] = ['', 0];
  });
  parser.on('error', (error) => {
    const [, line = '1', reason = error.message] = /^(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
    if (faults++ < maxFaults) events.push({ kind: 'fault', line: Number(line), reason });
  });

  // What the disk says is for the caller; what the parser says is told and ends the reading.
  const feed = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      events.push({ kind: 'fault', line: parser.line, reason });
      return false;
    }
  };
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += chunkLength) {
      const isReadable = feed(() => parser.write(chunk.slice(start, start + chunkLength)));
      yield* events;
      events = [];
      if (!isReadable) return;
    }
  }
  feed(() => parser.close());
  yield* events;
}

type OpenItem = {
  fields: Map<string, string>;
  terms: { domain: string; nicename: string; name: string }[];
  meta: Map<string, string>;
  line: number;
  isTooLarge: boolean;
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const channelNames = words('title link wp:base_site_url wp:base_blog_url');
const fieldNames = words(
  'title link pubDate dc:creator guid description content:encoded excerpt:encoded wp:post_id wp:post_date ' +
    'wp:post_date_gmt wp:post_name wp:status wp:post_type wp:post_parent wp:post_password wp:attachment_url',
);
const metaNames = words('_thumbnail_id _wp_attachment_image_alt _warta_article _warta_digest');
const maxTextLength = 5_000_000;
const maxTerms = 200;
const maxDepth = 64;
const maxFaults = 20;
const chunkLength = 65_536;
