import * as v from 'valibot';
import { instantYears, parseInstant } from '../articles/instant.ts';
import type { Problem } from '../articles/problem.ts';
import { findUnknown } from '../articles/unknown-names.ts';
import { type Text, means } from './means.ts';

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
): ParsedParameters<v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const given = new URL(url).searchParams;
  const repeated = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  const unknown = findUnknown(entries, Object.fromEntries(given), 'is no parameter of this address');
  const parsed = v.safeParse(v.object(entries), Object.fromEntries(given));
  if (parsed.success && repeated.length === 0 && unknown.length === 0) {
    return { ok: true, parameters: parsed.output };
  }
  return {
    ok: false,
    errors: [
      ...repeated.map((parameter) => ({ parameter, detail: 'is given more than once' })),
      ...(parsed.issues ?? []).map((issue) => ({
        parameter: v.getDotPath(issue) ?? '',
        detail: issue.message,
      })),
      ...unknown,
    ],
  };
}

/** For feeds: NewsBlur asks now and then with a number of its own behind `_`, which means nothing to us. */
export const feedParameters = {
  _: v.exactOptional(
    v.pipe(
      v.string(),
      means({
        id: 'Tidak berarti apa-apa: sebagian pembaca umpan menambah angka di sini.',
        en: 'Means nothing: some readers add a number here.',
      }),
    ),
  ),
};

/** A whole number, from 1 on. */
export const countParameter = (defaultCount: number, maxCount: number, what: Text) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, `must be a whole number from 1 to ${maxCount}`),
      v.transform(Number),
      v.number(),
      v.integer(),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(maxCount, `must be at most ${maxCount}`),
      means(what),
    ),
    String(defaultCount),
  );

/** How many entries a page holds. */
export const limitParameter = (defaultLimit: number, maxLimit: number) =>
  countParameter(defaultLimit, maxLimit, { id: 'Paling banyak sekian.', en: 'How many at most.' });

/** A text; empty is the same as absent. */
export const textParameter = (maxLength: number, what: Text) =>
  v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(maxLength, `must have at most ${maxLength} characters`),
      v.transform((text) => text.trim()),
      means(what),
    ),
  );

/** What a cursor is. */
export const cursorText: Text = {
  id: '`nextCursor` dari jawaban terakhir.',
  en: 'The `nextCursor` of the last answer.',
};

/** Where a list goes on. */
export const cursorParameter = textParameter(500, cursorText);

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
      v.metadata({
        anyOf: [{ format: 'date' }, { format: 'date-time' }],
        pattern: instantYears,
        description: `A day of the office, its ${end}, or an instant with its zone (RFC 3339).`,
        'x-indonesian': `Tanggal kantor, ${end === 'beginning' ? 'awalnya' : 'akhirnya'}, atau waktu dengan zonanya (RFC 3339).`,
        examples: ['2026-11-23', '2026-11-23T09:00:00+07:00'],
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
