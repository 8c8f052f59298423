import sanitizeHtml from 'sanitize-html';
import { toXmlCharacters } from './characters.ts';
import { toPublicUrl } from './public-url.ts';

/**
 * What an article's body may hold, by {@link allowList}. Done once, at ingest; sanitizing the result again
 * changes nothing.
 *
 * @param html anything
 * @param base the address that relative links are resolved against; without one their links are dropped
 */
export function sanitizeBody(html: string, base?: string): string {
  return sanitizeBy(allowList, html, base);
}

/** Everything that is not listed goes. Its text stays, but for the text of elements that never show any. */
export function sanitizeBy(list: AllowList, html: string, base?: string): string {
  let clean = sanitizeOnce(list, html, base);
  // What is nested wrongly may be put right in more than one step: `<a><a></a></a>`.
  for (let step = 1; step < maxSteps; step++) {
    const next = sanitizeOnce(list, clean, base);
    if (next === clean) break;
    clean = next;
  }
  return clean;
}

const maxSteps = 10;

function sanitizeOnce(list: AllowList, html: string, base: string | undefined): string {
  const clean = sanitizeHtml(toXmlCharacters(html), {
    allowedTags: [...list.tags],
    allowedAttributes: Object.fromEntries(
      Object.entries(list.attributes).map(([tag, names]) => [tag, [...names]]),
    ),
    allowedSchemes: [...list.linkSchemes],
    allowedSchemesByTag: { img: [...list.pictureSchemes] },
    allowProtocolRelative: false,
    nonTextTags: [...list.textless],
    nestingLimit: 30,
    transformTags: {
      ...list.renamed,
      a: (tagName, { href, ...others }) => ({
        tagName,
        attribs: { ...withUrl('href', href, base, list.linkSchemes), ...others },
      }),
      img: (tagName, { src, ...others }) => ({
        tagName,
        attribs: { ...withUrl('src', src, base, list.pictureSchemes), ...others },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
  });
  // A character reference such as &#11; has become the character itself by now.
  return toXmlCharacters(clean).trim();
}

function withUrl(
  name: string,
  url: string | undefined,
  base: string | undefined,
  schemes: readonly string[],
): Record<string, string> {
  const publicUrl = url === undefined ? undefined : toPublicUrl(url, base, schemes);
  return publicUrl === undefined ? {} : { [name]: publicUrl };
}

export type AllowList = {
  readonly tags: readonly string[];
  /** By tag. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly linkSchemes: readonly string[];
  readonly pictureSchemes: readonly string[];
  /** What means the same as an allowed tag, and becomes it. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Elements whose text goes with them. */
  readonly textless: readonly string[];
};

export const allowList: AllowList = {
  tags: (
    'p br hr h2 h3 h4 ul ol li dl dt dd blockquote pre code a strong em s sub sup ' +
    'table caption thead tbody tfoot tr th td figure figcaption img'
  ).split(' '),
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  linkSchemes: ['http', 'https', 'mailto', 'tel'],
  pictureSchemes: ['http', 'https'],
  renamed: { b: 'strong', i: 'em', h1: 'h2', h5: 'h4', h6: 'h4', strike: 's', del: 's' },
  textless: (
    'script style noscript template iframe object applet svg math head title textarea select option ' +
    'button audio video canvas xmp noembed noframes plaintext'
  ).split(' '),
};
