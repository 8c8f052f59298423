import { html } from 'hono/html';
import type { Article } from '../../../articles/article.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import { deskPath, mayPublish, type Desk } from '../desk-parts.ts';
import type { EditorView } from '../editor-view.ts';
import { renderFormToken } from './frame.ts';

/** The buttons for what may be done with it now. The first is what Enter in a field does: never more than saving. */
export function renderActions(desk: Desk, { state, form }: EditorView): Markup {
  const { text } = desk;
  if (state === 'withdrawn') return html`<p class="hint-text">${text.withdrawnHint}</p>`;
  if (!mayPublish(desk.caller) && state !== 'new' && state !== 'draft')
    return html`<p class="hint-text">${text.writersHint}</p>`;
  const button = (action: 'draft' | 'publish', name: string, isFirst = false) =>
    html`<button name="do" value="${action}" class="${isFirst ? 'button first' : 'button'}">${name}</button>`;
  if (state === 'new' || state === 'draft') {
    return html`<p class="actions">
      ${button('draft', text.saveDraft)}
      ${mayPublish(desk.caller) ? button('publish', text.publish, true) : nothing}
    </p>`;
  }
  return html`${
      state === 'published'
        ? html`<p>
            <label for="correction">${text.fields.correction}</label>
            <textarea
              id="correction"
              name="correction"
              rows="2"
              maxlength="500"
              aria-describedby="correction-hint"
            >
${form.correction}</textarea>
            <span class="hint-text" id="correction-hint">${text.correctionHint}</span>
          </p>`
        : nothing
    }
    <p class="actions">
      ${button('publish', state === 'scheduled' ? text.saveSchedule : text.saveChange, true)}
      ${state === 'scheduled' ? button('draft', text.unschedule) : nothing}
    </p>`;
}

/** Apart from the other buttons, and with a reason: readers see it gone. */
export function renderWithdrawal(desk: Desk, article: Article, view: EditorView): Markup {
  const { text } = desk;
  const { state, reason } = view;
  if (!mayPublish(desk.caller)) return nothing;
  return html`<details class="withdrawal" ${reason === undefined ? '' : 'open'}>
    <summary>${state === 'draft' ? text.discardDraft : text.withdraw}</summary>
    <form method="post" action="${deskPath(desk, `/berita/${article.id}/tarik`)}" class="fields">
      ${renderFormToken(desk)} ${renderFormName(view)}
      <input type="hidden" name="version" value="${article.version}" />
      <p>
        <label for="reason">${text.reason}</label>
        <input
          id="reason"
          name="reason"
          value="${reason ?? ''}"
          required
          maxlength="500"
          aria-describedby="reason-hint"
        />
        <span class="hint-text" id="reason-hint"
          >${state === 'draft' ? text.discardHint : text.withdrawHint}</span
        >
      </p>
      <p><button>${state === 'draft' ? text.discardDraft : text.withdraw}</button></p>
    </form>
  </details>`;
}

/** The way back for what was withdrawn. */
export function renderBringingBack(desk: Desk, article: Article, view: EditorView): Markup {
  const { text } = desk;
  if (!mayPublish(desk.caller)) return nothing;
  return html`<form
    method="post"
    action="${deskPath(desk, `/berita/${article.id}/kembalikan`)}"
    class="fields"
  >
    ${renderFormToken(desk)} ${renderFormName(view)}
    <input type="hidden" name="version" value="${article.version}" />
    <p>
      <button aria-describedby="bring-back-hint">${text.bringBack}</button>
      <span class="hint-text" id="bring-back-hint">${text.bringBackHint}</span>
    </p>
  </form>`;
}

/** What tells a second press of the same form. */
export function renderFormName({ once }: EditorView): Markup {
  return html`<input type="hidden" name="once" value="${once}" />`;
}
