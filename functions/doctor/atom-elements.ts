import { hasScheme, isAddress } from './addresses.ts';
import { checkRfc3339 } from './dates.ts';
import { type Finding, type Place, excerpt, finding } from './finding.ts';
import { checkHtml, holdsMarkup } from './html.ts';
import { checkMediaType } from './media-types.ts';
import { type XmlElement, childOf, childrenOf, descendantsOf } from './xml-tree.ts';

/** What an entry has from the feed around it. */
export type AtomScope = {
  readonly hasAuthor: boolean;
  /** An `xml:base` is in scope, against which addresses are resolved. */
  readonly hasBase: boolean;
  /** When it was fetched. */
  readonly at: Date;
};

/** What feed and entry have in common: id, title, updated, links, people, dates (RFC 4287, section 4.2). */
export function checkAtomCommons(parent: XmlElement, place: Place, scope: AtomScope): Finding[] {
  const findings: Finding[] = [];
  for (const element of ['id', 'title', 'updated']) {
    if (childOf(parent, atomNamespace, element) === undefined) {
      findings.push(finding('element-missing', { element, parent: parent.local }, place));
    }
  }
  for (const child of parent.children.filter(({ namespace }) => namespace === atomNamespace)) {
    const here = { ...place, line: child.line };
    const value = child.text.trim();
    if (child.local === 'id') findings.push(...checkId(value, here));
    if (child.local === 'updated' || child.local === 'published') {
      findings.push(...checkRfc3339(child.local, value, scope.at, here));
    }
    if (textConstructs.has(child.local)) findings.push(...checkText(child, here, scope));
    if (child.local === 'link') findings.push(...checkLink(child, here));
    if (child.local === 'author' && (childOf(child, atomNamespace, 'name')?.text.trim() ?? '') === '') {
      findings.push(finding('atom-author-unnamed', {}, here));
    }
  }
  return [...findings, ...checkAlternates(parent, place)];
}

/** A text construct (section 3.1), and `content` where it is one. */
export function checkText(element: XmlElement, place: Place, scope: AtomScope): Finding[] {
  const type = element.attributes.get('type') ?? 'text';
  const values = { element: element.local, value: excerpt(element.text) };
  const hasBase = scope.hasBase || element.attributes.has('xml:base');
  if (type === 'html') return checkHtml(element.local, element.text, place, hasBase);
  if (type === 'xhtml') return checkXhtml(element, place, hasBase);
  if (type !== 'text' && element.local !== 'content') {
    return [finding('atom-text-type', { element: element.local, type: excerpt(type) }, place)];
  }
  return type === 'text' && holdsMarkup(element.text) ? [finding('markup-in-text', values, place)] : [];
}

function checkXhtml(element: XmlElement, place: Place, hasBase: boolean): Finding[] {
  const [div, second] = element.children;
  const isDiv = div?.local === 'div' && div.namespace === 'http://www.w3.org/1999/xhtml';
  if (!isDiv || second !== undefined) {
    return [finding('atom-xhtml-without-div', { element: element.local }, place)];
  }
  const addresses = [...descendantsOf(div)].flatMap(({ attributes }) =>
    ['href', 'src'].flatMap((name) => attributes.get(name) ?? []),
  );
  const relative = addresses.filter((address) => !hasScheme(address) && !/^(#|$)/.test(address));
  const [example] = relative;
  if (example === undefined || hasBase) return [];
  const values = { element: element.local, count: String(relative.length), example: excerpt(example) };
  return [finding('content-relative-address', values, place)];
}

/** An IRI, and in the one spelling that comparing characters needs (section 4.2.6.1). */
function checkId(id: string, place: Place): Finding[] {
  if (!hasScheme(id) || !isAddress(id)) return [finding('atom-id-invalid', { value: excerpt(id) }, place)];
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#]*)/i.exec(id) ?? [];
  const isCanonical =
    scheme === scheme.toLowerCase() && host === host.toLowerCase() && !/:(80|443)$/.test(host);
  return isCanonical ? [] : [finding('id-not-canonical', { id: excerpt(id) }, place)];
}

function checkLink(link: XmlElement, place: Place): Finding[] {
  const href = link.attributes.get('href');
  const type = link.attributes.get('type');
  if (href === undefined)
    return [finding('attribute-missing', { element: 'link', attribute: 'href' }, place)];
  if (!isAddress(href.trim())) {
    return [finding('address-invalid', { element: 'link', value: excerpt(href) }, place)];
  }
  return type === undefined ? [] : checkMediaType('link', type, place);
}

/** At most one alternate for each type and language (sections 4.1.1 and 4.1.2). */
function checkAlternates(parent: XmlElement, place: Place): Finding[] {
  const seen = new Set<string>();
  return childrenOf(parent, atomNamespace, 'link').flatMap(({ attributes, line }) => {
    if ((attributes.get('rel') ?? 'alternate') !== 'alternate') return [];
    const type = attributes.get('type') ?? '';
    const key = `${type} ${attributes.get('hreflang') ?? ''}`.toLowerCase();
    if (seen.has(key)) return [finding('atom-alternate-repeated', { type: type || '–' }, { ...place, line })];
    seen.add(key);
    return [];
  });
}

const atomNamespace = 'http://www.w3.org/2005/Atom';
const textConstructs = new Set(['title', 'subtitle', 'summary', 'rights']);
