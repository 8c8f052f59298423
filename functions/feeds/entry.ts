import {
  absoluteBodyHtml,
  articleUrl,
  modifiedAt,
  tagUri,
  type Article,
  type Image,
} from '../articles/article.ts';
import { toLine, toXmlCharacters } from '../articles/characters.ts';
import { findCategory, type Office } from '../office/settings.ts';
import {
  needHttpUrl,
  textToHtml,
  toDate,
  toHttpUrl,
  toLanguage,
  toMediaType,
  toPositiveInteger,
} from './guards.ts';

/** An article in which every value is fit for all three formats: texts unescaped, addresses absolute. */
export type Entry = {
  /** The `tag:` URI. */
  readonly id: string;
  readonly url: string;
  /** Text, never empty. */
  readonly title: string;
  /** Text, never empty: the title stands in. */
  readonly summary: string;
  /** Never empty: the summary stands in. */
  readonly bodyHtml: string;
  /** Only where it is not the office's own. */
  readonly language: string | undefined;
  readonly publishedAt: Date;
  /** Never before `publishedAt`. */
  readonly updatedAt: Date;
  /** At least one: the office stands in. */
  readonly authors: readonly string[];
  readonly category: EntryCategory | undefined;
  readonly tags: readonly string[];
  readonly pictures: readonly Picture[];
  readonly source: { readonly url: string; readonly name: string } | undefined;
};

type EntryCategory = {
  readonly slug: string;
  readonly name: string;
  /** The address below which all categories have their pages: what tells a category from a tag. */
  readonly schemeUrl: string;
};

export type Picture = {
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Bytes, where they are known. */
  readonly length: number | undefined;
  /** Text, may be empty. */
  readonly alt: string;
  readonly caption: string;
  /** Pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
};

/**
 * The article with every guard applied; a value that cannot be saved is left out.
 *
 * @param office its `baseUrl` absolute and without a trailing slash
 * @param fallbackDate for an article without any date that can be read
 */
export function toEntry(office: Office, article: Article, fallbackDate: Date): Entry {
  const { baseUrl } = office;
  const url = needHttpUrl(
    'the article’s address',
    articleUrl(baseUrl, encodeURIComponent(article.slug.toWellFormed())),
  );
  const publishedAt = toDate(article.publishedAt, article.updatedAt, fallbackDate.toISOString());
  const savedAt = toDate(article.updatedAt, publishedAt.toISOString());
  const language = toLanguage(article.language);
  const title = toLine(article.title) || url;
  const summary = toLine(article.summary) || title;
  const category = toCategory(office, article.category);
  return {
    id: tagUri(office.tagAuthority, encodeURIComponent(article.id.toWellFormed())),
    url,
    title,
    summary,
    bodyHtml: toXmlCharacters(absoluteBodyHtml(baseUrl, article.bodyHtml)).trim() || textToHtml(summary),
    language: language === toLanguage(office.language) ? undefined : language,
    publishedAt,
    updatedAt: new Date(
      modifiedAt({
        version: article.version,
        publishedAt: publishedAt.toISOString(),
        updatedAt: savedAt.toISOString(),
      }),
    ),
    authors: toLines(article.authors, [toLine(office.publisher)]),
    category,
    tags: toLines(article.tags, []).filter((tag) => tag !== category?.name),
    pictures: article.images.flatMap((image) => toPicture(baseUrl, image) ?? []),
    source: toSource(baseUrl, article),
  };
}

function toCategory(office: Office, slug: string): EntryCategory | undefined {
  const name = toLine(findCategory(office, slug)?.name ?? slug);
  return name === '' ? undefined : { slug: toLine(slug), name, schemeUrl: `${office.baseUrl}/kategori/` };
}

/** Each text once, as one line; `fallback` where none is left. */
function toLines(texts: readonly string[], fallback: readonly string[]): readonly string[] {
  const lines = [...new Set(texts.map(toLine))].filter((line) => line !== '');
  return lines.length === 0 ? fallback : lines;
}

function toPicture(baseUrl: string, image: Image): Picture | undefined {
  const url = toHttpUrl(baseUrl, image.url);
  const type = toMediaType(image.type);
  if (url === undefined || type === undefined) return undefined;
  return {
    url,
    type,
    length: toPositiveInteger(image.length),
    alt: toLine(image.alt),
    caption: toLine(image.caption ?? ''),
    width: toPositiveInteger(image.width),
    height: toPositiveInteger(image.height),
  };
}

/** Only what has both an address and a name can be credited. */
function toSource(baseUrl: string, { source }: Article): Entry['source'] {
  const url = source?.url === undefined ? undefined : toHttpUrl(baseUrl, source.url);
  const name = toLine(source?.name ?? '');
  return url === undefined || name === '' ? undefined : { url, name };
}
