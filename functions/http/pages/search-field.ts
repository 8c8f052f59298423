import { html } from 'hono/html';
import { type Edition, pathIn } from './edition.ts';
import type { Markup } from './page.ts';

/** A search that works by itself; the page's script lets it complete what is typed. */
export function renderSearchField(
  edition: Edition,
  field: { readonly id: string; readonly query: string; readonly label?: string },
): Markup {
  const { text } = edition;
  const { id, query, label = text.searchLabel } = field;
  return html`<form class="search" action="${pathIn(edition, '/cari')}" role="search" aria-label="${label}">
    <label for="${id}">${label}</label>
    <div class="field">
      <input
        id="${id}"
        name="q"
        type="search"
        value="${query}"
        maxlength="256"
        placeholder="${text.searchPlaceholder}"
        autocomplete="off"
        enterkeyhint="search"
        data-completions="${text.completions}"
      />
      <button>${text.search}</button>
    </div>
  </form>`;
}
