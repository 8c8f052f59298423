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

  const first = texts.findIndex((line) => isParagraph(line));
  const opening = texts[first];
  const { place, line: opened } = opening === undefined ? {} : takeDateline(opening);
  if (opened !== undefined) texts[first] = opened;

  const ending = takeEnding(texts);
  const blocks = ending.lines.flatMap((line) => toBlock(line) ?? []);
  return { place, authors: [...new Set([...bylines, ...ending.authors])], blocks, doubts: ending.doubts };
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

/** Lists of other articles that nothing announces; a list of documents is the article's own. */
function dropTrailingLinks(lines: readonly Line[]): Line[] {
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1];
    if (
      line === undefined ||
      line.linkShare < 0.9 ||
      /\.(?:pdf|docx?|xlsx?|pptx?|zip)"/i.test(renderLine(line))
    )
      break;
    end--;
  }
  return lines.slice(0, end);
}

function toBlock(line: Line): Block | undefined {
  if (line.blockHtml !== undefined) return { kind: 'whole', html: line.blockHtml, text: line.text };
  if (line.text === '') return undefined;
  const kind = line.headingLevel === undefined ? 'paragraph' : 'heading';
  return { kind, html: renderLine(line), text: line.text };
}

function isParagraph(line: Line): boolean {
  return line.blockHtml === undefined && line.headingLevel === undefined;
}
