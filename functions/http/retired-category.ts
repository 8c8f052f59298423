import type { Article } from '../articles/article.ts';
import type { Problem } from '../articles/problem.ts';
import { type Category, type Office, findCategory, retirementDays } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';

/** What is left of a retired category's feed: a last entry for its subscribers, and after that nothing. */
export type Retirement = { readonly closing: Article; readonly isOver: boolean };

/** Undefined for a category that goes on. */
export function retirementOf(office: Office, category: Category, now: Date): Retirement | undefined {
  if (category.retiredOn === undefined) return undefined;
  const retiredAt = retiredAtOf(office, category.retiredOn);
  if (retiredAt > now) return undefined;
  const daysSince = (now.getTime() - retiredAt.getTime()) / 86_400_000;
  return { closing: toClosingArticle(office, category, retiredAt), isOver: daysSince >= retirementDays };
}

/** What speaks against new news in its category: it was retired before the news came. */
export function refuseRetired(
  office: Office,
  { category: slug, publishedAt }: Pick<Article, 'category' | 'publishedAt'>,
): Problem | undefined {
  const retiredOn = findCategory(office, slug)?.retiredOn;
  if (retiredOn === undefined) return undefined;
  if (new Date(publishedAt) < retiredAtOf(office, retiredOn)) return undefined;
  return { parameter: 'category', detail: `takes in nothing that was published from ${retiredOn} on` };
}

/** The closing entry that an address names, for the page behind it. */
export function findClosingArticle(office: Office, slug: string, now: Date): Article | undefined {
  return office.categories
    .map((category) => retirementOf(office, category, now)?.closing)
    .find((closing) => closing?.slug === slug);
}

function retiredAtOf(office: Office, retiredOn: string): Date {
  return new Date(`${retiredOn}T00:00:00${zoneOffset(office.timeZone)}`);
}

/** Not an article of the table: it is made from the settings, and its guid from the category's slug. */
function toClosingArticle(office: Office, { slug, name }: Category, retiredAt: Date): Article {
  const text = `Kategori ${name} telah ditutup. Berita selanjutnya ada di daftar semua berita. (This list has ended.)`;
  return {
    id: `kategori-${slug}-ditutup`,
    slug: `kategori-${slug}-ditutup`,
    title: `Kategori ${name} telah ditutup`,
    summary: text,
    bodyHtml: `<p>${text}</p>`,
    authors: [],
    category: slug,
    tags: [],
    images: [],
    language: office.language,
    publishedAt: retiredAt.toISOString(),
    updatedAt: retiredAt.toISOString(),
    version: 1,
    status: 'published',
  };
}
