import { pageProblems } from './problems/page-problems.ts';
import type { ProblemEntry, Severity } from './problems/problem-entry.ts';
import { recordProblems } from './problems/record-problems.ts';
import { serviceProblems } from './problems/service-problems.ts';
import { sourceProblems } from './problems/source-problems.ts';

export type ImportLanguage = 'id' | 'en';

/** Something about one page, post or entry that whoever imports must know. */
export type ImportProblem = {
  readonly code: ProblemCode;
  /** In its file, from 1. */
  readonly line?: number;
  readonly values: Readonly<Record<string, string>>;
};

export function severityOf(problem: ImportProblem): Severity {
  return catalogue[problem.code].severity;
}

/** What is wrong, and what to do about it. */
export function renderProblem(
  problem: ImportProblem,
  language: ImportLanguage,
): { readonly message: string; readonly cure: string } {
  const [message, cure] = catalogue[problem.code][language];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => problem.values[name] ?? '');
  return { message: fill(message), cure: fill(cure) };
}

const entries = {
  ...sourceProblems,
  ...pageProblems,
  ...recordProblems,
  ...serviceProblems,
};

export type ProblemCode = keyof typeof entries;

const catalogue: Readonly<Record<ProblemCode, ProblemEntry>> = entries;

export const problemCodes: readonly ProblemCode[] = Object.keys(entries).filter(
  (code): code is ProblemCode => code in entries,
);
