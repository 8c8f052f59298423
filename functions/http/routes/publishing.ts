import { type Context, Hono } from 'hono';
import pMap from 'p-map';
import { type Article, articleUrl } from '../../articles/article.ts';
import { idFromSource } from '../../articles/identity.ts';
import type { Saved } from '../../articles/repository.ts';
import type { ParsedSubmission } from '../../articles/submission.ts';
import type { Office } from '../../office/settings.ts';
import { toArticleJson } from '../article-json.ts';
import { authorize } from '../authorize.ts';
import { renderEtag } from '../conditional.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { articleEtag } from '../digest.ts';
import { type ProblemCode, type ProblemDetails, respondProblem, statusOf } from '../problem.ts';
import { type ReadValue, limitBody, readBatch, readJson, readReason } from '../request-body.ts';

/** What became of one article that was sent: the answer to a single request, and to one item of a batch. */
type Outcome =
  | { readonly ok: true; readonly status: 200 | 201; readonly article: Article }
  | ({ readonly ok: false; readonly code: ProblemCode; readonly article?: Article } & ProblemDetails);

/** The publishing API: the only door through which articles come in. */
export function publishingRoutes(
  office: Office,
  { articles, readToken, parseSubmission }: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono {
  const app = new Hono();
  const mayWrite = authorize(readToken);

  app.post('/api/articles', mayWrite, limitBody, async (c) => {
    const body = await readJson(c);
    return respondOutcome(c, body.ok ? await create(body.value) : body);
  });

  app.post('/api/articles/batch', mayWrite, limitBody, async (c) => {
    const batch = await readBatch(c);
    if (!batch.ok) return respondProblem(c, batch.code, batch);
    const outcomes = await createMany(batch.items);
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
    return edit(c, id, ifMatch, (version) => articles.save(id, version, parsed.content, parsed.slug));
  });

  app.delete('/api/articles/:id', mayWrite, limitBody, async (c) => {
    const id = c.req.param('id');
    const reason = await readReason(c);
    if (reason === undefined) {
      const detail = 'say why, for readers, in at most 500 characters: as {"reason": "…"} or as ?reason=…';
      return respondProblem(c, 'invalid-parameters', { errors: [{ parameter: 'reason', detail }] });
    }
    return edit(c, id, c.req.header('If-Match') ?? '*', (version) => articles.withdraw(id, version, reason));
  });

  return app;

  async function create(value: unknown): Promise<Outcome> {
    const parsed = parseSubmission(value, office);
    return parsed.ok ? createParsed(parsed) : refused(parsed);
  }

  async function createParsed({ content, slug }: ParsedSubmission & { ok: true }): Promise<Outcome> {
    const { outcome, article } = await articles.create(content, slug);
    if (outcome === 'withdrawn') return withdrawn(article);
    if (outcome === 'unchanged') return { ok: true, status: 200, article };
    if (outcome === 'created') {
      log({ level: 'info', event: 'article-created', id: article.id });
      return { ok: true, status: 201, article };
    }
    const detail =
      'Nothing was written. If the new content is right, edit the article that is here with PUT.';
    return { ok: false, code: 'already-imported', detail, article };
  }

  /** Several at once, but those of one source one after the other: the first of them is the one that counts. */
  async function createMany(items: readonly ReadValue[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const parsed = items.map((item, index) => ({
      item,
      index,
      parsed: item.ok && parseSubmission(item.value, office),
    }));
    const bySource = Map.groupBy(parsed, ({ parsed, index }) => {
      const source = parsed && parsed.ok ? parsed.content.source : undefined;
      return source === undefined ? index : idFromSource(source);
    });
    const createGroup = async (group: typeof parsed) => {
      for (const { item, index, parsed } of group) {
        if (!item.ok) outcomes[index] = item;
        else if (parsed) outcomes[index] = parsed.ok ? await createOneOfMany(parsed) : refused(parsed);
      }
    };
    await pMap(bySource.values(), createGroup, { concurrency: 8 });
    return outcomes;
  }

  /** A failure at one item says so for that item, and the others still go in. */
  async function createOneOfMany(parsed: ParsedSubmission & { ok: true }): Promise<Outcome> {
    try {
      return await createParsed(parsed);
    } catch (error) {
      log({ level: 'error', event: 'article-not-created', error: String(error) });
      return {
        ok: false,
        code: 'internal-error',
        detail: 'The failure was logged. Send this article again.',
      };
    }
  }

  async function edit(c: Context, id: string, ifMatch: string, write: (version: number) => Promise<Saved>) {
    const before = await articles.findById(id);
    if (before === undefined) return respondProblem(c, 'not-found');
    if (before.withdrawal !== undefined) return respondOutcome(c, withdrawn(before));
    const isCurrent = ifMatch.trim() === '*' || matchesVersion(ifMatch, before.version);
    const saved: Saved = isCurrent ? await write(before.version) : { outcome: 'stale', article: before };
    if (saved.outcome === 'absent') return respondProblem(c, 'not-found');
    if (saved.outcome === 'withdrawn') return respondOutcome(c, withdrawn(saved.article));
    if (saved.outcome === 'stale') return respondOutcome(c, stale(saved.article));
    const { version, status } = saved.article;
    log({ level: 'info', event: 'article-saved', id, version, status });
    return respondOutcome(c, { ok: true, status: 200, article: saved.article });
  }

  function respondOutcome(c: Context, outcome: Outcome): Response {
    if (!outcome.ok)
      return respondProblem(c, outcome.code, { ...outcome, extensions: addressOf(outcome.article) });
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

function refused({ isTooLarge, problems }: ParsedSubmission & { ok: false }): Outcome {
  return { ok: false, code: isTooLarge ? 'too-large' : 'invalid-article', errors: problems };
}

function withdrawn(article: Article): Outcome {
  return { ok: false, code: 'withdrawn', detail: article.withdrawal?.reason, article };
}

function stale(article: Article): Outcome {
  const detail = `It is at version ${article.version} now: read it again, and make your change to that.`;
  return { ok: false, code: 'version-conflict', detail, article };
}

/**
 * Whether If-Match names this version. The tag begins with the version; the weak form counts too, since an
 * edge that compresses makes our tags weak, and a version is exact whatever the encoding.
 */
function matchesVersion(ifMatch: string, version: number): boolean {
  return [...ifMatch.matchAll(/"(\d+)(?:-[\w-]*)?"/g)].some((tag) => Number(tag[1]) === version);
}
