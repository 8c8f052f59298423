import type { Problem } from './problem.ts';

/**
 * What came under names that nobody knows, all of it. Valibot's strict objects tell of the first only, and take
 * for known what every object inherits: `constructor`.
 */
export function findUnknown(
  entries: Readonly<Record<string, unknown>>,
  given: unknown,
  detail: string,
): Problem[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  const names = Object.keys(given).filter((name) => !Object.hasOwn(entries, name));
  return names.map((parameter) => ({ parameter, detail }));
}

/** One problem for each parameter that is unknown, the others before them. */
export function joinUnknown(problems: readonly Problem[], unknown: readonly Problem[]): Problem[] {
  const names = new Set(unknown.map(({ parameter }) => parameter));
  return [...problems.filter(({ parameter }) => !names.has(parameter)), ...unknown];
}
