import { html, raw } from 'hono/html';
import { themeScript } from '../../pages/browser/theme-script.ts';
import { pathIn } from '../../pages/edition.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import type { Caller } from '../../../access/role.ts';
import { type DeskEdition, deskPath, type Desk } from '../desk-parts.ts';

export type DeskPage = {
  readonly title: string;
  /** Below `/redaksi`; undefined for one that is no place of its own. */
  readonly path?: string;
  /** What was just done, in a sentence. */
  readonly notice?: string | undefined;
  readonly content: Markup;
};

/** The frame of every page of the desk. Without somebody at the desk it has no way to anything. */
export async function renderDeskPage(at: DeskEdition | Desk, page: DeskPage): Promise<string> {
  const { edition, text } = at;
  const { office, assets, language } = edition;
  const desk = 'caller' in at ? at : undefined;
  const document = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${text.desk} · ${office.shortName}</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="${assets.themeColour}" />
        ${raw(`<script>${themeScript}</script>`)}
        <link rel="stylesheet" href="${assets.stylesheet.path}" />
        <script src="${assets.script.path}" defer></script>
        <link rel="icon" type="image/svg+xml" href="${assets.mark.path}" />
      </head>
      <body class="desk">
        <a class="skip" href="#isi">${edition.text.skipToContent}</a>
        <header class="masthead">
          <div class="wrap">
            <a class="name" href="${deskPath(at, '')}">
              <img src="${assets.mark.path}" alt="" width="40" height="40" />
              <span>${text.desk} <span class="office">${office.name}</span></span>
            </a>
            ${desk === undefined ? nothing : renderWho(desk, desk.caller)}
            ${desk === undefined ? nothing : renderWays(at, page)}
          </div>
        </header>
        <main id="isi" class="wrap" tabindex="-1">
          ${page.notice === undefined ? nothing : html`<p class="notice" role="status">${page.notice}</p>`}
          ${page.content}
        </main>
        <footer class="footer">
          <div class="wrap">
            <p>
              ${edition.languages
                .filter((other) => other.language !== language)
                .map(
                  (other) =>
                    html`<a
                        href="${pathIn(other, `/redaksi${page.path ?? ''}`)}"
                        hreflang="${other.language}"
                        lang="${other.language}"
                        >${other.name}</a
                      >
                      · `,
                )}
              <a href="${office.baseUrl}${pathIn(edition, '/')}">${text.toSite}</a>
              <button
                type="button"
                class="theme"
                hidden
                data-light="${edition.text.themeLight}"
                data-dark="${edition.text.themeDark}"
                data-auto="${edition.text.themeAuto}"
              ></button>
            </p>
          </div>
        </footer>
      </body>
    </html>`;
  return String(document);
}

/** What every form of the desk brings along. */
export function renderFormToken({ session }: Desk): Markup {
  return html`<input type="hidden" name="formToken" value="${session.formToken}" />`;
}

function renderWho(desk: Desk, { name, role }: Caller): Markup {
  const { text } = desk;
  return html`<form class="who" method="post" action="${deskPath(desk, '/keluar')}">
    ${renderFormToken(desk)}
    <span>${name} <small>(${text.roles[role]})</small></span>
    <button>${text.signOut}</button>
  </form>`;
}

function renderWays(at: DeskEdition, { path }: DeskPage): Markup {
  const { text } = at;
  const ways = [
    ['', text.articles],
    ['/baru', text.write],
    ['/pembaca', text.readers],
  ] as const;
  return html`<nav class="ways" aria-label="${text.desk}">
    <ul>
      ${ways.map(
        ([way, name]) =>
          html`<li>
            <a href="${deskPath(at, way)}" ${way === path ? html`aria-current="page"` : ''}>${name}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
