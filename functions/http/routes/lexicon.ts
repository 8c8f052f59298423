import { type Context, Hono } from 'hono';
import type { StoredLexicon } from '../../search/lexicon/lexicon-store.ts';
import { articlesNamedBy, parseLexicon } from '../../search/lexicon/parse-lexicon.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import { renderEtag, tagsOf } from '../conditional.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { respondProblem } from '../problem.ts';
import { limitBody, readJson } from '../request-body.ts';

/** For the office: its synonyms, spellings and pinned answers, read and replaced as a whole. */
export function lexiconRoutes(
  { access, articles, audit, lexicon }: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();

  app.get('/api/lexicon', authorize(access, 'write'), async (c) => respondLexicon(c, await lexicon.read()));

  app.put('/api/lexicon', authorize(access, 'publish'), limitBody, async (c) => {
    const ifMatch = c.req.header('If-Match');
    if (ifMatch === undefined) return respondProblem(c, 'version-needed');
    const body = await readJson(c);
    if (!body.ok) return respondProblem(c, body.code, body);
    const parsed = parseLexicon(body.value, await findPublished(articlesNamedBy(body.value)));
    if (!parsed.ok) return respondProblem(c, 'invalid-lexicon', { errors: parsed.problems });
    const { revision } = await lexicon.read();
    const isCurrent = ifMatch.trim() === '*' || tagsOf(ifMatch).includes(String(revision));
    if (!isCurrent) return respondProblem(c, 'lexicon-changed');
    const isSaved = await audit.record(
      c.get('caller'),
      { what: 'lexicon-changed' },
      () => lexicon.replace(revision, parsed.lexicon),
      (saved) => ({ outcome: saved ? 'done' : 'refused' }),
    );
    if (!isSaved) return respondProblem(c, 'lexicon-changed');
    log({ level: 'info', event: 'lexicon-saved', revision: revision + 1 });
    return respondLexicon(c, { revision: revision + 1, lexicon: parsed.lexicon });
  });

  return app;

  async function findPublished(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(ids.map((id) => articles.findById(id)));
    return new Set(found.flatMap((article) => (article?.status === 'published' ? [article.id] : [])));
  }
}

function respondLexicon(c: Context, { revision, lexicon }: StoredLexicon): Response {
  return c.json({ revision, ...lexicon }, 200, {
    ETag: renderEtag(String(revision)),
    'Cache-Control': 'no-store',
  });
}
