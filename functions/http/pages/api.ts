import { html } from 'hono/html';
import { latestList } from '../news-list.ts';
import type { Edition } from './edition.ts';
import { renderPage } from './layout.ts';
import { type ApiDescription, type ApiOperation, operationsOf } from './openapi.ts';
import { type Markup, nothing } from './page.ts';

/** The API for people, made from the document that programs read. */
export function renderApiPage(edition: Edition, description: ApiDescription | undefined): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.apiTitle,
    description: text.apiIntro,
    path: '/tentang/api',
    lists: [latestList(office)],
    trail: [
      { name: text.home, path: '/' },
      { name: text.about, path: '/tentang' },
    ],
    content: html`<div class="heading"><h1>${text.apiTitle}</h1></div>
      <p class="lead">${text.apiIntro}</p>
      ${description === undefined ? html`<p>${text.apiAbsent}</p>` : renderDescription(edition, description)}`,
  });
}

function renderDescription(edition: Edition, description: ApiDescription): Markup {
  const { office, text } = edition;
  return html`<p>
      <a href="/openapi.json">${text.apiDocument}</a> (OpenAPI ${description.openapi}) ·
      <code>${office.baseUrl}</code>
    </p>
    ${operationsOf(description).map((entry) => renderOperation(edition, entry))}`;
}

function renderOperation(
  { text }: Edition,
  { path, method, operation }: { path: string; method: string; operation: ApiOperation },
): Markup {
  const { summary, description, parameters, responses, security } = operation;
  return html`<details class="operation">
    <summary>
      <span class="method">${method}</span> <code>${path}</code> <span lang="en">${summary}</span>
    </summary>
    <div lang="en">
      ${description === '' ? nothing : html`<p>${description}</p>`}
      ${security.length === 0 ? nothing : html`<p><strong>${text.apiAccess}</strong></p>`}
      ${renderRows(
        text.apiParameters,
        parameters
          .filter(({ name }) => name !== '')
          .map(({ name, description: what, required }) => ({
            name,
            what: required ? `${what} (${text.apiRequired})` : what,
          })),
      )}
      ${renderRows(
        text.apiAnswers,
        Object.entries(responses).map(([name, answer]) => ({ name, what: answer.description })),
      )}
    </div>
  </details>`;
}

function renderRows(
  caption: string,
  rows: readonly { readonly name: string; readonly what: string }[],
): Markup {
  if (rows.length === 0) return nothing;
  return html`<table class="rows">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows.map(
        ({ name, what }) =>
          html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${what}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
