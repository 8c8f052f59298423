import type { ImportProblem } from '../messages.ts';
import { isReadMore } from './chrome.ts';
import type { PageLayout } from './page-layout.ts';

/** Why a page is not one article: it lists articles, or it holds several. Undefined where it is one. */
export function findWrongKind(page: PageLayout): ImportProblem | undefined {
  const { lines, prose } = page;
  const inBody = lines.filter((line) => line.isInBody);
  const first = inBody[0]?.number ?? 1;
  const readMoreCount = inBody.filter((line) => endsInReadMore(line.text)).length;
  if (readMoreCount >= 2 || withTextBelow(findLinkedHeadings(page), page).length >= 2) return listPage(first);

  const heads = withTextBelow(findHeads(page), page);
  const second = heads[1];
  if (second !== undefined) {
    const values = { count: String(heads.length) };
    return { code: 'several-articles', line: lines[second]?.number ?? first, values };
  }
  const dateCount = page.dates.filter(({ at }) => lines[at]?.isInBody === true).length;
  const hasText = prose.some((at, index) => prose[index + 1] === at + 1);
  if (dateCount >= 3 && prose.length < dateCount && !hasText) return listPage(first);
  return prose.length === 0 && countOffers(page) >= minOffers ? listPage(first) : undefined;
}

/** Headlines that lead elsewhere. */
function findLinkedHeadings({ lines }: PageLayout): number[] {
  return [...lines.entries()]
    .filter(([, line]) => line.isInBody && line.headingLevel !== undefined && line.linkShare > 0.8)
    .map(([at]) => at);
}

/** Where articles may begin: a headline and a date beside one another. */
function findHeads({ lines, dates, titles }: PageLayout): number[] {
  const titlesInBody = new Set(titles.filter((at) => lines[at]?.isInBody));
  return dates.flatMap(({ at }) => {
    const title = [at + 1, at - 1, at + 2, at - 2].find((near) => titlesInBody.has(near));
    return lines[at]?.isInBody !== true || title === undefined ? [] : [Math.min(at, title)];
  });
}

/** The headlines that have a paragraph of their own before the next one. Both lists are in rising order. */
function withTextBelow(heads: readonly number[], { prose }: PageLayout): number[] {
  let next = 0;
  return heads.filter((head, index) => {
    while ((prose[next] ?? Infinity) <= head) next++;
    return (prose[next] ?? Infinity) < (heads[index + 1] ?? Infinity);
  });
}

function endsInReadMore(text: string): boolean {
  return isReadMore(text) || /\b(?:baca\s)?selengkapnya[\s\])».>…]{0,5}$/iu.test(text.slice(-40));
}

/** Headlines, and the links of lists. */
function countOffers({ lines, titles }: PageLayout): number {
  return lines
    .filter((line) => line.isInBody)
    .reduce((count, line) => count + (line.blockHtml?.split('<li><a ').length ?? 1) - 1, titles.length);
}

function listPage(line: number): ImportProblem {
  return { code: 'list-page', line, values: {} };
}

/** So many headlines and not one paragraph. */
const minOffers = 4;
