import { createHash } from 'node:crypto';
import type { Article, Image } from '../articles/article.ts';
import type { ImportProblem } from './messages.ts';

/** An article as it is sent to the publishing API. */
export type Draft = {
  readonly title: string;
  readonly bodyHtml: string;
  /** RFC 3339. */
  readonly publishedAt: string;
  /** Slug. */
  readonly category: string;
  readonly authors: readonly string[];
  readonly tags?: readonly string[];
  readonly place?: string;
  readonly summary?: string;
  readonly images?: readonly Image[];
  readonly source: { readonly url?: string; readonly id?: string; readonly name?: string };
  /** Where it stood before; absolute, or a path. */
  readonly formerUrls?: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly slug?: string;
  readonly status?: 'draft' | 'published';
  /** The whole article as another Warta exported it: it keeps its id, its version and its addresses. */
  readonly stored?: StoredRecord;
};

/** An article as the table keeps it. */
export type StoredRecord = { readonly article: Article; readonly submittedDigest?: string };

/** What became of one page or entry before it is sent. */
export type Drafted =
  | { readonly ok: true; readonly draft: Draft; readonly doubts: readonly ImportProblem[] }
  | {
      readonly ok: false;
      readonly problems: readonly ImportProblem[];
      /** It was not to go in, and nothing is wrong with it. */
      readonly isLeftOut?: boolean;
    };

/** One thing that an import found: a page, a post, an entry of a feed, a line of a file. */
export type ImportItem = Drafted & {
  /** File name, address or title: how people find it again. */
  readonly name: string;
};

/** Where articles come from. It is read once, from the start; reading again gives the same items. */
export type ArticleSource = {
  readonly items: AsyncIterable<ImportItem>;
  /** How much of it was read, 0 to 1; undefined where nobody can know. */
  readonly progress: () => number | undefined;
};

/**
 * The identity of an article without an address: what it says, and when. The same page gives the same
 * identity in another folder, under another name, with other white space, as text or as HTML.
 *
 * @param paragraphs the texts of the body, in order
 */
export function identityFromContent(
  title: string,
  publishedAt: string,
  paragraphs: readonly string[],
): string {
  const parts = [title, publishedAt, ...paragraphs].map((part) => part.normalize('NFC'));
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
