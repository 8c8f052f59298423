import type { ImportProblem } from '../messages.ts';
import { findBody } from './html-body.ts';
import { type PageHead, readHead } from './html-head.ts';
import { readHtmlLines } from './html-lines.ts';
import { parseHtml } from './html-tree.ts';
import type { Line } from './line.ts';

/** Whether a page is HTML, by its tags and not by its name: archives name their pages as they like. */
export function isHtml(text: string): boolean {
  return markup.test(text.slice(0, sampleLength)) || markup.test(text.slice(-sampleLength));
}

/** @param url where the page was fetched from; undefined for a file */
export function readHtmlPage(html: string, url: string | undefined): ReadPage {
  const root = parseHtml(html);
  if (root === undefined) {
    return { ok: false, problem: { code: 'html-too-complex', line: 1, values: {} } };
  }
  const head = readHead(root, url);
  return { ok: true, lines: readHtmlLines(root, findBody(root), head.baseUrl), head };
}

/** What both kinds of page are read into. */
export type ReadPage =
  | {
      readonly ok: true;
      readonly lines: readonly Line[];
      readonly head: PageHead | undefined;
    }
  | { readonly ok: false; readonly problem: ImportProblem };

const sampleLength = 20_000;
const markup =
  /<(?:!doctype\s|\/?(?:html|head|body|p|div|span|font|table|t[dr]|ul|ol|li|article|section|center|h[1-6]|a|b|i|strong|em|img|br)[\s/>])/i;
