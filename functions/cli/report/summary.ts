import { toLine } from '../../articles/characters.ts';
import type { MappedCategory } from '../../importers/category-map.ts';
import { type ImportLanguage, renderProblem } from '../../importers/messages.ts';
import type { ArticleOutcome } from '../../importers/run.ts';
import { formatCount, renderMessage } from '../import-messages.ts';
import { type Tally, results } from './tally.ts';

/** The end of an import for people: how many of each kind, then what was refused or doubtful and why. */
export function renderSummary(
  tally: Tally,
  categories: readonly MappedCategory[],
  language: ImportLanguage,
): string {
  const { total, counts, doubtful, doubtfulCount, refused } = tally;
  const figures = [
    ...results.filter((kind) => kind !== 'refused').map((kind) => [kind, counts[kind]] as const),
    ['doubtful', doubtfulCount] as const,
    ['refused', counts.refused] as const,
  ];
  const width = String(total).length + 2;
  return [
    renderMessage('summary', language, { count: formatCount(total, language) }),
    ...figures
      .filter(([kind, count]) => count > 0 || kind === 'refused')
      .map(
        ([kind, count]) => `${formatCount(count, language).padStart(width)} ${renderMessage(kind, language)}`,
      ),
    ...renderCategories(categories, language),
    ...renderList('doubtful-heading', doubtful, doubtfulCount, language),
    ...renderList('refused-heading', refused, counts.refused, language),
    '',
  ].join('\n');
}

/** Each problem on its lines: where, what, and how to cure it. */
export function renderProblems(outcome: ArticleOutcome, language: ImportLanguage): string[] {
  return outcome.problems.flatMap((problem) => {
    const { message, cure } = renderProblem(problem, language);
    return [`  ${toLine(placeOf(outcome, problem.line))}: ${toLine(message)}`, `    → ${toLine(cure)}`];
  });
}

/** `berita.csv:12`: a name may say the line already. */
export function placeOf({ name }: ArticleOutcome, line: number | undefined): string {
  return line === undefined || name.endsWith(`:${line}`) ? name : `${name}:${line}`;
}

function renderCategories(categories: readonly MappedCategory[], language: ImportLanguage): string[] {
  const lost = categories.filter(({ why }) => why === 'default');
  if (lost.length === 0) return [];
  return [
    '',
    `${renderMessage('categories-heading', language)}:`,
    ...lost
      .slice(0, maxCategories)
      .map(({ from, to, count }) => `  ${toLine(from)} → ${to} (${formatCount(count, language)})`),
    `    → ${renderMessage('categories-cure', language)}`,
  ];
}

function renderList(
  heading: 'doubtful-heading' | 'refused-heading',
  outcomes: readonly ArticleOutcome[],
  count: number,
  language: ImportLanguage,
): string[] {
  if (outcomes.length === 0) return [];
  const rest = count - outcomes.length;
  return [
    '',
    `${renderMessage(heading, language)}:`,
    ...outcomes.flatMap((outcome) => renderProblems(outcome, language)),
    ...(rest > 0 ? [`  ${renderMessage('more', language, { count: formatCount(rest, language) })}`] : []),
  ];
}

const maxCategories = 20;
