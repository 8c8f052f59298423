import { checkAtom } from './check-atom.ts';
import { checkJsonFeed } from './check-json-feed.ts';
import { checkRss } from './check-rss.ts';
import { type Finding, finding } from './finding.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

/**
 * Everything that can be said of a feed from its text alone, whatever its format.
 *
 * @param at when it was fetched: dates are held against it
 */
export function checkDocument(text: string, at: Date): Finding[] {
  return checkRead(readDocument(text), at);
}

/** The same for a document that is read already. */
export function checkRead(document: ReadDocument, at: Date): Finding[] {
  switch (document.kind) {
    case 'rss':
      return checkRss(document.root, at);
    case 'atom':
      return checkAtom(document.root, at);
    case 'json':
      return checkJsonFeed(document.value, at);
    case 'rdf':
      return [finding('rss-1')];
    case 'broken':
      return [document.finding];
    default:
      return [finding('not-a-feed')];
  }
}
