import { html } from 'hono/html';
import { type Article, articleUrl } from '../../articles/article.ts';
import { type Edition, pathIn } from './edition.ts';
import { langOf, renderListLink } from './names.ts';
import { type Markup, nothing } from './page.ts';

/** Of all news, by time. */
export type Neighbours = { readonly previous: Article | undefined; readonly next: Article | undefined };

/** What stands below an article: its tags, where it came from, how to pass it on, and its neighbours in time. */
export function renderArticleTail(
  edition: Edition,
  article: Article,
  { previous, next }: Neighbours,
): Markup {
  return html`<div class="tail">
      ${renderTags(edition, article)} ${renderSource(edition, article)} ${renderShare(edition, article)}
    </div>
    ${renderNeighbours(edition, { previous, next })}`;
}

function renderTags(edition: Edition, { tags }: Article): Markup {
  if (tags.length === 0) return nothing;
  return html`<section>
    <h2>${edition.text.tags}</h2>
    <ul class="chips">
      ${tags.map((tag) => html`<li>${renderListLink(edition, 'tag', tag)}</li>`)}
    </ul>
  </section>`;
}

function renderSource(edition: Edition, { source }: Article): Markup {
  const { url, name } = source ?? {};
  if (url === undefined) return nothing;
  return html`<p class="meta">${edition.text.source}: <a href="${url}">${name ?? url}</a></p>`;
}

/** Plain links: nothing is asked of these services until a reader goes there. */
function renderShare({ office, text }: Edition, article: Article): Markup {
  const url = articleUrl(office.baseUrl, article.slug);
  const both = encodeURIComponent(`${article.title} ${url}`);
  const [title, address] = [article.title, url].map(encodeURIComponent);
  const services = [
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${title}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { name: text.email, href: `mailto:?subject=${title}&body=${both}` },
  ];
  return html`<section>
    <h2>${text.share}</h2>
    <div
      class="share"
      data-share="${text.shareNative}"
      data-copy="${text.copyLink}"
      data-copied="${text.copied}"
      data-address="${url}"
    >
      ${services.map(
        ({ name, href }) =>
          html`<a class="button" href="${href}" rel="noopener" aria-label="${text.shareOn(name)}"
            >${name}</a
          >`,
      )}
    </div>
  </section>`;
}

function renderNeighbours(edition: Edition, { previous, next }: Neighbours): Markup {
  const { text } = edition;
  if (previous === undefined && next === undefined) return nothing;
  const link = (article: Article, rel: 'prev' | 'next', label: string) =>
    html`<a rel="${rel}" href="${pathIn(edition, `/berita/${article.slug}`)}"
      ><span>${label}</span> <b ${langOf(edition, article)}>${article.title}</b></a
    >`;
  return html`<nav class="section neighbours" aria-label="${text.neighbours}">
    ${previous === undefined ? html`<span></span>` : link(previous, 'prev', `← ${text.previousArticle}`)}
    ${next === undefined ? '' : link(next, 'next', `${text.nextArticle} →`)}
  </nav>`;
}
