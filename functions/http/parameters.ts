import * as v from 'valibot';
import { parseInstant } from '../articles/instant.ts';
import type { Problem } from '../articles/submission.ts';

export type ParsedParameters<Output> =
  | { readonly ok: true; readonly parameters: Output }
  | { readonly ok: false; readonly errors: readonly Problem[] };

/**
 * A query string by its schema, strictly: what is unknown, given twice or not valid is told, all of it at
 * once. Each parameter arrives as text and leaves as what the schema makes of it.
 */
export function parseParameters<Entries extends v.ObjectEntries>(
  url: string,
  entries: Entries,
): ParsedParameters<v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
  const given = new URL(url).searchParams;
  const repeated = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  const parsed = v.safeParse(v.strictObject(entries), Object.fromEntries(given));
  if (parsed.success && repeated.length === 0) return { ok: true, parameters: parsed.output };
  return {
    ok: false,
    errors: [
      ...repeated.map((parameter) => ({ parameter, detail: 'is given more than once' })),
      ...(parsed.issues ?? []).map(toProblem),
    ],
  };
}

/** For feeds: NewsBlur asks now and then with a number of its own behind `_`, which means nothing to us. */
export const feedParameters = { _: v.exactOptional(v.string()) };

/** How many entries a page holds. */
export const limitParameter = (defaultLimit: number, maxLimit: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, `must be a whole number from 1 to ${maxLimit}`),
      v.transform(Number),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(maxLimit, `must be at most ${maxLimit}`),
    ),
    String(defaultLimit),
  );

/** A text; empty is the same as absent. */
export const textParameter = (maxLength: number) =>
  v.exactOptional(
    v.pipe(
      v.string(),
      v.transform((text) => text.trim()),
      v.maxLength(maxLength, `must have at most ${maxLength} characters`),
    ),
  );

/** A day of the office (`2026-11-23`, its beginning or its end) or an instant (RFC 3339); becomes UTC. */
export const instantParameter = (end: 'beginning' | 'end', zone: string) =>
  v.exactOptional(
    v.pipe(
      v.string(),
      v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
        const instant = toInstant(dataset.value, end, zone);
        if (instant !== undefined) return instant;
        addIssue({
          message: 'must be a real day such as 2026-11-23, or an instant with its zone (RFC 3339)',
        });
        return NEVER;
      }),
    ),
  );

function toInstant(text: string, end: 'beginning' | 'end', zone: string): string | undefined {
  const time = end === 'beginning' ? '00:00:00' : '23:59:59';
  const parsed = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${time}${zone}` : text);
  if (parsed === undefined) return undefined;
  const milliseconds = end === 'end' ? 999 : 0;
  return new Date(Date.parse(parsed) + milliseconds).toISOString();
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const parameter = v.getDotPath(issue) ?? '';
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  return { parameter, detail: isUnknown ? 'is no parameter of this address' : issue.message };
}
