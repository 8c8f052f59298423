import { html } from 'hono/html';
import { type Edition, pathIn } from './edition.ts';
import { renderFooter } from './footer.ts';
import { renderHead } from './head.ts';
import { renderMasthead } from './masthead.ts';
import { type Markup, type Page, nothing } from './page.ts';

/** The frame of every page: head with discovery, search in front, the way to everything below. */
export async function renderPage(edition: Edition, page: Page): Promise<string> {
  const { text, language } = edition;
  const document = await html`<!doctype html>
    <html lang="${language}">
      ${renderHead(edition, page)}
      <body>
        <a class="skip" href="#isi">${text.skipToContent}</a>
        ${renderMasthead(edition, page)}
        <main id="isi" class="wrap" tabindex="-1">${renderTrail(edition, page)} ${page.content}</main>
        ${renderFooter(edition)}
      </body>
    </html>`;
  return String(document);
}

function renderTrail(edition: Edition, { trail = [] }: Page): Markup {
  if (trail.length === 0) return nothing;
  return html`<nav class="trail" aria-label="${edition.text.breadcrumbs}">
    <ol>
      ${trail.map(({ name, path }) => html`<li><a href="${pathIn(edition, path)}">${name}</a></li>`)}
    </ol>
  </nav>`;
}
