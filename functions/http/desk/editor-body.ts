import { gfm } from '@joplin/turndown-plugin-gfm';
import { Marked } from 'marked';
import TurndownService from 'turndown';
import { sanitizeBody } from '../../articles/sanitize.ts';

/** How a body stands in the editor: as Markdown, or as HTML where Markdown would lose something of it. */
export type BodyFormat = 'markdown' | 'html';

export type EditableBody = { readonly body: string; readonly format: BodyFormat };

/** A body for the editor. What does not come back from Markdown as it was stays HTML: an edit changes nothing else. */
export function toEditable(bodyHtml: string): EditableBody {
  const body = toMarkdown(bodyHtml);
  const isWhole = outline(fromEditable({ body, format: 'markdown' })) === outline(bodyHtml);
  return isWhole ? { body, format: 'markdown' } : { body: bodyHtml, format: 'html' };
}

/**
 * The HTML that an editor's text stands for, which is not yet clean.
 *
 * @param before the body that the editor was opened with: untouched, it stays as it was to the last byte
 * @throws {RangeError} where quotations or lists stand within one another thousands of times
 */
export function fromEditable({ body, format }: EditableBody, before?: string): string {
  if (before !== undefined && toEditable(before).body.trim() === body.trim()) return before;
  return format === 'html' ? body : marked.parse(body, { async: false });
}

/** What was pasted from a word processor or an old page, cleaned, as Markdown. */
export function cleanPasted(html: string): string {
  const fragment = between(html.slice(0, maxPasted), '<!--StartFragment-->', '<!--EndFragment-->');
  return toMarkdown(sanitizeBody(withWordLists(fragment)).replace(/<\/ul>\s*<ul>/g, ''));
}

/** Characters: more than an article may have. */
const maxPasted = 500_000;

/** What stands between two marks; all of it where there are none. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  return from === -1 || to === -1 ? text : text.slice(from + start.length, to);
}

/**
 * Word writes the points of a list as paragraphs of their own make, with a bullet in letters. The bounds keep a
 * page that never closes anything from being looked through again and again.
 */
function withWordLists(html: string): string {
  return html.replace(
    /<p[^>]{0,300}class="?MsoListParagraph[^>]{0,1000}>([^]{0,2000}?)<\/p>/gi,
    (_, content: string) => `<ul><li>${content.replace(wordBullet, '')}</li></ul>`,
  );
}

const wordBullet =
  /^(?:\s|<[^>]{0,500}>|&nbsp;){0,20}(?:[·•▪◦§o-]|\d{1,2}[.)])(?:\s|<[^>]{0,500}>|&nbsp;){1,40}/i;

function toMarkdown(html: string): string {
  return (
    turndown
      .turndown(html)
      .replace(/\u00a0/g, ' ')
      // As people write lists, not as wide as the library does.
      .replace(/^( *)(-|\d+\.) {2,3}/gm, '$1$2 ')
  );
}

/** What of two bodies must be the same: elements and words, however the white space between them falls. */
function outline(html: string): string {
  return sanitizeBody(html)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|br|hr|h2|h3|h4|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)\b[^>]*>) ?/g, '$1')
    .replace(/<tbody><\/tbody>/g, '');
}

const marked = new Marked({ gfm: true, breaks: true });

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
  br: '',
});
turndown.use(gfm);
const escapeMarks = turndown.escape.bind(turndown);
// The library leaves what looks like HTML in a text, and it would become HTML.
turndown.escape = (text) =>
  escapeMarks(text)
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '&amp;');
// Markdown has no words for these: they stay what they are.
turndown.keep(['dl', 'figure']);
turndown.addRule('raised', {
  filter: ['sub', 'sup'],
  replacement: (content, { nodeName }) => `<${nodeName.toLowerCase()}>${content}</${nodeName.toLowerCase()}>`,
});
