import { escapeText } from './press-page/line.ts';

/** Text without markup as paragraphs: a blank line parts them, a single break stays one. HTML stays as it is. */
export function textToHtml(text: string): string {
  if (markup.test(text)) return text;
  return text
    .split(/\r?\n[^\S\n]*\r?\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}

const markup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;
