import { type Finding, finding } from './finding.ts';
import { type XmlElement, readXml } from './xml-tree.ts';

/** RSS 2.0 and its 0.9x, Atom, JSON Feed, and RSS 1.0, which is another format (RDF). */
export type FeedFormat = 'rss' | 'atom' | 'json' | 'rdf';

export type ReadDocument =
  | { readonly kind: 'rss' | 'atom' | 'rdf'; readonly root: XmlElement }
  | { readonly kind: 'json'; readonly value: object }
  /** A strict reader sees nothing of it. */
  | { readonly kind: 'broken'; readonly format: FeedFormat; readonly finding: Finding }
  | { readonly kind: 'html' }
  | { readonly kind: 'other' };

/** What a fetched document is, by what stands in it, as readers decide: the media type is often wrong. */
export function readDocument(text: string): ReadDocument {
  if (/^\s*[[{]/.test(text)) return readJson(text);
  const root = rootPattern.exec(text.replace(/<!--.*?(?:-->|$)/gs, ''))?.[1]?.toLowerCase();
  if (root === undefined) return { kind: 'other' };
  if (root === 'html' || root === '!doctype html') return { kind: 'html' };
  const format = root === 'feed' ? 'atom' : root === 'rdf' ? 'rdf' : 'rss';
  const read = readXml(text);
  if (!read.ok) return { kind: 'broken', format, finding: read.finding };
  return { kind: format, root: read.root };
}

function readJson(text: string): ReadDocument {
  try {
    const value: unknown = JSON.parse(text);
    const isFeed = typeof value === 'object' && value !== null && ('version' in value || 'items' in value);
    return isFeed ? { kind: 'json', value } : { kind: 'other' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', format: 'json', finding: finding('json-ill-formed', { reason }) };
  }
}

/** The first element, whatever stands before it; of the document types only that of HTML is of interest. */
const rootPattern = /<(?:[\w-]+:)?(!doctype html|html|rss|feed|RDF)(?=[\s>/])/i;
