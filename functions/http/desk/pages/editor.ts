import { html } from 'hono/html';
import type { Article } from '../../../articles/article.ts';
import type { NewsroomState } from '../../../articles/newsroom-lists.ts';
import { renderTime } from '../../pages/dates.ts';
import { pathIn } from '../../pages/edition.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import type { EditorView } from '../editor-view.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import type { FieldProblem } from '../problem-words.ts';
import { renderState } from './article-rows.ts';
import { renderActions, renderBringingBack, renderFormName, renderWithdrawal } from './editor-actions.ts';
import { renderMainFields, renderOtherFields } from './editor-fields.ts';
import { renderDifferences } from './differences.ts';
import { renderDeskPage, renderFormToken } from './frame.ts';
import { renderPictureFields } from './picture-fields.ts';

/** Where one writes: the fields, the buttons below them, and beside them the article as readers will see it. */
export function renderEditorPage(desk: Desk, view: EditorView): Promise<string> {
  const { text } = desk;
  const { article, state, manuscript, version, form, problems, saved } = view;
  const title = article === undefined ? text.newArticle : article.title;
  const path = article === undefined ? `/baru?naskah=${manuscript}` : `/berita/${article.id}`;
  return renderDeskPage(desk, {
    title,
    path: article === undefined ? '/baru' : path,
    notice: view.notice,
    content: html`<div class="heading">
        <div>
          ${state === 'new' ? nothing : html`<p class="kicker">${renderState(desk, state)}</p>`}
          <h1>${title}</h1>
        </div>
        ${article === undefined ? nothing : renderFacts(desk, article, state)}
      </div>
      ${renderProblems(desk, problems)} ${renderConflict(desk, view)}
      <div class="kept-note box" hidden data-kept aria-live="polite">
        <p></p>
        <p>
          <button type="button" data-restore>${text.restore}</button>
          <button type="button" data-discard>${text.discard}</button>
        </p>
      </div>
      <div class="editor">
        <form
          id="naskah"
          method="post"
          enctype="multipart/form-data"
          action="${deskPath(desk, path)}"
          class="fields"
          data-manuscript="${manuscript}"
          data-version="${version ?? 0}"
          data-kept-text="${text.keptText}"
          data-kept-older="${text.keptOlder}"
          ${saved === undefined ? '' : html`data-saved="${saved}"`}
          ${problems.length === 0 && view.conflict === undefined ? '' : html`data-returned="1"`}
        >
          ${renderFormToken(desk)} ${renderFormName(view)}
          <input type="hidden" name="manuscript" value="${manuscript}" />
          <input type="hidden" name="id" value="${article?.id ?? ''}" />
          <input type="hidden" name="version" value="${version ?? ''}" />
          ${renderMainFields(desk, view)} ${renderPictureFields(desk, form.images)}
          ${renderOtherFields(desk, view)} ${renderActions(desk, view)}
        </form>
        <div class="result">
          <details open>
            <summary>${text.result}</summary>
            <p>
              <button
                form="naskah"
                formaction="${deskPath(desk, '/pratinjau')}"
                formtarget="hasil"
                data-preview
              >
                ${text.showResult}
              </button>
            </p>
            <iframe
              name="hasil"
              title="${text.result}"
              sandbox="allow-same-origin"
              src="${deskPath(desk, `/pratinjau${article === undefined ? '' : `?id=${article.id}`}`)}"
            ></iframe>
          </details>
        </div>
      </div>
      ${article === undefined ? nothing : state === 'withdrawn' ? renderBringingBack(desk, article, view) : renderWithdrawal(desk, article, view)}`,
  });
}

function renderFacts(desk: Desk, article: Article, state: NewsroomState | 'new'): Markup {
  const { edition, text } = desk;
  const { office } = edition;
  const { id, slug, version, updatedAt } = article;
  return html`<p class="meta">
    ${text.version(version)} · ${text.savedAt(renderTime(updatedAt, edition))} ·
    <a href="${deskPath(desk, `/berita/${id}/versi`)}">${text.versions}</a>
    ${state === 'published' ? html` · <a href="${office.baseUrl}${pathIn(edition, `/berita/${slug}`)}">${text.view}</a>` : nothing}
  </p>`;
}

/** All of them, before the fields, each the way to its field. */
function renderProblems({ text }: Desk, problems: readonly FieldProblem[]): Markup {
  if (problems.length === 0) return nothing;
  return html`<div class="problem-box" role="alert">
    <p><strong>${text.notSaved}</strong></p>
    <ul>
      ${problems.map(
        ({ field, words }) =>
          html`<li>${field === undefined ? words : html`<a href="#${field}">${words}</a>`}</li>`,
      )}
    </ul>
  </div>`;
}

/** Both sides: what the other one wrote is shown against this text, which stands in the form as it was typed. */
function renderConflict(desk: Desk, { conflict }: EditorView): Markup {
  if (conflict === undefined) return nothing;
  const { edition, text } = desk;
  const { article, differences } = conflict;
  return html`<section class="problem-box" role="alert" aria-labelledby="bentrok">
    <h2 id="bentrok">${text.conflictTitle}</h2>
    <p>${text.conflictText(article.version, renderTime(article.updatedAt, edition))}</p>
    ${renderDifferences(desk, differences)}
    <p>${text.conflictWays}</p>
    <p>
      <a class="button" href="${deskPath(desk, `/berita/${article.id}`)}" target="_blank"
        >${text.openTheirs}</a
      >
    </p>
  </section>`;
}
