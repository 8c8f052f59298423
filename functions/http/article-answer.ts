import type { Context } from 'hono';
import { type Article, articleUrl } from '../articles/article.ts';
import type { Office } from '../office/settings.ts';
import type { OutcomeAnswer } from './answers/outcomes-answer.ts';
import { toArticleJson } from './article-json.ts';
import { renderEtag } from './conditional.ts';
import { articleEtag } from './digest.ts';
import { respondProblem, statusOf } from './problem.ts';
import type { Outcome } from './publish.ts';

/** The answer to a request that writes one article. */
export function respondOutcome(c: Context, outcome: Outcome, office: Office): Response {
  if (!outcome.ok) {
    const extensions = { ...outcome.extensions, ...addressOf(outcome.article, office) };
    return respondProblem(c, outcome.code, { ...outcome, extensions });
  }
  const { article, status } = outcome;
  return c.json(toArticleJson(article, office), status, {
    'Cache-Control': 'no-store',
    ETag: renderEtag(articleEtag(article, office)),
    ...(status === 201 ? { Location: `/api/articles/${article.id}` } : {}),
  });
}

/** The answer for one article of a batch. */
export function toBatchItem(outcome: Outcome, index: number, office: Office): OutcomeAnswer {
  if (outcome.ok) return { index, status: outcome.status, ...addressOf(outcome.article, office) };
  const { code, detail, errors, article } = outcome;
  return { index, status: statusOf(code), ...addressOf(article, office), detail, errors };
}

function addressOf(article: Article | undefined, { baseUrl }: Office): { id?: string; url?: string } {
  return article === undefined ? {} : { id: article.id, url: articleUrl(baseUrl, article.slug) };
}
