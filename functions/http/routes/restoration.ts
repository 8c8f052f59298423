import { Hono } from 'hono';
import pMap from 'p-map';
import { articleUrl } from '../../articles/article.ts';
import type { Office } from '../../office/settings.ts';
import type { ExportAnswer } from '../answers/export-answer.ts';
import type { OutcomeAnswer } from '../answers/outcomes-answer.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { cursorParameter, parseParameters } from '../parameters.ts';
import { type ProblemCode, respondProblem, statusOf } from '../problem.ts';
import { type ReadValue, limitBody, readBatch } from '../request-body.ts';

/** Everything out, and everything back in as it was: ids, versions, addresses. Nobody is locked in. */
export function restorationRoutes(
  office: Office,
  { access, audit, restoration, parseStoredSubmission }: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const mayAdminister = authorize(access, 'admin');

  app.get('/api/export/articles', mayAdminister, async (c) => {
    const parsed = parseParameters(c.req.url, exportParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const { cursor } = parsed.parameters;
    const readPage = () => restoration.readPage(cursor);
    // The whole is many pages: that somebody began says enough.
    const { articles, next } = await (cursor === undefined
      ? audit.record(c.get('caller'), { what: 'archive-exported' }, readPage, () => ({ outcome: 'done' }))
      : readPage());
    const answer: ExportAnswer = { items: articles, nextCursor: next };
    return c.json(answer, 200, noStore);
  });

  app.put('/api/import/articles', mayAdminister, limitBody, async (c) => {
    const batch = await readBatch(c);
    if (!batch.ok) return respondProblem(c, batch.code, batch);
    const created: string[] = [];
    const items = await audit.record(
      c.get('caller'),
      { what: 'archive-restored' },
      () => pMap(batch.items, (item, index) => restoreOne(item, index, created), { concurrency: 8 }),
      () => ({ outcome: 'done', articles: created }),
    );
    return c.json({ items }, 200, noStore);
  });

  return app;

  /** @param created is given the id of the article, if it is new here */
  async function restoreOne(item: ReadValue, index: number, created: string[]): Promise<OutcomeAnswer> {
    const refuse = (code: ProblemCode, details: Partial<OutcomeAnswer> = {}) => ({
      index,
      status: statusOf(code),
      ...details,
    });
    if (!item.ok) return refuse(item.code, { detail: item.detail });
    const parsed = parseStoredSubmission(item.value, office);
    if (!parsed.ok) return refuse('invalid-article', { errors: parsed.problems });
    const { id, slug } = parsed.stored.article;
    const address = { id, url: articleUrl(office.baseUrl, slug) };
    try {
      const outcome = await restoration.restore(parsed.stored);
      if (outcome === 'slug-taken') {
        const errors = [{ parameter: 'article.slug', detail: 'belongs to another article here' }];
        return refuse('invalid-article', { ...address, errors });
      }
      if (outcome === 'differs') return refuse('already-imported', address);
      if (outcome === 'created') {
        created.push(id);
        log({ level: 'info', event: 'article-restored', id });
      }
      return { index, status: outcome === 'created' ? 201 : 200, ...address };
    } catch (error) {
      log({ level: 'error', event: 'article-not-restored', id, error: String(error) });
      return refuse('internal-error', { detail: 'The failure was logged. Send this article again.' });
    }
  }
}

/** What `GET /api/export/articles` takes. */
export const exportParameters = { cursor: cursorParameter };

const noStore = { 'Cache-Control': 'no-store' };
