import { html } from 'hono/html';
import type { Article } from '../../../articles/article.ts';
import type { VersionEntry } from '../../../articles/version-history.ts';
import { renderTime } from '../../pages/dates.ts';
import { nothing } from '../../pages/page.ts';
import type { Difference } from '../compare.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import { renderState } from './article-rows.ts';
import { renderDifferences } from './differences.ts';
import { renderDeskPage } from './frame.ts';

/** Every version of an article, the newest first, each held against the one of now. */
export function renderVersionsPage(
  desk: Desk,
  article: Article,
  versions: readonly VersionEntry[],
): Promise<string> {
  const { edition, text } = desk;
  const path = `/berita/${article.id}`;
  return renderDeskPage(desk, {
    title: text.versionsOf(article.title),
    path: `${path}/versi`,
    content: html`<div class="heading"><h1>${text.versionsOf(article.title)}</h1></div>
      <p><a class="button" href="${deskPath(desk, path)}">${text.backToArticle}</a></p>
      <ol class="rows-list">
        ${versions.map(
          ({ version, updatedAt, status, title, by }) =>
            html`<li>
              <strong>${text.version(version)}</strong> ${renderState(desk, status)}
              ${title === article.title ? nothing : html`“${title}”`}
              <p class="meta">
                ${renderTime(updatedAt, edition)} ${by === undefined ? nothing : text.by(by)} ·
                ${
                  version === article.version
                    ? text.currentVersion
                    : html`<a href="${deskPath(desk, `${path}/versi/${version}`)}"
                        >${text.compareWithNow}<span class="unseen">: ${text.version(version)}</span></a
                      >`
                }
              </p>
            </li>`,
        )}
      </ol>`,
  });
}

/** What changed since a version, word by word. */
export function renderComparisonPage(
  desk: Desk,
  {
    article,
    version,
    differences,
  }: {
    readonly article: Article;
    readonly version: number;
    readonly differences: readonly Difference[];
  },
): Promise<string> {
  const { text } = desk;
  const path = `/berita/${article.id}`;
  return renderDeskPage(desk, {
    title: text.comparison(version, article.version),
    path: `${path}/versi/${version}`,
    content: html`<div class="heading"><h1>${text.comparison(version, article.version)}</h1></div>
      <p class="lead">${article.title}</p>
      <p>${text.comparisonHint}</p>
      ${renderDifferences(desk, differences)}
      <div class="paging">
        <a class="button" href="${deskPath(desk, `${path}/versi`)}">${text.versions}</a>
        <a class="button" href="${deskPath(desk, `${path}?dari=${version}`)}">${text.editFromHere}</a>
      </div>`,
  });
}
