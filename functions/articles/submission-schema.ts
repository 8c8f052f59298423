import * as v from 'valibot';
import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import { toLine } from './characters.ts';
import { toFormerAddress } from './former-address.ts';
import { instantYears, parseInstant, toZoned } from './instant.ts';
import { toPublicUrl } from './public-url.ts';

/**
 * An article as a writer sends it: what is checked, and what `/openapi.json` says of it. It knows nothing of
 * the sanitizer, so that a container that only reads can describe it.
 */
export function submissionOf({ categories, timeZone }: Office) {
  const slugs = categories.map(({ slug }) => slug);
  return v.strictObject({
    title: filledLine(300),
    bodyHtml: v.pipe(
      v.string('must be a text'),
      v.minLength(1, 'must not be empty'),
      v.description('HTML. It passes an allow-list, and must hold some text then.'),
    ),
    publishedAt: instant(zoneOffset(timeZone)),
    category: v.picklist(slugs, `is none of this office's categories: ${slugs.join(', ')}`),
    tags: v.optional(lines(30, 80), []),
    authors: v.optional(lines(20, 120), []),
    place: v.exactOptional(
      v.pipe(filledLine(120), v.description('The dateline: where the news comes from.')),
    ),
    summary: v.exactOptional(
      v.pipe(line(1000), v.description('Made from the first paragraph where it is left out.')),
    ),
    images: v.optional(
      v.pipe(v.array(image, 'must be a list'), v.maxLength(40, 'must have at most 40 entries')),
      [],
    ),
    source: v.exactOptional(source),
    formerUrls: v.exactOptional(formerUrls),
    language: v.exactOptional(language),
    slug: v.exactOptional(slug),
    status: v.exactOptional(v.picklist(['draft', 'published'], 'must be draft or published')),
    correction: v.exactOptional(correctionNote),
  });
}

/** The first version of an article: it has nothing to correct yet. */
export function firstSubmissionOf(office: Office) {
  return v.omit(submissionOf(office), ['correction']);
}

/** A part of an article; null takes away what was there. */
export function patchOf(office: Office) {
  const entries = Object.entries(submissionOf(office).entries);
  return v.strictObject(Object.fromEntries(entries.map(([name, entry]) => [name, v.nullish(entry)])));
}

const line = (maxLength: number) =>
  v.pipe(
    v.string('must be a text'),
    v.transform(toLine),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
  );
const filledLine = (maxLength: number) => v.pipe(line(maxLength), v.minLength(1, 'must not be empty'));
const lines = (maxCount: number, maxLength: number) =>
  v.pipe(
    v.array(filledLine(maxLength), 'must be a list of texts'),
    v.maxLength(maxCount, `must have at most ${maxCount} entries`),
    v.transform((values) => [...new Set(values)]),
  );
/** What a change corrects. */
export const correctionNote = v.pipe(
  v.strictObject({ note: filledLine(500) }),
  v.description('What the change corrects, for readers.'),
);
const wholeNumber = (min: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be whole'),
    v.minValue(min, `must be at least ${min}`),
  );

const publicUrl = v.pipe(
  v.string('must be a text'),
  v.maxLength(2000, 'must have at most 2000 characters'),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const url = toPublicUrl(dataset.value, undefined, ['http', 'https']);
    if (url !== undefined) return url;
    addIssue({ message: 'must be an absolute http or https address' });
    return NEVER;
  }),
  v.metadata({
    pattern: '^(https?://|/media/)',
    description: 'Absolute (http, https), or a path below /media/.',
  }),
);

const formerUrl = v.pipe(
  v.string('must be a text'),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const address = toFormerAddress(dataset.value);
    if (address !== undefined) return address;
    addIssue({ message: 'must be the address of a page: absolute, or a path such as /berita.php?id=12' });
    return NEVER;
  }),
  v.metadata({ pattern: '^(https?:/)?/' }),
);

const formerUrls = v.pipe(
  v.array(formerUrl, 'must be a list of addresses'),
  v.maxLength(20, 'must have at most 20 entries'),
  v.transform((addresses) => [...new Set(addresses)]),
  v.description('Where the article stood before, absolute or as a path: requests for it redirect here.'),
);

/** A time without a zone is one of the office's clocks. */
const instant = (offset: string) =>
  v.pipe(
    v.string('must be a text'),
    v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
      const parsed = parseInstant(toZoned(dataset.value, offset));
      if (parsed !== undefined) return parsed;
      addIssue({
        message:
          'must be a real date and time (RFC 3339), such as 2019-12-20T09:00:00+07:00; without a zone it is the office’s',
      });
      return NEVER;
    }),
    v.metadata({
      pattern: instantYears,
      description: 'RFC 3339; without a zone it is of the office’s clocks. In the future it is an embargo.',
      examples: ['2019-12-20T09:00:00+07:00', '2026-12-01 08:00'],
    }),
  );

const language = v.pipe(
  v.string('must be a text'),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as id'),
);

const slug = v.pipe(
  v.string('must be a text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
  v.maxLength(80, 'must have at most 80 characters'),
);

const image = v.strictObject({
  url: publicUrl,
  type: v.pipe(
    v.string('must be a text'),
    v.regex(/^image\/[\w.+-]+$/, 'must be a media type such as image/jpeg'),
  ),
  length: v.pipe(wholeNumber(1), v.description('Bytes.')),
  alt: line(1000),
  caption: v.exactOptional(line(1000)),
  width: v.exactOptional(wholeNumber(1)),
  height: v.exactOptional(wholeNumber(1)),
});

const source = v.pipe(
  v.strictObject({
    url: v.exactOptional(publicUrl),
    id: v.exactOptional(filledLine(500)),
    name: v.exactOptional(filledLine(200)),
  }),
  v.check(({ url, id }) => url !== undefined || id !== undefined, 'must have a url or an id'),
  v.metadata({
    anyOf: [{ required: ['url'] }, { required: ['id'] }],
    description: 'Where it came from. With it an article is created once, however often it is sent.',
  }),
);
