import { writeFile } from 'node:fs/promises';
import { type ImportLanguage, renderProblem, severityOf } from '../importers/messages.ts';
import type { ImportResult } from '../importers/run.ts';
import { isDoubtful } from './import-summary.ts';

/** Everything that an import found and did, as JSON; false where the file cannot be written. */
export async function writeReport(
  file: string,
  result: ImportResult,
  about: { readonly finishedAt: Date; readonly to: string | undefined; readonly language: ImportLanguage },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }> {
  try {
    await writeFile(file, `${JSON.stringify(toReport(result, about), undefined, 2)}\n`);
    return { ok: true };
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    };
  }
}

function toReport(
  { outcomes, isInterrupted, failure }: ImportResult,
  { finishedAt, to, language }: { finishedAt: Date; to: string | undefined; language: ImportLanguage },
) {
  const counts: Record<string, number> = { read: outcomes.length };
  for (const { result } of outcomes) counts[result] = (counts[result] ?? 0) + 1;
  return {
    finishedAt: finishedAt.toISOString(),
    /** Absent in a dry run. */
    service: to,
    isInterrupted,
    failure,
    counts: { ...counts, doubtful: outcomes.filter(isDoubtful).length },
    pages: outcomes.map(({ problems, ...outcome }) => ({
      ...outcome,
      problems: problems.map((problem) => ({
        ...problem,
        severity: severityOf(problem),
        ...renderProblem(problem, language),
      })),
    })),
  };
}
