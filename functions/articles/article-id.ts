import * as v from 'valibot';

/** A ULID. */
export const articleId = v.pipe(
  v.string(),
  v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'must be a ULID'),
  v.examples(['01JQ8Z3V5N6W7X8Y9Z0ABCDEFG']),
);
