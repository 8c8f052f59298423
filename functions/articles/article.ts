/**
 * One article as Warta keeps it. Everything in it has passed the border (see submission.ts): texts are
 * well-formed XML characters without markup, `bodyHtml` is sanitized, addresses are absolute or ours.
 */
export type Article = ArticleContent & {
  /** ULID, issued once; the guid in every feed is made from it. */
  readonly id: string;
  /** Unique over all articles, also over former ones. */
  readonly slug: string;
  /** 1, 2, …: one more with every save. */
  readonly version: number;
  /** RFC 3339, UTC, milliseconds: the last save. */
  readonly updatedAt: string;
  /** Name of the key with which this version was made; for the newsroom, not for readers. */
  readonly by?: string;
  /** Slugs that it had before; each redirects. */
  readonly formerSlugs?: readonly string[];
  /** What was corrected, oldest first. */
  readonly corrections?: readonly Correction[];
  /** Present exactly where status is `withdrawn`. */
  readonly withdrawal?: Withdrawal;
};

/** What a writer decides. */
export type ArticleContent = {
  readonly title: string;
  readonly summary: string;
  /** Sanitized HTML; its addresses are absolute, or paths below `/media/`. */
  readonly bodyHtml: string;
  /** The dateline: where the news comes from, as it stood in the text ("JAKARTA"). */
  readonly place?: string;
  readonly authors: readonly string[];
  /** Slug of one of the office's categories. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly images: readonly Image[];
  readonly source?: Source;
  /** Where it stood before it came to us: path and query, as `toFormerAddress` makes them; each redirects. */
  readonly formerUrls?: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** RFC 3339 with the zone in which it was announced: `2019-12-20T00:00:00+07:00`. In the future: an embargo. */
  readonly publishedAt: string;
  readonly status: 'draft' | 'published' | 'withdrawn';
};

export type Image = {
  /** Absolute http(s), or a path below `/media/`: ask {@link absoluteUrl} for the address. */
  readonly url: string;
  /** Media type: `image/jpeg`, … */
  readonly type: string;
  /** Bytes. */
  readonly length: number;
  readonly alt: string;
  readonly caption?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
};

/** Where an article came from: an address, the sender's own identifier, or both. It is its identity in an import. */
export type Source = {
  readonly url?: string;
  readonly id?: string;
  readonly name?: string;
};

export type Correction = {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** For readers. */
  readonly note: string;
};

export type Withdrawal = {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** For readers. */
  readonly reason: string;
  /** It was never public: readers are not told that it was. */
  readonly isUnseen?: true;
};

/** What a writer decided in this version. */
export function toContent(article: Article): ArticleContent {
  const {
    id: _,
    slug: _slug,
    version: _version,
    updatedAt: _at,
    by: _by,
    formerSlugs: _slugs,
    corrections: _notes,
    withdrawal: _withdrawal,
    ...content
  } = article;
  return content;
}

/** The same as a writer would send it; the addresses where it stood before stay with it anyhow. */
export function toSubmission(article: Article): Omit<ArticleContent, 'formerUrls'> {
  const { formerUrls: _, ...submission } = toContent(article);
  return submission;
}

/** The permanent guid of an article: a `tag:` URI (RFC 4151), the same in every format and for ever. */
export function tagUri(tagAuthority: string, id: string): string {
  return `tag:${tagAuthority}:artikel/${id.toLowerCase()}`;
}

/**
 * RFC 3339, UTC: the last change that a reader should know of. The first version says what it said when it
 * was published, however much later it was imported; a correction counts from when it was made.
 */
export function modifiedAt(article: Pick<Article, 'version' | 'publishedAt' | 'updatedAt'>): string {
  const { version, publishedAt, updatedAt } = article;
  const published = new Date(publishedAt).toISOString();
  return version > 1 && updatedAt > published ? updatedAt : published;
}

/** The public address of something that may be stored as a path of ours. */
export function absoluteUrl(baseUrl: string, urlOrPath: string): string {
  return urlOrPath.startsWith('/') ? baseUrl + urlOrPath : urlOrPath;
}

/** The same body, with the paths below `/media/` made absolute. Sanitized HTML always quotes with `"`. */
export function absoluteBodyHtml(baseUrl: string, bodyHtml: string): string {
  return bodyHtml.replaceAll('="/media/', `="${baseUrl}/media/`);
}

/** The address of an article's page. */
export function articleUrl(baseUrl: string, slug: string): string {
  return `${baseUrl}/berita/${slug}`;
}
