import type { Context } from 'hono';
import type { Act } from '../access/audit-log.ts';
import type { Article } from '../articles/article.ts';
import type { Saved } from '../articles/repository.ts';
import type { Office } from '../office/settings.ts';
import { respondOutcome } from './article-answer.ts';
import type { CallerEnv } from './authorize.ts';
import type { Dependencies, Publishing } from './dependencies.ts';
import { respondProblem } from './problem.ts';
import { type Outcome, stale, withdrawn } from './publish.ts';

/** A change of one article: what is looked at before it is written, and what writes it. */
export type Edit = {
  readonly what: Act['what'];
  readonly ifMatch: string;
  /** Whether a withdrawn article may be changed thus. */
  readonly bringsBack?: boolean;
  /** What speaks against it, or the write. */
  readonly prepare: (before: Article) => Outcome | Write | Promise<Outcome | Write>;
};

type Write = () => Promise<Saved>;

/** Changes an article if it is still the version that the writer saw, and notes who did. */
export function createArticleEditor(
  office: Office,
  { articles, audit }: Pick<Publishing, 'articles' | 'audit'>,
  log: Dependencies['log'],
) {
  return async (c: Context<CallerEnv>, id: string, { what, ifMatch, bringsBack, prepare }: Edit) => {
    const before = await articles.findById(id);
    if (before === undefined) return respondProblem(c, 'not-found');
    if (before.withdrawal !== undefined && bringsBack !== true) {
      return respondOutcome(c, withdrawn(before), office);
    }
    const isCurrent = ifMatch.trim() === '*' || matchesVersion(ifMatch, before.version);
    if (!isCurrent) return respondOutcome(c, stale(before), office);
    const write = await prepare(before);
    if (typeof write !== 'function') return respondOutcome(c, write, office);

    const act = { what, article: id, version: before.version + 1 };
    const saved = await audit.record(c.get('caller'), act, write, ({ outcome }) => ({
      outcome: outcome === 'saved' ? 'done' : 'refused',
    }));
    if (saved.outcome === 'absent') return respondProblem(c, 'not-found');
    if (saved.outcome === 'withdrawn') return respondOutcome(c, withdrawn(saved.article), office);
    if (saved.outcome === 'stale') return respondOutcome(c, stale(saved.article), office);
    const { version, status } = saved.article;
    log({ level: 'info', event: 'article-saved', id, version, status });
    return respondOutcome(c, { ok: true, status: 200, article: saved.article }, office);
  };
}

/**
 * Whether If-Match names this version. The tag begins with the version; the weak form counts too, since an
 * edge that compresses makes our tags weak, and a version is exact whatever the encoding.
 */
function matchesVersion(ifMatch: string, version: number): boolean {
  return [...ifMatch.matchAll(/"(\d+)(?:-[\w-]*)?"/g)].some((tag) => Number(tag[1]) === version);
}
