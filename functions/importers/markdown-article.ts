import { Marked } from 'marked';
import { parseYaml } from './yaml-text.ts';

export type MarkdownArticle = {
  /** What the front matter says: the fields of a submission, and `images` as their author wrote them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly bodyHtml: string;
};

export type ParsedMarkdown =
  | { readonly ok: true; readonly article: MarkdownArticle }
  | { readonly ok: false; readonly line: number; readonly detail: string };

/** An article as a Markdown file: YAML between two lines of `---`, then the body. */
export function parseMarkdownArticle(text: string): ParsedMarkdown {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (match === null)
    return { ok: false, line: 1, detail: 'begins with no front matter between two lines of ---' };
  const [, frontMatter = '', body = ''] = match;
  const parsed = parseYaml(frontMatter);
  if (!parsed.ok) return { ...parsed, line: 1 + parsed.line };
  const fields = parsed.value;
  if (fields === null || typeof fields !== 'object')
    return { ok: false, line: 2, detail: 'has an empty front matter' };
  return { ok: true, article: { fields: { ...fields }, bodyHtml: marked.parse(body, { async: false }) } };
}

const marked = new Marked({ gfm: true });
