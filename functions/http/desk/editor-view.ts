import type { Article } from '../../articles/article.ts';
import type { NewsroomState } from '../../articles/newsroom-lists.ts';
import type { ArticleForm } from './article-form.ts';
import type { Difference } from './compare.ts';
import type { FieldProblem } from './problem-words.ts';

/** What the page for writing shows. */
export type EditorView = {
  /** What is edited; undefined for a new one. */
  readonly article: Article | undefined;
  readonly state: NewsroomState | 'new';
  /** Under which the browser keeps what is typed: the article's id, or a name made for a new text. */
  readonly manuscript: string;
  /** By which a second press of the same button is known. */
  readonly once: string;
  /** The version on which the form is based. */
  readonly version: number | undefined;
  readonly form: ArticleForm;
  readonly problems: readonly FieldProblem[];
  /** What somebody else wrote meanwhile: how theirs differs from this form. */
  readonly conflict?: { readonly article: Article; readonly differences: readonly Difference[] } | undefined;
  readonly completions: Completions;
  readonly notice?: string | undefined;
  /** Why it is to be withdrawn, as it was typed. */
  readonly reason?: string | undefined;
  /** Manuscripts that are safe in the table now: the browser may forget them. */
  readonly saved?: string | undefined;
};

/** Values in use, the commonest first. */
export type Completions = Readonly<Record<'tags' | 'authors' | 'places', readonly string[]>>;
