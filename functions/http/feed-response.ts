import type { Context } from 'hono';
import { type Article, modifiedAt } from '../articles/article.ts';
import type { FeedDocument } from '../feeds/document.ts';
import { maxFeedBytes, withinBytes } from '../feeds/fit.ts';
import { type FeedFormat, type FeedUrls, feedFormats, rendererVersion } from '../feeds/format.ts';
import { renderFeed } from '../feeds/render.ts';
import type { Office } from '../office/settings.ts';
import { renderEtag } from './conditional.ts';
import type { Dependencies } from './dependencies.ts';
import { digestOf } from './digest.ts';
import { newsSince, toFeedEtag } from './feed-delta.ts';
import type { Member } from './list-members.ts';
import { type NewsList, pageUrlOf } from './news-list.ts';
import { createRenderedCache, toDocument } from './rendered-cache.ts';
import { type Representation, encode, openHeaders, respond } from './respond.ts';

/** One feed document at this moment, all but its articles. */
export type FeedView = {
  readonly list: NewsList;
  readonly selfUrl: FeedUrls;
  readonly members: readonly Member[];
  /** RFC 3339, UTC: the last change that a reader could see, a removal included. */
  readonly changedAt: string | undefined;
  /** RFC 3339, UTC: when a member last left what is shown here: no document may look older than that. */
  readonly removedAt?: string | undefined;
  readonly cacheControl: string;
  readonly history?: FeedDocument['history'];
  /** The hubs that are told whenever this list changes (WebSub). */
  readonly hubs?: FeedDocument['hubs'];
  /** What a search's feed tells of the search. */
  readonly search?: FeedDocument['search'];
  /** In place of the table's articles: what is made from the settings. */
  readonly madeArticles?: readonly Article[];
};

/** Answers for feeds: 304 without rendering, 226 with what is new (RFC 3229), or the document. */
export function createFeedResponder({
  office,
  articles,
  readers,
  now,
  log,
}: Pick<Dependencies, 'office' | 'articles' | 'readers' | 'now' | 'log'>) {
  const cache = createRenderedCache(32_000_000);
  const settings = digestOf(office, rendererVersion);
  const made = new WeakMap<FeedView, Partial<Record<FeedFormat, Representation>>>();

  return async function respondFeed(c: Context, format: FeedFormat, view: FeedView): Promise<Response> {
    const representation = representationOf(format, view);
    await countReaders(c, view.selfUrl[format]);
    const news = newsSince(c, representation.etag, view);
    if (news !== undefined) return respondDelta(c, format, view, news);
    return respond(c, representation, { now: now(), cache });
  };

  /** Made once for all who poll while the look at the list is trusted. */
  function representationOf(format: FeedFormat, view: FeedView): Representation {
    const known = made.get(view)?.[format];
    if (known !== undefined) return known;
    const { members, changedAt, cacheControl } = view;
    const representation: Representation = {
      etag: etagOf(format, view),
      lastModified: changedAt === undefined ? undefined : new Date(changedAt),
      contentType: feedFormats[format].mediaType,
      cacheControl,
      links: linksOf(format, view),
      render: async () => renderFeed(format, await toFeedDocument(view, members)),
    };
    made.set(view, { ...made.get(view), [format]: representation });
    return representation;
  }

  function etagOf(format: FeedFormat, view: FeedView): string {
    const { selfUrl, members, removedAt, history, search } = view;
    const shown = [settings, selfUrl[format], history, search, removedAt, members.map(toVersion)];
    return toFeedEtag(digestOf(...shown), members);
  }

  /** 226 is for this client alone: a cache that knows nothing of A-IM must not keep it. */
  async function respondDelta(
    c: Context,
    format: FeedFormat,
    view: FeedView,
    news: readonly Member[],
  ): Promise<Response> {
    const { etag, contentType, links = [] } = representationOf(format, view);
    const text = renderFeed(format, await toFeedDocument(view, news));
    const { bytes, headers } = encode(c, toDocument(text));
    // 226 is no status of Hono's own.
    return new Response(bytes, {
      status: 226,
      headers: {
        ...openHeaders,
        ...headers,
        'Content-Type': contentType,
        IM: 'feed',
        ETag: renderEtag(etag),
        'Cache-Control': 'private, no-store',
        Vary: 'A-IM, If-None-Match, Accept-Encoding',
        Link: links.join(', '),
      },
    });
  }

  function linksOf(format: FeedFormat, { list, selfUrl, history, hubs = [] }: FeedView): string[] {
    const { current, previousArchive, nextArchive } = history ?? {};
    return [
      `<${selfUrl[format]}>; rel="self"`,
      ...hubs.map((hub) => `<${hub}>; rel="hub"`),
      `<${pageUrlOf(office, list)}>; rel="alternate"; type="text/html"`,
      ...(current ? [`<${current[format]}>; rel="current"`] : []),
      ...(previousArchive ? [`<${previousArchive[format]}>; rel="prev-archive"`] : []),
      ...(nextArchive ? [`<${nextArchive[format]}>; rel="next-archive"`] : []),
    ];
  }

  async function toFeedDocument(view: FeedView, members: readonly Member[]): Promise<FeedDocument> {
    const { list, selfUrl, removedAt = '', history, search, hubs } = view;
    const found = view.madeArticles ?? (await articles.findMany(members));
    return {
      office,
      title: list.title,
      description: list.description,
      pageUrl: pageUrlOf(office, list),
      selfUrl,
      updatedAt: [lastChangeOf(found, office), removedAt].reduce((a, b) => (a > b ? a : b)),
      articles: withinBytes(found, maxFeedBytes),
      ...(history === undefined ? {} : { history }),
      ...(search === undefined ? {} : { search }),
      ...(hubs === undefined ? {} : { hubs }),
    };
  }

  /** A figure that is not written is no reason to keep a feed from its readers. */
  async function countReaders(c: Context, feedUrl: string): Promise<void> {
    try {
      await readers.count(feedUrl.slice(office.baseUrl.length), c.req.header('User-Agent') ?? '');
    } catch (error) {
      log({ level: 'warn', event: 'readers-not-counted', error: String(error) });
    }
  }
}

function toVersion({ id, version }: Member): readonly [string, number] {
  return [id, version];
}

/** The newest change among these articles; where there are none, the beginning of the office's own time. */
function lastChangeOf(articles: readonly Article[], { tagAuthority }: Office): string {
  const beginning = new Date(tagAuthority.split(',')[1] ?? 0).toISOString();
  return articles.map(modifiedAt).reduce((a, b) => (a > b ? a : b), articles.length === 0 ? beginning : '');
}
