import type { ImportProblem } from '../messages.ts';
import { readByline } from './date-line.ts';
import { takeDateline } from './dateline.ts';
import { type Line, renderLine } from './line.ts';
import { isProse } from './prose.ts';
import { isOffice, takeSignOff } from './sign-off.ts';

export type Block = {
  readonly kind: 'paragraph' | 'heading' | 'whole';
  readonly html: string;
  readonly text: string;
};

export type ArticleBody = {
  readonly place: string | undefined;
  readonly authors: readonly string[];
  readonly blocks: readonly Block[];
  readonly doubts: readonly ImportProblem[];
};

/**
 * The article's text out of its lines: the dateline, the byline and the sign-off become what they say.
 *
 * @param above the lines around its headline, where a byline may stand
 */
export function readArticleBody(lines: readonly Line[], above: readonly Line[]): ArticleBody {
  const bylines = [...above, ...lines]
    .flatMap((line) => readByline(line.text) ?? [])
    .filter((name) => !isOffice(name));
  const texts = dropTrailingLinks(lines.filter((line) => readByline(line.text) === undefined));

  const opening = takeOpening(texts);
  const ending = takeEnding(opening.lines);
  const blocks = ending.lines.flatMap((line) => toBlock(line) ?? []);
  return {
    place: opening.place,
    authors: [...new Set([...bylines, ...ending.authors])],
    blocks,
    doubts: [...ending.doubts, ...findLostAddresses(ending.lines)],
  };
}

/** The dateline opens the first paragraph; a caption or a lead may stand before it. */
function takeOpening(lines: readonly Line[]): { place: string | undefined; lines: readonly Line[] } {
  const paragraphs = lines.filter((line) => line.blockHtml === undefined && line.headingLevel === undefined);
  for (const paragraph of paragraphs.slice(0, maxBeforeDateline + 1)) {
    const { place, line } = takeDateline(paragraph);
    if (place !== undefined) return { place, lines: lines.map((own) => (own === paragraph ? line : own)) };
  }
  return { place: undefined, lines };
}

type Ending = Pick<ArticleBody, 'authors' | 'doubts'> & { readonly lines: readonly Line[] };

/** Initials end an article: short lines after them are the page's again. */
function takeEnding(lines: readonly Line[]): Ending {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined || line.blockHtml !== undefined) continue;
    const signOff = takeSignOff(line);
    if (signOff !== undefined) {
      const after = lines.slice(at + 1);
      const kept = [
        ...lines.slice(0, at),
        signOff.line,
        ...after.filter((rest) => rest.blockHtml !== undefined),
      ];
      const dropped = after.filter((rest) => rest.blockHtml === undefined);
      return { authors: signOff.authors, lines: kept, doubts: doubtsAbout(dropped) };
    }
    if (isProse(line)) break;
  }
  return { authors: [], lines, doubts: [] };
}

function doubtsAbout(dropped: readonly Line[]): ImportProblem[] {
  const [first] = dropped;
  if (first === undefined) return [];
  const values = { count: String(dropped.length), text: first.text.slice(0, 80) };
  return [{ code: 'text-after-sign-off', line: first.number, values }];
}

function findLostAddresses(lines: readonly Line[]): ImportProblem[] {
  const lost = lines.flatMap((line) => line.lostAddresses ?? []);
  const [example] = lost;
  if (example === undefined) return [];
  const line = lines.find((candidate) => candidate.lostAddresses !== undefined)?.number ?? 1;
  return [{ code: 'relative-addresses', line, values: { count: String(lost.length), example } }];
}

/** Lists of other articles that nothing announces; a list of documents is the article's own. */
function dropTrailingLinks(lines: readonly Line[]): Line[] {
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1];
    if (line === undefined || line.linkShare < 0.9 || leadsToDocument(line)) break;
    end--;
  }
  return lines.slice(0, end);
}

/** Also where the page's address is not known, so that the link could not be kept: its text is, and that is told. */
function leadsToDocument(line: Line): boolean {
  const kept = /\.(?:pdf|docx?|xlsx?|pptx?|zip)(?:[?#][^"]*)?"/i;
  const lost = line.lostAddresses ?? [];
  return kept.test(renderLine(line)) || lost.some((address) => kept.test(`${address}"`));
}

function toBlock(line: Line): Block | undefined {
  if (line.blockHtml !== undefined) return { kind: 'whole', html: line.blockHtml, text: line.text };
  if (line.text === '') return undefined;
  const kind = line.headingLevel === undefined ? 'paragraph' : 'heading';
  return { kind, html: renderLine(line), text: line.text };
}

const maxBeforeDateline = 2;
