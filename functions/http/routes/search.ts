import { Hono } from 'hono';
import * as v from 'valibot';
import { articleUrl } from '../../articles/article.ts';
import { htmlToText } from '../../articles/html.ts';
import { suggestionsMediaType } from '../../feeds/open-search.ts';
import { queryNoteTexts } from '../../search/query-language/query-notes.ts';
import { renderSnippet } from '../../search/results/snippet.ts';
import type { SearchAnswer, SuggestAnswer } from '../answers/search-answer.ts';
import { cachePolicy } from '../cache-policy.ts';
import { countSearch } from '../count-search.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { means } from '../means.ts';
import { limitParameter, parseParameters, textParameter } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';
import { parseSearch, respondBadCursor, respondNoIndex } from '../search-request.ts';

/** The search of the API, and completions as one types. */
export function searchRoutes(dependencies: Dependencies): Hono {
  const { office, articles, index, lexicon, now } = dependencies;
  const app = new Hono();

  app.get('/api/search', async (c) => {
    const parsed = parseSearch(c.req.url, office);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const [live, words] = await Promise.all([index(), lexicon?.current()]);
    if (live === undefined) return respondNoIndex(c);

    const { request } = parsed;
    const page = live.search({ ...request, lexicon: words }, now());
    if ('problem' in page) return respondBadCursor(c);
    await countSearch(dependencies, request, page.total);
    const { total, hits, facets, suggestion, notes, nextCursor } = page;
    const found = new Map((await articles.findMany(hits)).map((article) => [article.id, article]));
    const answer: SearchAnswer = {
      query: request.q,
      total,
      hits: hits.flatMap(({ id, score, terms, isPinned: pinned, explanation }) => {
        const article = found.get(id);
        if (article === undefined) return [];
        const { title, summary, publishedAt, category, slug } = article;
        const url = articleUrl(office.baseUrl, slug);
        const snippet = renderSnippet(htmlToText(article.bodyHtml), terms);
        return [{ id, url, title, summary, snippet, publishedAt, category, score, pinned, explanation }];
      }),
      facets,
      suggestion,
      notes: notes?.map((note) => ({ ...note, text: queryNoteTexts[note.code] })),
      nextCursor,
    };
    return respond(c, json(JSON.stringify(answer)), { now: now() });
  });

  app.get('/api/suggest', async (c) => {
    const parsed = parseParameters(c.req.url, suggestParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const live = await index();
    if (live === undefined) return respondNoIndex(c);
    const { q = '', limit, format } = parsed.parameters;
    const suggestions = live.suggest(q, limit, now());
    if (format === undefined) {
      const answer: SuggestAnswer = { query: q, suggestions };
      return respond(c, json(JSON.stringify(answer)), { now: now() });
    }
    const body = JSON.stringify([q, suggestions]);
    return respond(c, { ...json(body), contentType: suggestionsMediaType }, { now: now() });
  });

  return app;
}

/** What `GET /api/suggest` takes. */
export const suggestParameters = {
  q: textParameter(100, { id: 'Yang sudah diketik.', en: 'What was typed so far.' }),
  limit: limitParameter(8, 20),
  format: v.exactOptional(
    v.pipe(
      v.literal('opensearch', 'must be opensearch, or left out'),
      means({
        id: 'Meminta larik menurut OpenSearch Suggestions.',
        en: 'Asks for an array as OpenSearch Suggestions has it.',
      }),
    ),
  ),
};

function json(body: string) {
  return {
    etag: digestOf(body),
    contentType: 'application/json; charset=utf-8',
    cacheControl: cachePolicy.search,
    render: () => body,
  };
}
