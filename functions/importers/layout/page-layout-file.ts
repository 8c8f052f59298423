import { parse } from 'css-what';
import * as v from 'valibot';
import { parseYaml } from '../yaml-text.ts';

/** How the pages of one site are made: where each part of an article stands, as CSS selectors. */
export type SiteLayout = v.InferOutput<typeof siteLayout>;

/** The layout in a file's text, or all that is wrong with it. */
export function parseSiteLayout(
  text: string,
):
  | { readonly ok: true; readonly layout: SiteLayout }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const yaml = parseYaml(text);
  if (!yaml.ok) return { ok: false, problems: [`${yaml.line}: ${yaml.detail}`] };
  const parsed = v.safeParse(siteLayout, yaml.value ?? {});
  if (parsed.success) return { ok: true, layout: parsed.output };
  return {
    ok: false,
    problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`),
  };
}

const selector = v.pipe(
  v.string('must be a CSS selector'),
  v.maxLength(500),
  v.check((written) => {
    try {
      return parse(written).length > 0;
    } catch {
      return false;
    }
  }, 'must be a CSS selector such as "h1.judul"'),
);

const siteLayout = v.strictObject({
  title: v.exactOptional(selector),
  date: v.exactOptional(selector),
  body: v.exactOptional(selector),
  place: v.exactOptional(selector),
  authors: v.exactOptional(selector),
  /** What stands in the body and is no part of the article. */
  remove: v.exactOptional(v.array(selector), []),
  /** For a crawl: the links of a list page that lead to articles, and the one that leads on. */
  links: v.exactOptional(selector),
  next: v.exactOptional(selector),
});
