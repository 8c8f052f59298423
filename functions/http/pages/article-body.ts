import { html, raw } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import type { Edition } from './edition.ts';
import { renderListLink } from './names.ts';
import type { Markup } from './page.ts';
import { loadableUrl } from './pictures.ts';

/**
 * An article's words. They passed the allow-list when they came in, which is why they may stand here as
 * they are, and why patterns can be trusted to find their elements: sanitized HTML quotes with `"`, and
 * holds `<` and `>` as marks of elements only. What is added: the dateline as newspapers set it, pictures
 * that wait, and tables that scroll by themselves.
 */
export async function renderArticleBody(edition: Edition, article: Article): Promise<Markup> {
  const body = article.bodyHtml
    .replace(/<img\b([^>]*?) ?\/?>/g, (_, attributes: string) => renderImage(edition, attributes))
    .replace(/<table>/g, '<div class="scroller" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>');
  const dateline = article.place === undefined ? '' : await renderDateline(edition, article.place);
  return html`${raw(body.startsWith('<p>') ? `<p>${dateline}${body.slice(3)}` : `${dateline}${body}`)}`;
}

async function renderDateline(edition: Edition, place: string): Promise<string> {
  const link = renderListLink(edition, 'place', place);
  return String(await html`<span class="dateline">${link}</span> — `);
}

/** A picture from a site that pages may not ask is a link to it. */
function renderImage({ office, text }: Edition, attributes: string): string {
  const src = /\bsrc="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const loadable = loadableUrl(office, src.replaceAll('&amp;', '&'));
  if (loadable !== undefined) {
    const alt = /\balt="/.test(attributes) ? '' : ' alt=""';
    return `<img${attributes}${alt} loading="lazy" decoding="async">`;
  }
  const alt = /\balt="([^"]+)"/.exec(attributes)?.[1];
  const host = URL.parse(src)?.host;
  if (host === undefined) return '';
  return `<a href="${src}">${alt === undefined ? '' : `${alt}. `}${text.pictureElsewhere(host)}</a>`;
}
