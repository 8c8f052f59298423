import { html } from 'hono/html';
import { queryHelp } from '../../search/query-language/query-help.ts';
import { latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';

/** How to search: by examples, each of which can be tried. */
export function renderSearchHelpPage(edition: Edition): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.helpTitle,
    description: text.helpIntro,
    path: '/cari/bantuan',
    lists: [latestList(office)],
    trail: [
      { name: text.home, path: '/' },
      { name: text.search, path: '/cari' },
    ],
    content: html`<div class="prose">
      <div class="heading"><h1>${text.helpTitle}</h1></div>
      <p class="lead">${text.helpIntro}</p>
      <dl class="examples">
        ${[...text.helpBasics, ...toRows(edition)].map(
          ({ query, finds }) =>
            html`<dt>
                <a href="${pathIn(edition, `/cari?q=${encodeURIComponent(query)}`)}"><code>${query}</code></a>
              </dt>
              <dd>${finds}</dd>`,
        )}
      </dl>
      <p>${text.helpFilters}</p>
    </div>`,
  });
}

function toRows({ language }: Edition) {
  return queryHelp.map(({ example, meaning }) => ({ query: example, finds: meaning[language] }));
}
