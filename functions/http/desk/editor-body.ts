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
 */
export function fromEditable({ body, format }: EditableBody, before?: string): string {
  if (before !== undefined && toEditable(before).body.trim() === body.trim()) return before;
  return format === 'html' ? body : marked.parse(body, { async: false });
}

/** What was pasted from a word processor or an old page, cleaned, as Markdown. */
export function cleanPasted(html: string): string {
  const body = /<!--StartFragment-->([^]*?)<!--EndFragment-->/.exec(html)?.[1] ?? html;
  const marked = withWordLists(body.replace(/<!--\[if[^]*?<!\[endif\]-->/g, ''));
  return toMarkdown(sanitizeBody(marked).replace(/<\/ul>\s*<ul>/g, ''));
}

/** Word writes the points of a list as paragraphs of their own make, with a bullet in letters. */
function withWordLists(html: string): string {
  return html.replace(/<p[^>]*class="?MsoListParagraph[^>]*>([^]*?)<\/p>/gi, (_, content: string) => {
    const text = content.replace(
      /^(?:\s|<[^>]*>|&nbsp;)*(?:[·•▪◦§o-]|\d{1,2}[.)])(?:\s|<[^>]*>|&nbsp;)+/i,
      '',
    );
    return `<ul><li>${text}</li></ul>`;
  });
}

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
