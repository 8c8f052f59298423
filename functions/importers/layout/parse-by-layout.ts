import { findIndonesianDate } from '../indonesian-date.ts';
import type { ImportProblem } from '../messages.ts';
import { type ArticleBody, readArticleBody } from '../press-page/article-body.ts';
import { findBody } from '../press-page/html-body.ts';
import { readHead } from '../press-page/html-head.ts';
import { readHtmlLines } from '../press-page/html-lines.ts';
import { isHtml } from '../press-page/html-page.ts';
import { type HtmlElement, parseHtml, textOf } from '../press-page/html-tree.ts';
import { foldText } from '../press-page/line.ts';
import { type PageText, readParts } from '../press-page/page-parts.ts';
import { type ParsedPressPage, parsePressPage } from '../press-page/press-page.ts';
import type { Office } from '../../office/settings.ts';
import { parseWrittenDate } from '../written-date.ts';
import type { SiteLayout } from './page-layout-file.ts';
import { selectElements } from './select.ts';

/** Which part of a page an article's field was read from. */
export type FoundPart = { readonly field: string; readonly selector: string; readonly text: string };

/**
 * Reads a page by the layout of its site. What its selectors miss is read as from any page, and that is told;
 * so one layout serves a site whose template changed.
 */
export function parseByLayout(
  page: PageText,
  layout: SiteLayout,
  options: { readonly timeZone: Office['timeZone']; readonly now: Date },
): ParsedPressPage & { readonly parts: readonly FoundPart[] } {
  const root = isHtml(page.text) ? parseHtml(page.text) : undefined;
  if (root === undefined) return { ...parsePressPage(page, options), parts: [] };

  const parts: FoundPart[] = [];
  const missed: ImportProblem[] = [];
  const find = (field: 'title' | 'date' | 'body' | 'place' | 'authors'): HtmlElement[] => {
    const selector = layout[field];
    if (selector === undefined) return [];
    const found = selectElements(selector, root).filter((element) => foldText(textOf(element)) !== '');
    const text = found.map((element) => foldText(textOf(element))).join(' ');
    if (found.length > 0) parts.push({ field, selector, text: text.slice(0, 300) });
    else missed.push({ code: 'layout-missed', values: { field, selector } });
    return found;
  };
  const [title] = find('title').map((element) => foldText(textOf(element)));
  const publishedAt = find('date').flatMap((element) => readDate(element, options.timeZone))[0];
  const body = readBody(root, find('body'), layout.remove, page.url);
  const [place] = find('place').map((element) => foldText(textOf(element)));
  const authors = find('authors').map((element) => foldText(textOf(element)));
  if (layout.date !== undefined && publishedAt === undefined && parts.some(({ field }) => field === 'date')) {
    missed.push({ code: 'layout-missed', values: { field: 'date', selector: layout.date } });
  }

  const usual = readParts(page, options.timeZone);
  const other = usual.ok ? usual.parts : undefined;
  const otherBody = other && readArticleBody(other.article.lines, other.article.around);
  const blocks = body === undefined || body.blocks.length === 0 ? otherBody?.blocks : body.blocks;
  const whole = {
    title: title ?? other?.headline?.title,
    publishedAt: publishedAt ?? (other?.date.ok === true ? other.date.publishedAt : undefined),
  };
  if (
    whole.title === undefined ||
    whole.publishedAt === undefined ||
    blocks === undefined ||
    blocks.length === 0
  ) {
    const problems: ImportProblem[] = [...missed];
    if (whole.title === undefined) problems.push({ code: 'missing-title', line: 1, values: {} });
    if (whole.publishedAt === undefined) problems.push({ code: 'missing-date', line: 1, values: {} });
    if (blocks === undefined || blocks.length === 0)
      problems.push({ code: 'empty-body', line: 1, values: {} });
    return { ok: false, problems, parts };
  }
  const head = readHead(root, page.url);
  return {
    ok: true,
    page: {
      title: whole.title,
      publishedAt: whole.publishedAt,
      place: place ?? body?.place ?? otherBody?.place,
      authors: authors.length > 0 ? authors : (body?.authors ?? otherBody?.authors ?? []),
      blocks,
      address: head.address ?? page.url,
      siteName: head.siteName,
    },
    doubts: [...missed, ...(body?.doubts ?? [])],
    parts,
  };
}

function readBody(
  root: HtmlElement,
  found: readonly HtmlElement[],
  remove: readonly string[],
  url: string | undefined,
): ArticleBody | undefined {
  if (found.length === 0) return undefined;
  const removed = new Set(remove.flatMap((selector) => selectElements(selector, root)));
  const usual = findBody(root);
  const elements = new Set(found);
  // What somebody names as the body is the body, however it is labelled.
  const around = new Set(found.flatMap(ancestorsOf));
  const body = {
    ...usual,
    elements,
    isChrome: (element: HtmlElement) =>
      removed.has(element) || (!elements.has(element) && !around.has(element) && usual.isChrome(element)),
  };
  const lines = readHtmlLines(root, body, readHead(root, url).baseUrl).filter(({ isInBody }) => isInBody);
  return readArticleBody(lines, []);
}

function ancestorsOf(element: HtmlElement): HtmlElement[] {
  return element.parent === undefined ? [] : [element.parent, ...ancestorsOf(element.parent)];
}

function readDate(element: HtmlElement, zone: Office['timeZone']): string[] {
  const hidden = parseWrittenDate(
    element.attributes['datetime'] ?? element.attributes['content'] ?? '',
    zone,
  );
  if (hidden.ok) return [hidden.value];
  const shown = findIndonesianDate(foldText(textOf(element)), zone)?.date;
  return shown?.ok === true ? [shown.value] : [];
}
