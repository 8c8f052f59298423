import { forEachTag } from './html-tags.ts';
import { hasScheme } from './addresses.ts';
import { type Finding, type Place, excerpt, finding } from './finding.ts';

/** What HTML in a feed must not hold: addresses relative to nothing, and script, which readers throw out. */
export function checkHtml(element: string, html: string, place: Place, hasBase = false): Finding[] {
  const relative: string[] = [];
  let scripts = 0;
  forEachTag(html, (name, attributes) => {
    if (name === 'script') scripts += 1;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (eventHandler.test(attribute)) scripts += 1;
      if (!addressAttributes.has(attribute)) continue;
      if (/^\s*javascript:/i.test(value)) scripts += 1;
      if (isRelative(value.trim())) relative.push(value);
    }
  });

  const findings: Finding[] = [];
  const [example] = relative;
  if (example !== undefined && !hasBase) {
    const values = { element, count: String(relative.length), example: excerpt(example) };
    findings.push(finding('content-relative-address', values, place));
  }
  if (scripts > 0) findings.push(finding('content-script', { element }, place));
  return findings;
}

/** Whether a text that should be plain holds markup: tags and entities that readers would show or eat. */
export function holdsMarkup(text: string): boolean {
  return markup.test(text);
}

/** A jump within the text is no address. */
function isRelative(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !hasScheme(address);
}

const addressAttributes = new Set(['href', 'src', 'poster']);
const eventHandler = /^on(?:click|dblclick|load|error|mouse\w+|key\w+|focus|blur|submit|change|input)$/;
const markup =
  /<\/?(?:a|b|br|div|em|font|i|img|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>|&(?:amp|lt|gt|quot|apos|nbsp|[lr][ds]quo|hellip|[mn]dash|#\d{2,5}|#x[\da-f]{2,4});/i;
