import { html } from 'hono/html';
import { type Markup, nothing } from '../../pages/page.ts';
import type { Difference } from '../compare.ts';
import type { Desk } from '../desk-parts.ts';

/** What two states of an article have otherwise: taken out is crossed, put in is underlined, and both are said. */
export function renderDifferences({ text }: Pick<Desk, 'text'>, differences: readonly Difference[]): Markup {
  if (differences.length === 0) return html`<p>${text.noDifference}</p>`;
  return html`<dl class="differences">
    ${differences.map(
      ({ field, parts }) =>
        html`<dt>${text.fields[field]}</dt>
          <dd>${parts.map(({ text: words, kind }) => renderPart(text, words, kind))}</dd>`,
    )}
  </dl>`;
}

function renderPart(text: Desk['text'], words: string, kind: Difference['parts'][number]['kind']): Markup {
  if (kind === 'same') return html`${words}`;
  const said = (what: string) => html`<span class="unseen"> [${what}] </span>`;
  if (words === '') return nothing;
  return kind === 'removed'
    ? html`${said(text.removed)}<del>${words}</del>${said(text.end)}`
    : html`${said(text.added)}<ins>${words}</ins>${said(text.end)}`;
}
