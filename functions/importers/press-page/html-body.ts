import { type HtmlElement, isElement, labelsOf } from './html-tree.ts';

export type HtmlBody = {
  /** The elements that hold the article's text: one, and what introduces it. */
  readonly elements: ReadonlySet<HtmlElement>;
  /** Whether an element is no part of any article: a menu, a share bar, a script. */
  readonly isChrome: (element: HtmlElement) => boolean;
  /** Whether an element holds less than half of the article. */
  readonly isMinor: (element: HtmlElement) => boolean;
};

/**
 * Finds the article in a page by what it holds, as templates differ: the section with the most text that is
 * no link. Every section gives half of its text to the one around it, so that an article whose paragraphs
 * stand in sections of their own is still found whole.
 */
export function findBody(root: HtmlElement): HtmlBody {
  const proseIn = measureProse(root);
  const total = proseIn.get(root) ?? 0;
  const isChrome = (element: HtmlElement): boolean =>
    textlessNames.has(element.name) ||
    isHidden(element) ||
    (isLabelledChrome(element) && (proseIn.get(element) ?? 0) * 2 <= total);

  const scores = scoreSections(root, isChrome);
  let best = root;
  for (const [section, score] of scores) {
    const bestScore = scores.get(best) ?? 0;
    if (score > bestScore || (score === bestScore && isAround(section, best))) best = section;
  }
  while (best.parent !== undefined && (hasSibling(best, scores) || hasOwnText(best.parent)))
    best = best.parent;
  const proseInBest = proseIn.get(best) ?? 0;
  return {
    elements: new Set([...introductionOf(best), best]),
    isChrome,
    isMinor: (element) => (proseIn.get(element) ?? 0) * 2 < proseInBest,
  };
}

/** Characters of text outside links, for each element with all that it holds. */
function measureProse(root: HtmlElement): Map<HtmlElement, number> {
  const lengths = new Map<HtmlElement, number>();
  const measure = (element: HtmlElement): number => {
    let length = 0;
    for (const child of element.children) {
      if (isElement(child)) length += measure(child);
      else length += child.text.trim().length;
    }
    const counted = element.name === 'a' || textlessNames.has(element.name) ? 0 : length;
    lengths.set(element, counted);
    return counted;
  };
  measure(root);
  return lengths;
}

function scoreSections(root: HtmlElement, isChrome: HtmlBody['isChrome']): Map<HtmlElement, number> {
  const scores = new Map<HtmlElement, number>();
  const add = (section: HtmlElement | undefined, score: number): void => {
    if (section !== undefined) scores.set(section, (scores.get(section) ?? 0) + score);
  };
  const visit = (element: HtmlElement, section: HtmlElement): void => {
    const prose = proseOfBlock(element);
    if (prose >= minBlockLength) {
      add(section, prose);
      add(sectionAround(section), prose / 2);
    }
    for (const child of element.children) {
      if (!isElement(child) || isChrome(child)) continue;
      if (child.name !== 'a') visit(child, sectionNames.has(child.name) ? child : section);
    }
  };
  visit(root, root);
  return scores;
}

/** The text of an element's own lines: what stands in it directly or in inline elements. */
function proseOfBlock(element: HtmlElement): number {
  if (inlineNames.has(element.name)) return 0;
  const measure = (node: HtmlElement): number => {
    let length = 0;
    for (const child of node.children) {
      if (!isElement(child)) length += child.text.trim().length;
      else if (inlineNames.has(child.name) && child.name !== 'a') length += measure(child);
    }
    return length;
  };
  return measure(element);
}

function sectionAround(section: HtmlElement): HtmlElement | undefined {
  let parent = section.parent;
  while (parent?.parent !== undefined && !sectionNames.has(parent.name)) parent = parent.parent;
  return parent;
}

/**
 * A section of the same make beside it holds text too: both are parts of something. Where they hold nothing
 * but text they are paragraphs, however short; else a short one may be a column of the page.
 */
function hasSibling(section: HtmlElement, scores: ReadonlyMap<HtmlElement, number>): boolean {
  if (section.name === 'td') return false;
  const labels = labelsOf(section).join(' ');
  const least = isParagraph(section) ? minBlockLength : (scores.get(section) ?? 0) * 0.3;
  return (section.parent?.children ?? []).some(
    (sibling) =>
      isElement(sibling) &&
      sibling !== section &&
      sibling.name === section.name &&
      isParagraph(sibling) === isParagraph(section) &&
      labelsOf(sibling).join(' ') === labels &&
      (scores.get(sibling) ?? 0) >= least,
  );
}

function isParagraph(section: HtmlElement): boolean {
  return section.children.every(
    (child) => !isElement(child) || (inlineNames.has(child.name) && child.name !== 'br'),
  );
}

/** The section around it begins with a paragraph that stands in no element of its own. */
function hasOwnText(section: HtmlElement): boolean {
  return sectionNames.has(section.name) && proseOfBlock(section) >= minBlockLength;
}

/** What stands between the headline and the body beside it: templates set the first paragraph apart. */
function introductionOf(body: HtmlElement): HtmlElement[] {
  const before: HtmlElement[] = [];
  const siblings = (body.parent?.children ?? []).filter(isElement);
  for (const sibling of siblings.slice(0, siblings.indexOf(body)).reverse()) {
    if (headingNames.has(sibling.name)) return before;
    if (sibling.name === 'p' || sibling.name === 'div' || sibling.name === 'figure') before.push(sibling);
  }
  return [];
}

function isAround(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let element = inner.parent; element !== undefined; element = element.parent) {
    if (element === outer) return true;
  }
  return false;
}

function isHidden({ attributes }: HtmlElement): boolean {
  return (
    attributes['hidden'] !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s{0,9}:\s{0,9}none/i.test((attributes['style'] ?? '').slice(0, 1000))
  );
}

function isLabelledChrome(element: HtmlElement): boolean {
  return chromeNames.has(element.name) || labelsOf(element).some((label) => chromeLabels.has(label));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const textlessNames = words(
  'head title script style noscript template iframe object embed applet svg math canvas audio video map ' +
    'select textarea button dialog datalist',
);
const chromeNames = words('nav aside footer menu');
const chromeLabels = words(
  'share sharing sharedaddy addtoany social sosmed breadcrumb breadcrumbs related terkait terbaru terkini ' +
    'populer popular recent comment comments komentar respond sidebar widget menu navbar nav navigation navigasi ' +
    'footer copyright pagination pagenav pager iklan ads advert banner cookie popup modal tags tagcloud skip',
);
const sectionNames = words('div td article section main body center');
const headingNames = words('h1 h2 h3');
export const inlineNames: ReadonlySet<string> = words(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span ' +
    'strike strong sub sup time tt u var wbr o:p st1:place st1:city br img',
);
/** Shorter lines are menus, dates and names as often as text. */
const minBlockLength = 40;
