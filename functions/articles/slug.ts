import slugify from '@sindresorhus/slugify';

/** The slug of a text: lower-case ASCII letters, digits and single hyphens, at most 80 characters; may be empty. */
export function toSlug(text: string): string {
  const slug = slugify(text.toWellFormed().normalize('NFKC'), { decamelize: false });
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : maxLength);
}

const maxLength = 80;
