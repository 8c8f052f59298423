import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { renderArticlePage } from '../pages/article.ts';
import { readArticleForm } from './article-form.ts';
import type { DeskParts, Desk, DeskEnv } from './desk-parts.ts';
import { cleanPasted } from './editor-body.ts';
import { textIn } from './form-text.ts';
import { toFieldProblem } from './problem-words.ts';
import { toSubmission } from './submission-of.ts';

/** What a text will look like, by the renderer of the real pages, and what a paste comes to. Nothing is kept. */
export function previewRoutes({ office, articles, publishing, dependencies }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { now } = dependencies;

  app.get('/pratinjau', async (c) => {
    const desk = c.get('desk');
    const article = await articles.findById(c.req.query('id') ?? '');
    if (article !== undefined) return c.html(await renderPreview(desk, article));
    return c.html(renderNote(desk, [desk.text.resultEmpty]));
  });

  app.post('/pratinjau', async (c) => {
    const desk = c.get('desk');
    const sent = c.get('form');
    const before = await articles.findById(textIn(sent, 'id'));
    const form = readArticleForm(sent);
    const at = now();
    const submission = toSubmission(form, 'published', { office, before, now: at });
    if (submission === undefined) return c.html(renderNote(desk, [desk.text.bodyTooDeep]), 422);
    const filled = {
      ...submission,
      title: form.title.trim() || desk.text.untitled,
      ...(form.body.trim() === '' && { bodyHtml: '<p>…</p>' }),
    };
    const parsed = publishing.parseSubmission(filled, office);
    if (!parsed.ok) {
      const problems = parsed.problems.map((problem) => toFieldProblem(problem, desk.text).words);
      return c.html(renderNote(desk, problems), 422);
    }
    const { content, correction } = parsed;
    const updatedAt = at.toISOString();
    const isSeen = before !== undefined && before.status === 'published';
    const article: Article = {
      ...content,
      id: before?.id ?? '01J00000000000000000000000',
      slug: before?.slug ?? 'pratinjau',
      version: isSeen ? before.version + 1 : 1,
      updatedAt,
      corrections: [
        ...(before?.corrections ?? []),
        ...(correction === undefined ? [] : [{ at: updatedAt, note: correction }]),
      ],
    };
    return c.html(await renderPreview(desk, article));
  });

  app.post('/bersih', (c) => {
    return c.json({ markdown: cleanPasted(textIn(c.get('form'), 'html')) });
  });

  return app;
}

/** The page of an article; what is around it is left away. */
function renderPreview({ edition }: Desk, article: Article): Promise<string> {
  const neighbours = { previous: undefined, next: undefined };
  return renderArticlePage(edition, { article, neighbours, related: [] });
}

function renderNote({ edition }: Desk, lines: readonly string[]) {
  return html`<!doctype html>
    <html lang="${edition.language}">
      <head>
        <meta charset="utf-8" />
        <title>…</title>
        <link rel="stylesheet" href="${edition.assets.stylesheet.path}" />
      </head>
      <body>
        <main class="wrap">${lines.map((line) => html`<p>${line}</p>`)}</main>
      </body>
    </html>`;
}
