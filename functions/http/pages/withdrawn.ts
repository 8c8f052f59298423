import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { latestList } from '../news-list.ts';
import { renderTime } from './dates.ts';
import type { Edition } from './edition.ts';
import { renderPage } from './layout.ts';
import { renderWaysOn } from './not-found.ts';
import { nothing } from './page.ts';

/** What stands where an article was: that it was withdrawn, when and why, and where to read on. */
export function renderWithdrawnPage(edition: Edition, { withdrawal }: Article): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.withdrawnTitle,
    description: text.withdrawnTitle,
    lists: [latestList(office)],
    content: html`<div class="prose">
      <div class="heading"><h1>${text.withdrawnTitle}</h1></div>
      ${
        withdrawal === undefined
          ? nothing
          : html`<p class="lead">${text.withdrawnText(renderTime(withdrawal.at, edition))}</p>
              <p class="corrected"><strong>${text.withdrawnReason}:</strong> ${withdrawal.reason}</p>`
      }
      ${renderWaysOn(edition)}
    </div>`,
  });
}
