import { absoluteUrl } from '../articles/article.ts';

// What the `feed` package and the formats do not forgive, value by value. Each guard gives what is fit to be
// written, or undefined: then that field is left out, and never the feed. Characters that XML cannot hold are
// taken out by articles/characters.ts, markup is escaped by xml.ts.

/**
 * The absolute http(s) address in characters of RFC 3986, or undefined. The `feed` package throws the whole
 * document away for one address that `new URL` refuses; and what `new URL` takes need not be a valid URI.
 */
export function toHttpUrl(baseUrl: string, urlOrPath: string): string | undefined {
  const url = URL.parse(absoluteUrl(baseUrl, urlOrPath));
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.origin + toUriCharacters(url.pathname + url.search + url.hash);
}

/** @throws where that is no http(s) address */
export function needHttpUrl(what: string, url: string): string {
  const guarded = toHttpUrl('', url);
  if (guarded === undefined) throw new Error(`cannot render a feed: ${what} is no http(s) address: ${url}`);
  return guarded;
}

/** Path, query and fragment with all that RFC 3986 does not allow there percent-encoded. */
export function toUriCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\w\-.~!$&'()*+,;=:@%/?#]/gu, (character) => encodeURIComponent(character))
    .replace(/%(?![0-9a-f]{2})/gi, '%25');
}

/** The first of them that is a date with a year of four digits; else the epoch, so that no clock is needed. */
export function toDate(...candidates: readonly string[]): Date {
  const dates = candidates.map((candidate) => new Date(candidate));
  return dates.find(isWritable) ?? new Date(0);
}

/** Plain text where HTML is expected. */
export function textToHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The package escapes only the first `]]>` of a CDATA section. To HTML `]]&gt;` is the same text. */
export function toCdata(html: string): string {
  return html.replaceAll(']]>', ']]&gt;');
}

/** BCP 47 in form, or undefined. */
export function toLanguage(language: string): string | undefined {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined;
}

/** `type/subtype` without parameters (RFC 6838, section 4.2), or undefined. */
export function toMediaType(type: string): string | undefined {
  return /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*$/i.test(type) ? type : undefined;
}

/** RSS takes no editor without a plain address. */
export function toEmail(email: string): string | undefined {
  return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email) ? email : undefined;
}

/** For lengths and sizes: zero means that nobody looked. */
export function toPositiveInteger(number: number | undefined): number | undefined {
  return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** RFC 3339 and RFC 822 both want four digits; an invalid date has no year at all. */
function isWritable(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
