import slugify from '@sindresorhus/slugify';

/** The slug of a text: lower-case ASCII letters, digits and single hyphens, at most 80 characters; may be empty. */
export function toSlug(text: string): string {
  const joined = text.toWellFormed().normalize('NFKC').replace(apostropheInWord, '');
  const slug = slugify(joined, { decamelize: false, customReplacements: [['&', ' dan ']] });
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : maxLength);
}

/**
 * The slugs that an article may take, the best first: its title, then with the day (the same ceremony is
 * held every year), then with its id, which nobody else can have.
 */
export function slugCandidates(title: string, publishedAt: string, id: string): string[] {
  const slug = toSlug(title) || 'berita';
  return [slug, `${slug}-${publishedAt.slice(0, 10)}`, `${slug}-${id.toLowerCase()}`];
}

const maxLength = 80;
/** `Jum'at` is one word, however its apostrophe is typed. */
const apostropheInWord = /(?<=\p{L})['’‘ʼ`](?=\p{L})/gu;
