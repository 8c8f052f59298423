import { html } from 'hono/html';
import { feedFormatNames, feedFormats } from '../../feeds/format.ts';
import { type NewsList, feedUrlOf, latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { type Markup, nothing } from './page.ts';
import { renderSearchField } from './search-field.ts';

export type DirectoryView = {
  readonly lists: readonly DirectoryEntry[];
  /** Of tags, authors and places; empty while there is no index. */
  readonly topics: readonly {
    readonly kind: 'tag' | 'author' | 'place';
    readonly lists: readonly DirectoryEntry[];
  }[];
};

export type DirectoryEntry = { readonly name: string; readonly list: NewsList };

/** The directory of feeds: what a feed is in three sentences, and every list's address to copy. */
export function renderSubscribePage(edition: Edition, { lists, topics }: DirectoryView): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.subscribeTitle,
    description: text.subscribeIntro,
    path: '/langganan',
    lists: [latestList(office)],
    trail: [{ name: text.home, path: '/' }],
    content: html`<div class="list">
      <div>
        <div class="heading"><h1>${text.subscribeTitle}</h1></div>
        <p class="lead">${text.subscribeIntro}</p>
        <h2>${text.subscribeFeeds}</h2>
        <ul class="feeds">
          ${lists.map((entry) => renderEntry(edition, entry))}
        </ul>
        ${topics.length === 0 ? nothing : html`<h2 class="section">${text.subscribeTopics}</h2>`}
        ${topics.map((topic) => renderTopic(edition, topic))}
      </div>
      <aside class="aside">
        <section class="box">
          <h2>${text.opmlTitle}</h2>
          <p>${text.opmlText}</p>
          <p><a class="button" href="/opml.xml">${text.opmlLink}</a></p>
        </section>
        <section class="box">
          <h2>${text.subscribeSearchTitle}</h2>
          <p>${text.subscribeSearchText}</p>
          ${renderSearchField(edition, { id: 'q-langganan', query: '', label: text.subscribeSearchTitle })}
        </section>
      </aside>
    </div>`,
  });
}

/** One list: its address to copy, the other formats, and readers that take the address with one press. */
function renderEntry(edition: Edition, { name, list }: DirectoryEntry): Markup {
  const { office, text } = edition;
  const url = feedUrlOf(office, list, 'rss');
  const others = feedFormatNames.filter((format) => format !== 'rss');
  return html`<li class="${list.filters.category === undefined ? '' : `category-${list.filters.category}`}">
    <h3>${name}</h3>
    <div
      class="address"
      data-copy="${text.copy}"
      data-copied="${text.copied}"
      data-address="${url}"
      data-name="${name}"
    >
      <input type="url" readonly value="${url}" aria-label="${text.feedAddress(name, 'RSS')}" />
    </div>
    <p class="meta">
      ${text.subscribeReaders}
      ${readers.map(({ name: reader, href }) => html`<a href="${href(url)}" aria-label="${reader}: ${name}">${reader}</a>, `)}
      <a href="${url}">RSS</a>${others.map(
        (format) => html`, <a href="${feedUrlOf(office, list, format)}">${feedFormats[format].name}</a>`,
      )}
    </p>
  </li>`;
}

function renderTopic(edition: Edition, { kind, lists }: DirectoryView['topics'][number]): Markup {
  return html`<section class="facet">
    <h3>${edition.text.labelKickers[kind]}</h3>
    <ul class="chips">
      ${lists.map(
        ({ name, list }) => html`<li><a href="${pathIn(edition, list.path)}#langganan">${name}</a></li>`,
      )}
    </ul>
  </section>`;
}

/** Readers on the web that take a feed by address; nothing is asked of them until somebody goes there. */
const readers = [
  {
    name: 'Feedly',
    href: (url: string) => `https://feedly.com/i/subscription/feed%2F${encodeURIComponent(url)}`,
  },
  {
    name: 'Inoreader',
    href: (url: string) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}`,
  },
  { name: 'NewsBlur', href: (url: string) => `https://www.newsblur.com/?url=${encodeURIComponent(url)}` },
] as const;
