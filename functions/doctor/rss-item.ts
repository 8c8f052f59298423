import { checkAddress } from './addresses.ts';
import { checkRfc822 } from './dates.ts';
import { type Finding, type Place, excerpt, finding } from './finding.ts';
import { checkHtml, holdsMarkup } from './html.ts';
import { checkMediaType } from './media-types.ts';
import { checkPerson, checkSingles, checkUnknown, placeOf } from './elements.ts';
import { type XmlElement, childOf, childrenOf } from './xml-tree.ts';

/** One `item` of RSS 2.0 by the profile. */
export function checkItem(item: XmlElement, core: string, at: Date, position: number): Finding[] {
  const title = childOf(item, core, 'title')?.text.trim() ?? '';
  const here = placeOf(item, position);
  const description = childOf(item, core, 'description');
  const body = childOf(item, contentNamespace, 'encoded');
  const findings = [
    ...checkSingles(item, core, itemSingles, here),
    ...checkUnknown(item, core, itemElements, here),
    ...checkEnclosures(item, core, here),
  ];
  if (title === '' && (description?.text.trim() ?? '') === '') findings.push(finding('item-empty', {}, here));
  if (body !== undefined && !isBefore(item, description, body)) {
    findings.push(finding('rss-summary-missing', {}, here));
  }
  if (childOf(item, core, 'pubDate') === undefined && childOf(item, dublinCore, 'date') === undefined) {
    findings.push(finding('date-missing', {}, here));
  }
  for (const child of item.children.filter(({ namespace }) => namespace === core)) {
    findings.push(...checkChild(child, at, { ...here, line: child.line }));
  }
  for (const media of childrenOf(item, mediaNamespace, 'content')) {
    const type = media.attributes.get('type');
    if (type !== undefined) findings.push(...checkMediaType(media.name, type, { ...here, line: media.line }));
  }
  if (body !== undefined) {
    findings.push(...checkHtml('content:encoded', body.text, { ...here, line: body.line }));
  }
  return findings;
}

function isBefore(item: XmlElement, element: XmlElement | undefined, other: XmlElement): boolean {
  return element !== undefined && item.children.indexOf(element) < item.children.indexOf(other);
}

function checkChild(child: XmlElement, at: Date, place: Place): Finding[] {
  const value = child.text.trim();
  switch (child.local) {
    case 'title':
      if (!holdsMarkup(value)) return [];
      return [finding('markup-in-text', { element: 'title', value: excerpt(value) }, place)];
    case 'link':
    case 'comments':
      return checkAddress(child.local, value, place);
    case 'description':
      return checkHtml('description', child.text, place);
    case 'pubDate':
      return checkRfc822('pubDate', value, at, place);
    case 'author':
      return checkPerson('author', value, place);
    case 'source':
      return checkAttribute(child, 'url', place);
    default:
      return [];
  }
}

function checkEnclosures(item: XmlElement, core: string, at: Place): Finding[] {
  const enclosures = childrenOf(item, core, 'enclosure');
  const findings = enclosures.flatMap((enclosure) => {
    const place = { ...at, line: enclosure.line };
    const length = enclosure.attributes.get('length');
    const type = enclosure.attributes.get('type');
    const found = [
      ...checkAttribute(enclosure, 'url', place),
      ...(type === undefined ? missing(enclosure, 'type', place) : checkMediaType('enclosure', type, place)),
      ...(length === undefined ? missing(enclosure, 'length', place) : []),
    ];
    if (length !== undefined && !/^\d+$/.test(length)) {
      found.push(finding('enclosure-length-invalid', { value: excerpt(length) }, place));
    }
    // The profile's own word for a length that nobody knows; but most know it and only never looked.
    if (length !== undefined && /^0+$/.test(length)) found.push(finding('enclosure-length-zero', {}, place));
    return found;
  });
  if (enclosures.length > 1) {
    findings.push(finding('enclosure-several', { count: String(enclosures.length) }, at));
  }
  return findings;
}

/** An attribute that must be there, and must be a whole address. */
function checkAttribute(element: XmlElement, attribute: string, place: Place): Finding[] {
  const value = element.attributes.get(attribute);
  if (value === undefined) return missing(element, attribute, place);
  return checkAddress(`${element.name} ${attribute}`, value, place);
}

function missing(element: XmlElement, attribute: string, place: Place): Finding[] {
  return [finding('attribute-missing', { element: element.name, attribute }, place)];
}

const contentNamespace = 'http://purl.org/rss/1.0/modules/content/';
const mediaNamespace = 'http://search.yahoo.com/mrss/';
const dublinCore = 'http://purl.org/dc/elements/1.1/';
const itemSingles = 'title link description author comments guid pubDate source'.split(' ');
const itemElements = new Set([...itemSingles, 'category', 'enclosure']);
