import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import type { Category } from '../../office/settings.ts';
import { latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { categoryName } from './names.ts';
import { type Markup, nothing } from './page.ts';
import { firstLoadable } from './pictures.ts';
import { siteData } from './structured-data.ts';
import { renderSubscribeBox } from './subscribe-box.ts';
import { renderTeaser } from './teaser.ts';

export type HomeView = {
  /** Newest first. */
  readonly latest: readonly Article[];
  /** Where the list of the latest goes on; undefined where it ends. */
  readonly olderPath: string | undefined;
  /** The newest of each category, in the office's order. */
  readonly rubrics: readonly { readonly category: Category; readonly articles: readonly Article[] }[];
};

/** The front page: the latest with pictures, then each category. */
export function renderHomePage(edition: Edition, view: HomeView): Promise<string> {
  const { office, text } = edition;
  const { latest, olderPath, rubrics } = view;
  const first = findFirst(edition, latest);
  const others = latest.filter((article) => article !== first).slice(0, countBelow + countBeside);
  const shown = new Set([first, ...others].map((article) => article?.id));
  const list = latestList(office);
  return renderPage(edition, {
    title: office.name,
    description: edition.prefix === '' ? office.description : text.aboutWho(office.publisher),
    path: '/',
    lists: [list],
    data: [siteData(edition)],
    content: html`<div class="heading"><h1>${text.latest}</h1></div>
      ${first === undefined ? html`<p>${text.noArticles}</p>` : nothing}
      <div class="front">
        <ul class="teasers">
          ${first === undefined ? '' : renderTeaser(edition, first, { level: 2, isFirst: true })}
        </ul>
        ${renderTeasers(edition, others.slice(0, countBeside), 'beside', true)}
        ${renderTeasers(edition, others.slice(countBeside), 'below', false)}
      </div>
      <div class="rubric-grid">
        ${rubrics.map(({ category, articles }) =>
          renderRubric(
            edition,
            category,
            articles.filter(({ id }) => !shown.has(id)).slice(0, countInRubric),
          ),
        )}
      </div>
      <div class="paging">
        ${
          olderPath === undefined
            ? ''
            : html`<a class="button" rel="next" href="${pathIn(edition, olderPath)}">${text.older}</a>`
        }
      </div>
      ${renderSubscribeBox(edition, list)}`,
  });
}

/** How many articles a rubric needs, whatever of them stands above already. */
export const countForRubric = 10;

/** Newest first: beside the first article, then below it. */
const countBeside = 5;
const countBelow = 2;
const countInRubric = 3;

/** The newest that has a picture, if it is among the newest few: a front page opens with one. */
function findFirst({ office }: Edition, latest: readonly Article[]): Article | undefined {
  return latest.slice(0, 3).find((article) => firstLoadable(office, article) !== undefined) ?? latest[0];
}

/** The newest of a category with its picture, then headlines. */
function renderRubric(edition: Edition, category: Category, articles: readonly Article[]): Markup {
  if (articles.length === 0) return nothing;
  const path = pathIn(edition, `/kategori/${category.slug}`);
  return html`<section class="rubric category-${category.slug}">
    <h2><a href="${path}">${categoryName(edition, category)}</a></h2>
    <ul class="teasers">
      ${articles.map((article, at) =>
        renderTeaser(edition, article, { level: 3, hasSummary: false, isBare: true, hasPicture: at === 0 }),
      )}
    </ul>
  </section>`;
}

function renderTeasers(
  edition: Edition,
  articles: readonly Article[],
  name: string,
  hasPicture: boolean,
): Markup {
  if (articles.length === 0) return nothing;
  return html`<ul class="teasers ${name}">
    ${articles.map((article) => renderTeaser(edition, article, { level: 2, hasSummary: false, hasPicture }))}
  </ul>`;
}
