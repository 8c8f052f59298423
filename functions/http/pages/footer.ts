import { html } from 'hono/html';
import { type Edition, pathIn } from './edition.ts';
import type { Markup } from './page.ts';

/** The foot of every page: the service, who answers for it, and under which terms its news may be used. */
export function renderFooter(edition: Edition): Markup {
  const { office, text } = edition;
  const link = (path: string, name: string) => html`<li><a href="${pathIn(edition, path)}">${name}</a></li>`;
  return html`<footer class="footer">
    <div class="wrap">
      <nav aria-label="${text.service}">
        <ul>
          ${link('/langganan', text.subscribe)} ${link('/cari/bantuan', text.searchHelp)}
          ${link('/tentang', text.about)} ${link('/tentang/api', text.apiDocs)}
        </ul>
      </nav>
      <p>
        <strong>${office.publisher}</strong>${office.address === undefined ? '' : html`, ${office.address}`} ·
        <a href="mailto:${office.email}">${office.email}</a>
      </p>
      <p>
        ${text.licence}:
        <a rel="license" href="${office.licence.url}">${office.licence.name}</a>.
        <button
          type="button"
          class="theme"
          hidden
          data-light="${text.themeLight}"
          data-dark="${text.themeDark}"
          data-auto="${text.themeAuto}"
        ></button>
      </p>
    </div>
  </footer>`;
}
