import { Parser } from 'htmlparser2';

/**
 * The text of sanitized HTML: a blank line between blocks, a line break for `<br>` and table rows, a space
 * between cells, entities decoded, runs of white space folded.
 */
export function htmlToText(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (data) => (text += data.replace(/\s+/g, ' ')),
    onopentagname: (name) => (text += separatorOf(name)),
    onclosetag: (name) => (text += blockElements.has(name) ? '\n\n' : ''),
  });
  parser.end(html);
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The paragraphs of {@link htmlToText}, each on one line. */
export function htmlToParagraphs(html: string): string[] {
  return htmlToText(html)
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/\n/g, ' '))
    .filter((paragraph) => paragraph !== '');
}

function separatorOf(name: string): string {
  if (name === 'br') return '\n';
  if (name === 'td' || name === 'th') return ' ';
  return blockElements.has(name) ? '\n\n' : '';
}

const blockElements = new Set(
  `p h2 h3 h4 ul ol li blockquote pre hr table caption tr figure figcaption dl dt dd div`.split(' '),
);
