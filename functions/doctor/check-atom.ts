import { hasScheme } from './addresses.ts';
import { checkAtomCommons } from './atom-elements.ts';
import { checkEntry } from './atom-entry.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import { checkLanguage } from './language.ts';
import { checkNamespaces } from './namespaces.ts';
import { checkSingles } from './elements.ts';
import { type XmlElement, childOf, childrenOf } from './xml-tree.ts';

/**
 * Atom (RFC 4287).
 *
 * @param at when it was fetched, against which dates are held
 */
export function checkAtom(root: XmlElement, at: Date): Finding[] {
  if (root.namespace !== atomNamespace) {
    return [finding('atom-namespace', { namespace: excerpt(root.namespace) }, { line: root.line })];
  }
  const entries = childrenOf(root, atomNamespace, 'entry');
  const hasAuthor = childOf(root, atomNamespace, 'author') !== undefined;
  const scope = { hasAuthor, hasBase: root.attributes.has('xml:base'), at };
  const findings = [
    ...checkNamespaces(root),
    ...checkSingles(root, atomNamespace, feedSingles),
    ...checkAtomCommons(root, { line: root.line }, scope),
    ...checkLanguage(root.attributes.get('xml:lang'), root.line),
    ...entries.flatMap((entry, index) => checkEntry(entry, index + 1, scope)),
    ...checkRepeatedEntries(entries),
  ];
  if (entries.length === 0) findings.push(finding('feed-empty'));
  return findings;
}

/** An id may come twice for two states of an entry, but then with two dates (RFC 4287, section 4.1.1). */
function checkRepeatedEntries(entries: readonly XmlElement[]): Finding[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const id = childOf(entry, atomNamespace, 'id');
    const updated = childOf(entry, atomNamespace, 'updated')?.text.trim() ?? '';
    if (id === undefined || !hasScheme(id.text.trim())) return [];
    const key = `${id.text.trim()} ${updated}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index + 1);
    if (first === undefined) return [];
    const values = { id: excerpt(id.text), first: String(first) };
    return [finding('id-repeated', values, { item: index + 1, line: id.line })];
  });
}

const atomNamespace = 'http://www.w3.org/2005/Atom';
const feedSingles = 'generator icon id logo rights subtitle title updated'.split(' ');
