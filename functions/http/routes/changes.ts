import { Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { type Article, toContent, toSubmission } from '../../articles/article.ts';
import type { Problem } from '../../articles/problem.ts';
import { correctionNote } from '../../articles/submission-schema.ts';
import type { Office } from '../../office/settings.ts';
import { respondOutcome } from '../article-answer.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { createArticleEditor } from '../edit-article.ts';
import { applyMergePatch } from '../merge-patch.ts';
import { respondProblem } from '../problem.ts';
import { refuseChange, refused } from '../publish.ts';
import { limitBody, readJson, readReason } from '../request-body.ts';

/** What may become of an article once it is here. Each change is a version, and none is lost. */
export function changeRoutes(
  office: Office,
  publishing: Publishing,
  { log }: Pick<Dependencies, 'log'>,
  limitWrites: MiddlewareHandler<CallerEnv>,
): Hono<CallerEnv> {
  const { access, articles, history, parseSubmission } = publishing;
  const app = new Hono<CallerEnv>();
  const mayWrite = authorize(access, 'write');
  const mayPublish = authorize(access, 'publish');
  const edit = createArticleEditor(office, publishing, log);

  app.put('/api/articles/:id', mayWrite, limitWrites, limitBody, async (c) => {
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

  app.patch('/api/articles/:id', mayWrite, limitWrites, limitBody, async (c) => {
    const ifMatch = c.req.header('If-Match');
    if (ifMatch === undefined) return respondProblem(c, 'version-needed');
    const body = await readJson(c, mergePatchType);
    if (!body.ok)
      return respondProblem(c, body.code, { ...body, headers: { 'Accept-Patch': mergePatchType } });
    const caller = c.get('caller');
    return edit(c, c.req.param('id'), {
      what: 'article-changed',
      ifMatch,
      prepare: (before) => {
        const parsed = parseSubmission(applyMergePatch(toSubmission(before), body.value), office);
        if (!parsed.ok) return refused(parsed);
        const content = { ...parsed.content, ...untouched(before, body.value) };
        const wishes = { slug: parsed.slug, correction: parsed.correction, by: caller.name };
        return (
          refuseChange(office, caller, before, content) ??
          (() => articles.save(before.id, before.version, content, wishes))
        );
      },
    });
  });

  app.post('/api/articles/:id/restore', mayWrite, limitWrites, limitBody, async (c) => {
    const body = await readJson(c);
    if (!body.ok) return respondProblem(c, body.code, body);
    const parsed = v.safeParse(restoreRequest, body.value);
    if (!parsed.success)
      return respondProblem(c, 'invalid-parameters', { errors: parsed.issues.map(toProblem) });
    const { version, correction } = parsed.output;
    const caller = c.get('caller');
    return edit(c, c.req.param('id'), {
      what: 'article-brought-back',
      ifMatch: c.req.header('If-Match') ?? '*',
      bringsBack: true,
      prepare: async (before) => {
        const wanted = version ?? (before.withdrawal === undefined ? undefined : before.version - 1);
        const former = wanted === undefined ? undefined : await history.find(before.id, wanted);
        if (former === undefined || former.withdrawal !== undefined || former.version === before.version) {
          const detail = 'must be a former version, and none in which it was withdrawn';
          return { ok: false, code: 'invalid-parameters', errors: [{ parameter: 'version', detail }] };
        }
        const content = toContent(former);
        const wishes = { correction: correction?.note, by: caller.name, bringsBack: true };
        return (
          refuseChange(office, caller, before, content) ??
          (() => articles.save(before.id, before.version, content, wishes))
        );
      },
    });
  });

  app.delete('/api/articles/:id', mayPublish, limitWrites, limitBody, async (c) => {
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

export const mergePatchType = 'application/merge-patch+json';

/** What a patch leaves alone stays as it stands, and passes the border no second time. */
function untouched(before: Article, patch: unknown): Partial<Pick<Article, 'bodyHtml' | 'images'>> {
  const names = patch !== null && typeof patch === 'object' ? Object.keys(patch) : [];
  return {
    ...(!names.includes('bodyHtml') && { bodyHtml: before.bodyHtml }),
    ...(!names.includes('images') && { images: before.images }),
  };
}

/** What `POST /api/articles/{id}/restore` takes. */
export const restoreRequest = v.strictObject({
  version: v.exactOptional(
    v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(1, 'must be at least 1')),
  ),
  correction: v.exactOptional(correctionNote),
});

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  return {
    parameter: v.getDotPath(issue) ?? '',
    detail: isUnknown ? 'is nothing that can be said here' : issue.message,
  };
}
