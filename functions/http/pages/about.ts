import { html } from 'hono/html';
import { latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';

/** About the service and its data: who answers for it, what it knows of its readers, and how to use it. */
export function renderAboutPage(edition: Edition): Promise<string> {
  const { office, text } = edition;
  const machines = ['/openapi.json', '/opml.xml', '/sitemap.xml', '/opensearch.xml', '/feed.rss'];
  return renderPage(edition, {
    title: text.aboutTitle,
    description: text.aboutWho(office.publisher),
    path: '/tentang',
    lists: [latestList(office)],
    trail: [{ name: text.home, path: '/' }],
    content: html`<div class="prose">
      <div class="heading"><h1>${text.aboutTitle}</h1></div>
      <p class="lead">${text.aboutWho(office.publisher)}</p>
      <h2>${text.aboutReadersTitle}</h2>
      <p>${text.aboutReaders}</p>
      <h2>${text.aboutCorrectionsTitle}</h2>
      <p>${text.aboutCorrections}</p>
      <h2>${text.aboutDataTitle}</h2>
      <p>${text.aboutData}</p>
      <ul>
        <li><a href="${pathIn(edition, '/langganan')}">${text.subscribeTitle}</a></li>
        <li><a href="${pathIn(edition, '/tentang/api')}">${text.apiTitle}</a></li>
        <li><a href="${pathIn(edition, '/cari/bantuan')}">${text.helpTitle}</a></li>
      </ul>
      <h2>${text.licence}</h2>
      <p>
        ${text.footerLicence(office.licence.name)} ${text.aboutLicence(office.publisher)}
        <a rel="license" href="${office.licence.url}">${office.licence.name}</a>
      </p>
      <h2>${text.aboutContactTitle}</h2>
      <p>${text.aboutContact} <a href="mailto:${office.email}">${office.email}</a></p>
      ${office.address === undefined ? '' : html`<p>${office.publisher}, ${office.address}</p>`}
      <h2>${text.aboutLinks}</h2>
      <ul>
        ${machines.map(
          (path) =>
            html`<li>
              <a href="${path}"><code>${office.baseUrl}${path}</code></a>
            </li>`,
        )}
      </ul>
    </div>`,
  });
}
