import { html } from 'hono/html';
import { zoneAbbreviation } from '../../../office/zone.ts';
import { categoryName } from '../../pages/names.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import type { Completions, EditorView } from '../editor-view.ts';

/** What news begins with: its headline, where it comes from and what happened. */
export function renderMainFields(desk: Desk, view: EditorView): Markup {
  const { edition, text } = desk;
  const { form } = view;
  const { office } = edition;
  return html`${renderLine(desk, view, 'title', form.title, { maxLength: 300 })}
    <div class="pair">
      ${renderLine(desk, view, 'place', form.place, { maxLength: 120, list: 'places', hint: text.placeHint })}
      <p>
        <label for="category">${text.fields.category}</label>
        <select id="category" name="category" ${invalid(view, 'category')}>
          ${office.categories
            .filter(({ slug, retiredOn }) => retiredOn === undefined || slug === form.category)
            .map(
              (category) =>
                html`<option value="${category.slug}" ${category.slug === form.category ? 'selected' : ''}>
                  ${categoryName(edition, category)}
                </option>`,
            )}
        </select>
      </p>
    </div>
    <p>
      <label for="body">${text.fields.body}</label>
      <span class="toolbar" data-toolbar hidden></span>
      <span class="hint-text" id="body-hint"
        >${form.format === 'html' ? text.bodyHtmlHint : text.bodyHint}</span
      >
      <textarea
        id="body"
        name="body"
        rows="16"
        aria-describedby="body-hint"
        data-clean="${deskPath(desk, '/bersih')}"
        data-cleaned="${text.cleaned}"
        data-marks="${JSON.stringify(text.marks)}"
        ${invalid(view, 'body')}
      >
${form.body}</textarea>
      <span class="hint-text" role="status" data-said></span>
      <input type="hidden" name="format" value="${form.format}" />
    </p>`;
}

/** What is said about it, and when it appears. */
export function renderOtherFields(desk: Desk, view: EditorView): Markup {
  const { text } = desk;
  const { form, completions } = view;
  return html`<p>
      <label for="summary">${text.fields.summary}</label>
      <textarea
        id="summary"
        name="summary"
        rows="2"
        maxlength="1000"
        aria-describedby="summary-hint"
        ${invalid(view, 'summary')}
      >
${form.summary}</textarea>
      <span class="hint-text" id="summary-hint">${text.summaryHint}</span>
    </p>
    <div class="pair">
      ${renderLine(desk, view, 'authors', form.authors, { maxLength: 500, list: 'authors', hint: text.authorsHint })}
      ${renderLine(desk, view, 'tags', form.tags, { maxLength: 2000, list: 'tags', hint: text.tagsHint })}
    </div>
    ${renderTimeFields(desk, view)}
    ${(['places', 'authors', 'tags'] as const).map((name) => renderCompletions(name, completions))}`;
}

function renderLine(
  { text }: Desk,
  view: EditorView,
  name: 'title' | 'place' | 'authors' | 'tags',
  value: string,
  {
    maxLength,
    list,
    hint,
  }: { readonly maxLength: number; readonly list?: keyof Completions; readonly hint?: string },
): Markup {
  return html`<p>
    <label for="${name}">${text.fields[name]}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="${maxLength}"
      autocomplete="off"
      ${list === undefined ? '' : html`list="${list}"`}
      ${list === 'tags' || list === 'authors' ? html`data-several` : ''}
      ${hint === undefined ? '' : html`aria-describedby="${name}-hint"`}
      ${invalid(view, name)}
    />
    ${hint === undefined ? nothing : html`<span class="hint-text" id="${name}-hint">${hint}</span>`}
  </p>`;
}

/** A draft appears when it is published or at a time; what is published has its time. */
function renderTimeFields({ edition, text }: Desk, view: EditorView): Markup {
  const { form, state } = view;
  const zone = zoneAbbreviation(edition.office.timeZone);
  const field = html`<input
    id="publishedAt"
    name="publishedAt"
    type="datetime-local"
    value="${form.publishedAt}"
    ${state === 'new' || state === 'draft' ? html`aria-label="${text.fields.publishedAt} (${zone})"` : ''}
    ${invalid(view, 'publishedAt')}
  />`;
  if (state !== 'new' && state !== 'draft') {
    return html`<p>
      <label for="publishedAt">${text.fields.publishedAt} (${zone})</label>
      ${field}<input type="hidden" name="when" value="at" />
    </p>`;
  }
  const choice = (value: 'now' | 'at', label: string) =>
    html`<label class="choice"
      ><input type="radio" name="when" value="${value}" ${form.when === value ? 'checked' : ''} />
      ${label}</label
    >`;
  return html`<fieldset>
    <legend>${text.fields.publishedAt}</legend>
    ${choice('now', text.whenNow)} ${choice('at', text.whenAt(zone))} ${field}
    <span class="hint-text">${text.whenHint}</span>
  </fieldset>`;
}

function renderCompletions(name: keyof Completions, completions: Completions): Markup {
  return html`<datalist id="${name}">
    ${completions[name].map((value) => html`<option value="${value}"></option>`)}
  </datalist>`;
}

/** What a field says of itself where something is wrong with it. */
function invalid({ problems }: EditorView, name: string): Markup {
  return problems.some(({ field }) => field === name) ? html`aria-invalid="true"` : nothing;
}
