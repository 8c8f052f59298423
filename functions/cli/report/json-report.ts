import { renderProblem, severityOf } from '../../importers/messages.ts';
import type { ReportContent } from './report-content.ts';

/** Everything that an import found and did, as JSON. */
export async function* renderJsonReport(content: ReportContent): AsyncGenerator<string> {
  const { tally, end, language } = content;
  const head = {
    finishedAt: content.finishedAt.toISOString(),
    service: content.service,
    isInterrupted: end.isInterrupted,
    failure: end.failure,
    counts: { read: tally.total, ...tally.counts, doubtful: tally.doubtfulCount },
    categories: content.categories,
  };
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "items": [`;
  let separator = '\n';
  for await (const { problems, ...outcome } of content.outcomes()) {
    const told = problems.map((problem) => ({
      ...problem,
      severity: severityOf(problem),
      ...renderProblem(problem, language),
    }));
    yield `${separator}    ${JSON.stringify({ ...outcome, problems: told })}`;
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}
