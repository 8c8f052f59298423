import { escapeAttribute, escapeText } from '../press-page/line.ts';

/** A picture that the export knows by its number. */
export type Attachment = { readonly url: string; readonly alt: string; readonly caption: string };

export type ExpandedText = {
  readonly html: string;
  /** Names of shortcodes that nothing is known of: their marks went, their text stayed. */
  readonly unknown: readonly string[];
  /** Numbers of pictures that the export does not hold. */
  readonly missing: readonly string[];
};

/**
 * A post's text with its shortcodes as HTML: captions and galleries as figures, documents, films and embedded
 * pages as links. Square brackets of ordinary text (`[sic]`, `[fur]`) stay.
 *
 * @param ownPictures the numbers of the pictures that were uploaded to the post, for galleries without numbers
 */
export function expandShortcodes(
  content: string,
  find: (id: string) => Attachment | undefined,
  ownPictures: readonly string[],
): ExpandedText {
  const unknown = new Set<string>();
  const missing = new Set<string>();
  const toFigure = (id: string): string => {
    const attachment = find(id);
    if (attachment === undefined) missing.add(id);
    return attachment === undefined ? '' : renderFigure(attachment);
  };
  const closed = new Set([...content.matchAll(closing)].map(([, name = '']) => name.toLowerCase()));

  // Behind the last end no other is looked for: a text of nothing but starts would take for ever.
  const end = content.toLowerCase().lastIndexOf('[/caption]') + 1;
  let html =
    content
      .slice(0, end && end + 9)
      .replace(caption, (_, written: string, inner: string) => toCaption(readAttributes(written), inner)) +
    content.slice(end && end + 9);
  html = html.replace(wrapping, (_, name: string, written: string | undefined, inner: string) => {
    const attributes = readAttributes(written ?? '');
    return toLink(
      attributes['url'] ?? attributes['src'] ?? attributes['mp4'] ?? attributes['mp3'] ?? inner.trim(),
      name,
    );
  });
  html = html.replace(single, (whole: string, slash: string, name: string, written: string) => {
    const attributes = readAttributes(written);
    const lower = name.toLowerCase();
    if (lower === 'gallery') {
      const ids = attributes['ids'] ?? attributes['include'];
      const pictures = ids === undefined ? ownPictures : ids.split(',').map((id) => id.trim());
      return `\n\n${pictures.slice(0, maxPictures).map(toFigure).join('\n')}\n\n`;
    }
    const address =
      attributes['url'] ?? attributes['src'] ?? attributes['mp4'] ?? attributes['mp3'] ?? attributes['href'];
    const isShortcode =
      closed.has(lower) ||
      slash !== '' ||
      /[\w-]\s*=/.test(written.slice(0, maxAttributes)) ||
      /[_-]/.test(name);
    if (!isShortcode) return whole;
    if (address !== undefined && slash === '') return toLink(address, name);
    if (!silentNames.has(lower)) unknown.add(lower);
    return '';
  });
  return { html, unknown: [...unknown], missing: [...missing] };
}

export function renderFigure({ url, alt, caption }: Attachment): string {
  const words = caption === '' ? '' : `<figcaption>${escapeText(caption)}</figcaption>`;
  return `<figure><img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt || caption)}">${words}</figure>`;
}

/** `[caption …]<a><img></a> Words[/caption]`, or with the words in an attribute as before version 3.4. */
function toCaption(attributes: Readonly<Record<string, string>>, inner: string): string {
  const picture = /(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  if (picture === undefined) return inner;
  const words = attributes['caption'] ?? inner.replace(picture, '').trim();
  return `\n\n<figure>${picture}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>\n\n`;
}

function toLink(address: string, name: string): string {
  const url = URL.parse(address.replaceAll('&amp;', '&'));
  if (url === null || !/^https?:$/.test(url.protocol)) return '';
  const file = decodeSafely(url.pathname.split('/').at(-1) ?? '');
  const words = /\.\w{2,4}$/.test(file) ? file : `${name}: ${url.hostname}`;
  return `\n\n<p><a href="${escapeAttribute(url.href)}">${escapeText(words)}</a></p>\n\n`;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readAttributes(written: string): Record<string, string> {
  return Object.fromEntries(
    [
      ...written
        .slice(0, maxAttributes)
        .replace(/&quot;|[“”″]/g, '"')
        .matchAll(attribute),
    ].map(([, name = '', double, quoted, bare]) => [name.toLowerCase(), double ?? quoted ?? bare ?? '']),
  );
}

const caption = /\[caption([^[\]]*)\]([\s\S]*?)\[\/caption\]/gi;
const attribute = /([\w-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g;
const closing = /\[\/([a-z][\w-]{0,40})\]/gi;
const wrapping =
  /\[(embed|youtube|video|audio|pdf|pdfviewer|pdf-embedder|gview|googlepdf|embeddoc|file|download|playlist)(\s[^[\]]*)?\]([^[]*)\[\/\1\]/gi;
const single = /\[(\/?)([a-z][\w-]{1,40})((?:\s[^[\]]*)?)\/?\]/gi;
/** They lay out or set apart, and nothing is lost with them. */
const silentNames = new Set('caption embed youtube video audio more nextpage toc divider spacer'.split(' '));
const maxPictures = 100;
/** Characters; more are no attributes. */
const maxAttributes = 4000;
