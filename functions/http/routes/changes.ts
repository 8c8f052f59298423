import { Hono } from 'hono';
import type { Office } from '../../office/settings.ts';
import { respondOutcome } from '../article-answer.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { createArticleEditor } from '../edit-article.ts';
import { respondProblem } from '../problem.ts';
import { refuseChange, refused } from '../publish.ts';
import { limitBody, readJson, readReason } from '../request-body.ts';

/** What may become of an article once it is here. Each change is a version, and none is lost. */
export function changeRoutes(
  office: Office,
  publishing: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono<CallerEnv> {
  const { access, articles, parseSubmission } = publishing;
  const app = new Hono<CallerEnv>();
  const mayWrite = authorize(access, 'write');
  const mayPublish = authorize(access, 'publish');
  const edit = createArticleEditor(office, publishing, log);

  app.put('/api/articles/:id', mayWrite, limitBody, async (c) => {
    const id = c.req.param('id');
    const ifMatch = c.req.header('If-Match');
    if (ifMatch === undefined) return respondProblem(c, 'version-needed');
    const body = await readJson(c);
    if (!body.ok) return respondProblem(c, body.code, body);
    const parsed = parseSubmission(body.value, office);
    if (!parsed.ok) return respondOutcome(c, refused(parsed), office);
    const caller = c.get('caller');
    return edit(c, id, {
      what: 'article-changed',
      ifMatch,
      prepare: (before) => {
        const status = parsed.hasStatus ? parsed.content.status : before.status;
        const content = { ...parsed.content, status };
        const wishes = { slug: parsed.slug, correction: parsed.correction, by: caller.name };
        return (
          refuseChange(office, caller, before, content) ??
          (() => articles.save(id, before.version, content, wishes))
        );
      },
    });
  });

  app.delete('/api/articles/:id', mayPublish, limitBody, async (c) => {
    const id = c.req.param('id');
    const reason = await readReason(c);
    if (reason === undefined) {
      const detail = 'say why, for readers, in at most 500 characters: as {"reason": "…"} or as ?reason=…';
      return respondProblem(c, 'invalid-parameters', { errors: [{ parameter: 'reason', detail }] });
    }
    const { name } = c.get('caller');
    return edit(c, id, {
      what: 'article-withdrawn',
      ifMatch: c.req.header('If-Match') ?? '*',
      prepare: (before) => () => articles.withdraw(id, before.version, reason, name),
    });
  });

  return app;
}
