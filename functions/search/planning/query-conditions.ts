import { placeTerms } from '../analyzer/index-terms.ts';
import { type QueryWord, termsOf } from '../analyzer/query-words.ts';
import type { QueryNode } from '../query-language/query-node.ts';
import type { Condition } from './condition.ts';

/** The words of a text, each with all that answers it. */
export type ReadWords = (text: string) => readonly QueryWord[];

/** What an article has to fulfil where a part of a query is required; words in any of their forms. */
export function toCondition(node: QueryNode, readWords: ReadWords, field?: 'title'): Condition {
  const where = field === undefined ? {} : { field };
  const all = (of: readonly QueryNode[]) => of.map((part) => toCondition(part, readWords, field));
  switch (node.kind) {
    case 'words':
      return {
        kind: 'all',
        of: readWords(node.text)
          .filter((word) => !word.isStop)
          .map((word) => ({ kind: 'any-term', terms: [...termsOf(word).keys()], ...where })),
      };
    case 'phrase':
      return { kind: 'phrase', words: toPhrase(node.text), slop: node.slop, ...where };
    case 'exact':
      return { kind: 'phrase', words: toPhrase(node.text), slop: 0, ...where };
    case 'title':
      return toCondition(node.of, readWords, 'title');
    case 'label':
      return { kind: 'facet', name: node.name, value: node.slug };
    case 'period':
      return node.bound === 'from'
        ? { kind: 'period', fromMs: node.atMs, toMs: Infinity }
        : { kind: 'period', fromMs: -Infinity, toMs: node.atMs };
    case 'not':
      return { kind: 'not', of: toCondition(node.of, readWords, field) };
    case 'any':
      return { kind: 'any', of: all(node.of) };
    default:
      return { kind: 'all', of: all(node.of) };
  }
}

/** Each word as it stands in the text, stop words included. */
function toPhrase(text: string) {
  return placeTerms(text).map(([term = ''], offset) => ({ offset, term }));
}

/** The texts of a part of a query that an article may be found by: those of what is excluded are none. */
export function textsOf(node: QueryNode): string[] {
  switch (node.kind) {
    case 'words':
    case 'phrase':
    case 'exact':
      return [node.text];
    case 'title':
      return textsOf(node.of);
    case 'any':
    case 'all':
    case 'sequence':
      return node.of.flatMap(textsOf);
    default:
      return [];
  }
}
