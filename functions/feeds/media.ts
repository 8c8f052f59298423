import type { Picture } from './entry.ts';
import { element, type XmlElement } from './xml.ts';

/** The namespace of Media RSS, for RSS and Atom. */
export const mediaNamespace = 'http://search.yahoo.com/mrss/';

/**
 * A picture as Media RSS, side by side and not in a `media:group`, which is for forms of the same picture.
 * The text that stands in for the picture is its description, as Mastodon reads it. There is no `media:title`:
 * some readers show it in the place of the headline.
 */
export function mediaContent(picture: Picture): XmlElement {
  const { url, type, length, width, height, alt, caption } = picture;
  const text = alt || caption;
  return element(
    'media:content',
    { url, type, medium: type.startsWith('image/') ? 'image' : undefined, fileSize: length, width, height },
    text === '' ? [] : [element('media:description', { type: 'plain' }, text)],
  );
}
