import { createHash } from 'node:crypto';
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
  readonly place?: string;
  readonly source: { readonly url?: string; readonly id?: string; readonly name?: string };
  /** BCP 47. */
  readonly language: string;
};

/** What became of one page before it is sent. */
export type Drafted =
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly paragraphCount: number;
      readonly doubts: readonly ImportProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

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
