import { toLine } from '../articles/characters.ts';
import { type ImportLanguage, renderProblem, severityOf } from '../importers/messages.ts';
import type { ImportResult, PageOutcome } from '../importers/run.ts';
import { formatCount, renderMessage } from './import-messages.ts';

/** The end of an import for people: how many of each kind, then what was refused or doubtful and why. */
export function renderSummary(result: ImportResult, language: ImportLanguage): string {
  const { outcomes } = result;
  const refused = outcomes.filter((outcome) => outcome.result === 'refused');
  const doubtful = outcomes.filter(isDoubtful);
  const counts = [
    ...results.map((kind) => [kind, outcomes.filter((outcome) => outcome.result === kind).length] as const),
    ['doubtful', doubtful.length] as const,
    ['refused', refused.length] as const,
  ];
  const width = String(outcomes.length).length + 2;
  return [
    renderMessage('summary', language, { count: formatCount(outcomes.length, language) }),
    ...counts
      .filter(([kind, count]) => count > 0 || kind === 'refused')
      .map(
        ([kind, count]) => `${formatCount(count, language).padStart(width)} ${renderMessage(kind, language)}`,
      ),
    ...renderList('doubtful-heading', doubtful, maxDoubtful, language),
    ...renderList('refused-heading', refused, maxRefused, language),
    '',
  ].join('\n');
}

/** Each problem on its lines: where, what, and how to cure it. */
export function renderProblems(outcome: PageOutcome, language: ImportLanguage): string[] {
  return outcome.problems.flatMap((problem) => {
    const { message, cure } = renderProblem(problem, language);
    const place = problem.line === undefined ? outcome.name : `${outcome.name}:${problem.line}`;
    return [`  ${toLine(place)}: ${toLine(message)}`, `    → ${toLine(cure)}`];
  });
}

/** Whether a page went in, or was there, and somebody should look at it. */
export function isDoubtful(outcome: PageOutcome): boolean {
  return (
    outcome.result !== 'refused' && outcome.problems.some((problem) => severityOf(problem) === 'doubtful')
  );
}

function renderList(
  heading: 'doubtful-heading' | 'refused-heading',
  outcomes: readonly PageOutcome[],
  maxListed: number,
  language: ImportLanguage,
): string[] {
  if (outcomes.length === 0) return [];
  const rest = outcomes.length - maxListed;
  return [
    '',
    `${renderMessage(heading, language)}:`,
    ...outcomes.slice(0, maxListed).flatMap((outcome) => renderProblems(outcome, language)),
    ...(rest > 0 ? [`  ${renderMessage('more', language, { count: formatCount(rest, language) })}`] : []),
  ];
}

const results = ['new', 'already-there', 'changed-since', 'withdrawn', 'not-sent'] as const;
/** A terminal holds no more that anybody reads. */
const maxDoubtful = 20;
const maxRefused = 200;
