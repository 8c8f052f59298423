import * as v from 'valibot';
import { parseInstant } from '../../articles/instant.ts';
import type { Problem } from '../../articles/problem.ts';
import { checkPins, checkSpellings, checkSynonyms } from './lexicon-checks.ts';
import { type Lexicon, lexiconBounds } from './lexicon.ts';

/**
 * A lexicon, or all that is wrong with it; parts that are left out are empty.
 *
 * @param published which of the articles that it names are out, or will be
 */
export function parseLexicon(
  input: unknown,
  published: ReadonlySet<string>,
):
  | { readonly ok: true; readonly lexicon: Lexicon }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const whole = v.safeParse(wholeSchema, input);
  const loose = v.safeParse(v.record(v.string(), v.unknown()), input);
  const given = loose.success ? loose.output : {};
  const synonyms = v.safeParse(synonymsSchema, given['synonyms'] ?? []);
  const spellings = v.safeParse(spellingsSchema, given['spellings'] ?? {});
  const pinned = v.safeParse(pinnedSchema, given['pinned'] ?? []);
  const problems: Problem[] = [
    ...(whole.issues ?? []).map((issue) => toProblem(issue)),
    ...(synonyms.issues ?? []).map((issue) => toProblem(issue, 'synonyms')),
    ...(spellings.issues ?? []).map((issue) => toProblem(issue, 'spellings')),
    ...(pinned.issues ?? []).map((issue) => toProblem(issue, 'pinned')),
    // What is of the right make is looked into, whatever else is wrong.
    ...(synonyms.typed ? checkSynonyms(synonyms.output) : []),
    ...(spellings.typed ? checkSpellings(spellings.output) : []),
    ...(pinned.typed ? checkPins(pinned.output, published) : []),
  ];
  if (problems.length > 0 || !synonyms.success || !spellings.success || !pinned.success)
    return { ok: false, problems };
  const lexicon = { synonyms: synonyms.output, spellings: spellings.output, pinned: pinned.output };
  const bytes = Buffer.byteLength(JSON.stringify(lexicon));
  if (bytes <= lexiconBounds.bytes) return { ok: true, lexicon };
  const detail = `it takes ${bytes} bytes, and may take ${lexiconBounds.bytes}`;
  return { ok: false, problems: [{ parameter: '', detail }] };
}

/** The articles that something names which may be a lexicon: no more than one may name. */
export function articlesNamedBy(input: unknown): string[] {
  const pins = v.safeParse(v.object({ pinned: v.array(v.unknown()) }), input);
  const named = (pins.success ? pins.output.pinned : []).slice(0, lexiconBounds.pins).flatMap((pin) => {
    const { success, output } = v.safeParse(v.object({ articles: v.array(v.unknown()) }), pin);
    return success ? output.articles.slice(0, lexiconBounds.articlesOfPin) : [];
  });
  return [...new Set(named.filter((id) => typeof id === 'string'))];
}

function toProblem(issue: v.BaseIssue<unknown>, section?: string): Problem {
  const parameter = [section, v.getDotPath(issue)].filter((part) => part != null).join('.');
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  return { parameter, detail: isUnknown ? 'is no part of a lexicon' : issue.message };
}

const text = (maxLength: number) =>
  v.pipe(
    v.string('must be a text'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
  );

const wholeSchema = v.pipe(
  v.custom<object>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'must be an object',
  ),
  v.strictObject({
    synonyms: v.exactOptional(v.unknown()),
    spellings: v.exactOptional(v.unknown()),
    pinned: v.exactOptional(v.unknown()),
  }),
);

const synonymsSchema = v.pipe(
  v.array(
    v.pipe(
      v.array(text(lexiconBounds.memberLength), 'must be a list of words'),
      v.minLength(2, 'must name two at least'),
      v.maxLength(lexiconBounds.membersOfGroup, `must name at most ${lexiconBounds.membersOfGroup}`),
    ),
    'must be a list of groups',
  ),
  v.maxLength(lexiconBounds.groups, `must be at most ${lexiconBounds.groups} groups`),
);

const spellingsSchema = v.pipe(
  v.record(v.string(), text(lexiconBounds.memberLength), 'must be an object'),
  v.check(
    (given) => Object.keys(given).length <= lexiconBounds.spellings,
    `must be at most ${lexiconBounds.spellings}`,
  ),
);

const pinnedSchema = v.pipe(
  v.array(
    v.strictObject({
      query: text(lexiconBounds.queryLength),
      articles: v.pipe(
        v.array(v.string('must be the id of an article'), 'must be a list of ids'),
        v.minLength(1, 'must name one at least'),
        v.maxLength(lexiconBounds.articlesOfPin, `must name at most ${lexiconBounds.articlesOfPin}`),
      ),
      until: v.exactOptional(
        v.pipe(
          v.string('must be a text'),
          v.check(
            (time) => parseInstant(isDay.test(time) ? `${time}T00:00:00Z` : time) !== undefined,
            'must be a real day such as 2026-11-23, or an instant with its zone (RFC 3339)',
          ),
        ),
      ),
    }),
    'must be a list',
  ),
  v.maxLength(lexiconBounds.pins, `must be at most ${lexiconBounds.pins}`),
);

/** A lexicon as it is sent. */
export const lexiconSchema = v.strictObject({
  synonyms: v.optional(synonymsSchema, []),
  spellings: v.optional(spellingsSchema, {}),
  pinned: v.optional(pinnedSchema, []),
});

const isDay = /^\d{4}-\d\d-\d\d$/;
