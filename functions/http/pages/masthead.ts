import { html } from 'hono/html';
import type { Office } from '../../office/settings.ts';
import { type Edition, type PageLanguage, pathIn } from './edition.ts';
import type { Markup, Page } from './page.ts';
import { loadableUrl } from './pictures.ts';
import { renderSearchField } from './search-field.ts';

/** The head of every page: who speaks, the search, and a menu that opens without a script. */
export function renderMasthead(edition: Edition, page: Page): Markup {
  const { office, text, assets, languages } = edition;
  const { pathname = '' } = URL.parse(page.path ?? '', office.baseUrl) ?? {};
  const link = (path: string, name: string) =>
    html`<li>
      <a href="${pathIn(edition, path)}" ${path === pathname ? html`aria-current="page"` : ''}>${name}</a>
    </li>`;
  return html`<header class="masthead">
    <div class="wrap">
      <a class="name" href="${pathIn(edition, '/')}">
        <img src="${logoOf(office) ?? assets.mark.path}" alt="" width="40" height="40" />
        <span>${office.name}</span>
      </a>
      ${renderSearchField(edition, { id: 'q', query: page.query ?? '' })}
      <details class="menu">
        <summary>${text.menu}</summary>
        <nav aria-label="${text.mainMenu}">
          <ul class="rubrics">
            ${office.categories
              .filter(({ retiredOn }) => retiredOn === undefined)
              .map(({ slug, name }) => link(`/kategori/${slug}`, name))}
          </ul>
          <ul>
            ${link('/langganan', text.subscribe)} ${link('/tentang', text.about)}
            ${languages
              .filter((other) => other.language !== edition.language)
              .map((other) => renderLanguageLink(other, page.path ?? '/'))}
          </ul>
        </nav>
      </details>
    </div>
  </header>`;
}

/** The same page in another language, named in that language. */
function renderLanguageLink(other: PageLanguage, path: string): Markup {
  const { language, name } = other;
  return html`<li>
    <a href="${pathIn(other, path)}" hreflang="${language}" lang="${language}">${name}</a>
  </li>`;
}

function logoOf(office: Office): string | undefined {
  return office.logo === undefined ? undefined : loadableUrl(office, office.logo);
}
