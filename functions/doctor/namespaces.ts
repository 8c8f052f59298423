import { type Finding, excerpt, finding } from './finding.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Prefixes that everybody knows, bound to something else: a slash or an `s` too many, and readers, who go by
 * the address and not by the prefix, see nothing of these elements.
 */
export function checkNamespaces(root: XmlElement): Finding[] {
  return [...wellKnown].flatMap(([prefix, expected]) => {
    const bound = root.attributes.get(`xmlns:${prefix}`);
    if (bound === undefined || bound === expected) return [];
    const isMisspelt = simplified(bound) === simplified(expected);
    const values = { prefix, bound: excerpt(bound), expected };
    return isMisspelt ? [finding('namespace-misspelt', values, { line: root.line })] : [];
  });
}

/** Another vocabulary may well use the same prefix; only what was meant to be this one is a mistake. */
function simplified(namespace: string): string {
  return namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#]+$/, '');
}

const wellKnown: ReadonlyMap<string, string> = new Map([
  ['atom', 'http://www.w3.org/2005/Atom'],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['media', 'http://search.yahoo.com/mrss/'],
  ['sy', 'http://purl.org/rss/1.0/modules/syndication/'],
  ['slash', 'http://purl.org/rss/1.0/modules/slash/'],
]);
