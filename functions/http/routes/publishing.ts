import { type Context, Hono } from 'hono';
import { type Article, articleUrl } from '../../articles/article.ts';
import type { Saved } from '../../articles/repository.ts';
import type { Office } from '../../office/settings.ts';
import { toArticleJson } from '../article-json.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import { renderEtag } from '../conditional.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { articleEtag } from '../digest.ts';
import { respondProblem, statusOf } from '../problem.ts';
import { type Outcome, createPublisher, refuseRole, refused, stale, withdrawn } from '../publish.ts';
import { refuseRetired } from '../retired-category.ts';
import { limitBody, readBatch, readJson, readReason } from '../request-body.ts';

/** The publishing API: the only door through which articles come in. */
export function publishingRoutes(
  office: Office,
  { access, articles, history, parseSubmission }: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const mayWrite = authorize(access, 'write');
  const mayPublish = authorize(access, 'publish');
  const publisher = createPublisher(office, { articles, parseSubmission }, log);

  app.post('/api/articles', mayWrite, limitBody, async (c) => {
    const body = await readJson(c);
    return respondOutcome(c, body.ok ? await publisher.publish(body.value, c.get('caller')) : body);
  });

  app.post('/api/articles/batch', mayWrite, limitBody, async (c) => {
    const batch = await readBatch(c);
    if (!batch.ok) return respondProblem(c, batch.code, batch);
    const outcomes = await publisher.publishMany(batch.items, c.get('caller'));
    return c.json({ items: outcomes.map(toBatchItem) }, 200, noStore);
  });

  app.put('/api/articles/:id', mayWrite, limitBody, async (c) => {
    const id = c.req.param('id');
    const ifMatch = c.req.header('If-Match');
    if (ifMatch === undefined) return respondProblem(c, 'version-needed');
    const body = await readJson(c);
    if (!body.ok) return respondProblem(c, body.code, body);
    const parsed = parseSubmission(body.value, office);
    if (!parsed.ok) return respondOutcome(c, refused(parsed));
    const { content, hasStatus } = parsed;
    const before = await articles.findById(id);
    const isNews = before?.category !== content.category || before.publishedAt !== content.publishedAt;
    const problem = isNews ? refuseRetired(office, content) : undefined;
    if (problem !== undefined) return respondProblem(c, 'invalid-article', { errors: [problem] });
    return edit(c, id, ifMatch, (before) => {
      const status = hasStatus ? content.status : before.status;
      const refusal =
        refuseRole(c.get('caller'), { status: before.status }) ??
        refuseRole(c.get('caller'), { ...content, status });
      return refusal ?? articles.save(id, before.version, { ...content, status }, parsed);
    });
  });

  app.delete('/api/articles/:id', mayPublish, limitBody, async (c) => {
    const id = c.req.param('id');
    const reason = await readReason(c);
    if (reason === undefined) {
      const detail = 'say why, for readers, in at most 500 characters: as {"reason": "…"} or as ?reason=…';
      return respondProblem(c, 'invalid-parameters', { errors: [{ parameter: 'reason', detail }] });
    }
    return edit(c, id, c.req.header('If-Match') ?? '*', (before) =>
      articles.withdraw(id, before.version, reason),
    );
  });

  app.get('/api/articles/:id/versions', mayWrite, async (c) => {
    const versions = await history.list(c.req.param('id'));
    if (versions === undefined) return respondProblem(c, 'not-found');
    return c.json({ items: versions }, 200, noStore);
  });

  app.get('/api/articles/:id/versions/:version{[1-9][0-9]{0,8}}', mayWrite, async (c) => {
    const article = await history.find(c.req.param('id'), Number(c.req.param('version')));
    if (article === undefined) return respondProblem(c, 'not-found');
    return c.json(toArticleJson(article, office), 200, noStore);
  });

  return app;

  async function edit(
    c: Context,
    id: string,
    ifMatch: string,
    write: (before: Article) => Promise<Saved> | Outcome,
  ) {
    const before = await articles.findById(id);
    if (before === undefined) return respondProblem(c, 'not-found');
    if (before.withdrawal !== undefined) return respondOutcome(c, withdrawn(before));
    const isCurrent = ifMatch.trim() === '*' || matchesVersion(ifMatch, before.version);
    const saved = isCurrent ? await write(before) : { outcome: 'stale' as const, article: before };
    if ('ok' in saved) return respondOutcome(c, saved);
    if (saved.outcome === 'absent') return respondProblem(c, 'not-found');
    if (saved.outcome === 'withdrawn') return respondOutcome(c, withdrawn(saved.article));
    if (saved.outcome === 'stale') return respondOutcome(c, stale(saved.article));
    const { version, status } = saved.article;
    log({ level: 'info', event: 'article-saved', id, version, status });
    return respondOutcome(c, { ok: true, status: 200, article: saved.article });
  }

  function respondOutcome(c: Context, outcome: Outcome): Response {
    if (!outcome.ok) {
      const extensions = { ...outcome.extensions, ...addressOf(outcome.article) };
      return respondProblem(c, outcome.code, { ...outcome, extensions });
    }
    const { article, status } = outcome;
    return c.json(toArticleJson(article, office), status, {
      ...noStore,
      ETag: renderEtag(articleEtag(article, office)),
      ...(status === 201 ? { Location: `${office.baseUrl}/api/articles/${article.id}` } : {}),
    });
  }

  function toBatchItem(outcome: Outcome, index: number) {
    if (outcome.ok) return { index, status: outcome.status, ...addressOf(outcome.article) };
    const { code, detail, errors, article } = outcome;
    return { index, status: statusOf(code), ...addressOf(article), detail, errors };
  }

  function addressOf(article: Article | undefined): { id?: string; url?: string } {
    return article === undefined ? {} : { id: article.id, url: articleUrl(office.baseUrl, article.slug) };
  }
}

const noStore = { 'Cache-Control': 'no-store' };

/**
 * Whether If-Match names this version. The tag begins with the version; the weak form counts too, since an
 * edge that compresses makes our tags weak, and a version is exact whatever the encoding.
 */
function matchesVersion(ifMatch: string, version: number): boolean {
  return [...ifMatch.matchAll(/"(\d+)(?:-[\w-]*)?"/g)].some((tag) => Number(tag[1]) === version);
}
