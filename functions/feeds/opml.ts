import { toLine } from '../articles/characters.ts';
import type { Office } from '../office/settings.ts';
import { toHttpUrl } from './guards.ts';
import { element, renderXmlDocument, type XmlElement } from './xml.ts';

type Subscription = {
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl: string;
  /** The folder that readers put it in. */
  readonly category?: string;
};

export type SubscriptionList = {
  readonly title: string;
  readonly office: Office;
  readonly feeds: readonly Subscription[];
};

/**
 * A list of subscriptions (OPML 2.0, opml.org/spec2.opml): first the feeds without a category, then a folder
 * for each category in the order in which they are first named. A feed whose address is none is left out.
 */
export function renderOpml({ title, office, feeds }: SubscriptionList): string {
  const folders = Map.groupBy(feeds, (feed) => toLine(feed.category ?? ''));
  const outlines = [...folders]
    .filter(([category]) => category !== '')
    .map(([category, members]) => element('outline', { text: category }, toOutlines(office, members)));
  return renderXmlDocument(
    element('opml', { version: '2.0' }, [
      element('head', {}, [
        element('title', {}, toLine(title)),
        element('ownerName', {}, toLine(office.publisher)),
      ]),
      element('body', {}, [...toOutlines(office, folders.get('') ?? []), ...outlines]),
    ]),
  );
}

function toOutlines(office: Office, feeds: readonly Subscription[]): XmlElement[] {
  return feeds.flatMap((feed) => {
    const xmlUrl = toHttpUrl(office.baseUrl, feed.xmlUrl);
    if (xmlUrl === undefined) return [];
    const title = toLine(feed.title) || xmlUrl;
    const htmlUrl = toHttpUrl(office.baseUrl, feed.htmlUrl);
    return element('outline', {
      type: 'rss',
      text: title,
      title,
      xmlUrl,
      htmlUrl,
      language: office.language,
    });
  });
}
