import { type AtomScope, checkAtomCommons, checkText } from './atom-elements.ts';
import { type Finding, finding } from './finding.ts';
import { checkSingles, placeOf } from './elements.ts';
import { type XmlElement, childOf, childrenOf } from './xml-tree.ts';

/** One `entry` of Atom (RFC 4287, section 4.1.2). */
export function checkEntry(entry: XmlElement, position: number, feed: AtomScope): Finding[] {
  const place = placeOf(entry, position);
  const scope = { ...feed, hasBase: feed.hasBase || entry.attributes.has('xml:base') };
  const content = childOf(entry, atomNamespace, 'content');
  const findings = [
    ...checkSingles(entry, atomNamespace, entrySingles, place),
    ...checkAtomCommons(entry, place, scope),
  ];
  if (!feed.hasAuthor && !hasAuthor(entry)) findings.push(finding('atom-author-missing', {}, place));
  if (content === undefined && !hasAlternate(entry)) {
    findings.push(finding('atom-content-missing', {}, place));
  }
  if (content?.attributes.has('src') === false) {
    findings.push(...checkText(content, { ...place, line: content.line }, scope));
  }
  return findings;
}

/** Of its own, or of the feed that it was taken from (section 4.2.1). */
function hasAuthor(entry: XmlElement): boolean {
  const source = childOf(entry, atomNamespace, 'source');
  return [entry, ...(source ? [source] : [])].some(
    (element) => childOf(element, atomNamespace, 'author') !== undefined,
  );
}

function hasAlternate(entry: XmlElement): boolean {
  return childrenOf(entry, atomNamespace, 'link').some(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate',
  );
}

const atomNamespace = 'http://www.w3.org/2005/Atom';
const entrySingles = 'content id published rights source summary title updated'.split(' ');
