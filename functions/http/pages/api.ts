import { html } from 'hono/html';
import { latestList } from '../news-list.ts';
import { renderFields, renderOperation } from './api-operation.ts';
import type { Edition } from './edition.ts';
import { renderPage } from './layout.ts';
import { type ApiDescription, type ApiTopic, topicsOf } from './openapi.ts';
import type { Markup } from './page.ts';

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
  const topics = topicsOf(description);
  const shapes = Object.entries(description.components?.schemas ?? {});
  return html`<p>
      <a href="/openapi.json">${text.apiDocument}</a> (OpenAPI ${description.openapi}) ·
      <code>${office.baseUrl}</code>
    </p>
    <nav aria-label="${text.apiTopics}">
      <ul class="chips">
        ${topics.map((topic) => html`<li><a href="#${topic.name}">${titleOf(edition, topic)}</a></li>`)}
        <li><a href="#data">${text.apiShapes}</a></li>
      </ul>
    </nav>
    ${topics.map(
      (topic) =>
        html`<section class="topic" aria-labelledby="${topic.name}">
          <h2 id="${topic.name}">${titleOf(edition, topic)}</h2>
          ${topic.operations.map((entry) => renderOperation(edition, entry))}
        </section>`,
    )}
    <section class="topic" aria-labelledby="data">
      <h2 id="data">${text.apiShapes}</h2>
      ${shapes.map(
        ([name, schema]) =>
          html`<details class="operation" id="data-${name}">
            <summary><code>${name}</code></summary>
            <div lang="en">${renderFields(edition, name, schema)}</div>
          </details>`,
      )}
    </section>`;
}

function titleOf({ language, text }: Edition, { title, indonesianTitle }: ApiTopic): string {
  return (language === 'id' ? indonesianTitle : title) || text.apiOthers;
}
