import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { NewsList } from '../news-list.ts';
import type { Picture } from './pictures.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What stands where a part of a page is absent. */
export const nothing: Markup = html``;

/** A page, all but the frame. */
export type Page = {
  readonly title: string;
  readonly description: string;
  /**
   * Path and query in the office's own language; undefined for a page that is no place of its own, such as
   * an error.
   */
  readonly path?: string;
  /** The lists whose feeds a reader may discover here, the page's own first. */
  readonly lists: readonly NewsList[];
  /** From the home page down to the page above this one. */
  readonly trail?: readonly Crumb[];
  /** What stands in the search field. */
  readonly query?: string;
  /** What programs read of the page (schema.org), beside the trail. */
  readonly data?: readonly object[];
  readonly article?: OpenGraphArticle;
  /** For sharing; the office's own where left out. */
  readonly picture?: Picture;
  readonly content: Markup;
};

export type Crumb = { readonly name: string; readonly path: string };

/** What Open Graph wants to know of an article. */
export type OpenGraphArticle = {
  readonly publishedAt: string;
  readonly modifiedAt: string;
  readonly section: string;
  readonly tags: readonly string[];
};
