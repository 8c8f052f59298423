import sanitizeHtml from 'sanitize-html';
import { toXmlCharacters } from './characters.ts';

/**
 * The allow-list: what an article's body may hold. Everything else goes, its text stays, but for the text of
 * elements that never show any. Done once, at ingest; sanitizing the result again changes nothing.
 *
 * @param html anything
 * @param base the address that relative links are resolved against; without one their links are dropped
 */
export function sanitizeBody(html: string, base?: string): string {
  let clean = sanitizeOnce(html, base);
  // What is nested wrongly may be put right in more than one step: `<a><a></a></a>`.
  for (let step = 1; step < maxSteps; step++) {
    const next = sanitizeOnce(clean, base);
    if (next === clean) break;
    clean = next;
  }
  return clean;
}

const maxSteps = 10;

function sanitizeOnce(html: string, base: string | undefined): string {
  const clean = sanitizeHtml(toXmlCharacters(html), {
    allowedTags,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      th: ['scope', 'colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    nonTextTags: textlessTags,
    nestingLimit: 30,
    transformTags: {
      ...renamedTags,
      a: (tagName, { href, ...others }) => ({
        tagName,
        attribs: { ...withUrl('href', href, base), ...others },
      }),
      img: (tagName, { src, ...others }) => ({
        tagName,
        attribs: { ...withUrl('src', src, base), ...others },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
  });
  // A character reference such as &#11; has become the character itself by now.
  return toXmlCharacters(clean).trim();
}

/** An absolute http(s), mailto or tel address, or a path of our own media; undefined for all else. */
export function toPublicUrl(url: string, base?: string): string | undefined {
  if (ownMediaPattern.test(url)) return url;
  const parsed = URL.parse(url.trim(), base);
  return parsed !== null && publicSchemes.has(parsed.protocol) ? parsed.href : undefined;
}

function withUrl(name: string, url: string | undefined, base: string | undefined): Record<string, string> {
  const publicUrl = url === undefined ? undefined : toPublicUrl(url, base);
  return publicUrl === undefined ? {} : { [name]: publicUrl };
}

const publicSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const ownMediaPattern = /^\/media\/[\w-]+(\.[\w-]+)+$/;

const allowedTags = (
  'p br hr h2 h3 h4 ul ol li dl dt dd blockquote pre code a strong em s sub sup ' +
  'table caption thead tbody tfoot tr th td figure figcaption img'
).split(' ');

const renamedTags = { b: 'strong', i: 'em', h1: 'h2', h5: 'h4', h6: 'h4', strike: 's', del: 's' };

const textlessTags = (
  'script style noscript template iframe object embed applet svg math head title textarea select option ' +
  'button audio video canvas xmp noembed noframes plaintext'
).split(' ');
