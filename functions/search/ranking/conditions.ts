import type { Condition } from '../planning/condition.ts';
import type { FacetName } from '../request.ts';
import { facetNumbersOf } from '../segments/facet-values.ts';
import type { Field, PartView } from '../segments/index-view.ts';
import { findPhrase } from './find-phrase.ts';
import { postingsOf } from './term-postings.ts';

/** For every document of a part 1 where it fulfils all of some conditions, else 0. */
export function markAll(part: PartView, conditions: readonly Condition[]): Uint8Array {
  const [first, ...others] = conditions;
  const marks = first === undefined ? new Uint8Array(part.documentCount).fill(1) : markDocuments(part, first);
  for (const condition of others) {
    const own = markDocuments(part, condition);
    for (let document = 0; document < marks.length; document++) if (own[document] === 0) marks[document] = 0;
  }
  return marks;
}

/** The numbers of the documents of a part that fulfil all of some conditions and are not deleted, ascending. */
export function listAll(part: PartView, conditions: readonly Condition[]): Uint32Array {
  const documents = listFulfilling(part, conditions);
  return part.deleted.size === 0 ? documents : documents.filter((document) => !part.deleted.has(document));
}

function listFulfilling(part: PartView, conditions: readonly Condition[]): Uint32Array {
  // Few documents hold a phrase: they are found one by one, and only they are asked for the rest.
  const phraseAt = conditions.findIndex(({ kind }) => kind === 'phrase');
  const phrase = conditions[phraseAt];
  if (phrase?.kind !== 'phrase') return listMarked(markAll(part, conditions));
  const documents = Uint32Array.from(findPhrase(part, phrase));
  if (conditions.length === 1) return documents;
  const marks = markAll(part, conditions.toSpliced(phraseAt, 1));
  return documents.filter((document) => marks[document] === 1);
}

function listMarked(marks: Uint8Array): Uint32Array {
  const marked = new Uint32Array(marks.length);
  let count = 0;
  for (let document = 0; document < marks.length; document++)
    if (marks[document] === 1) marked[count++] = document;
  return marked.subarray(0, count);
}

/** For every document of a part 1 where it fulfils a condition, else 0; what is not out may be either. */
function markDocuments(part: PartView, condition: Condition): Uint8Array {
  const marks = new Uint8Array(part.documentCount);
  switch (condition.kind) {
    case 'any-term':
      return markTerms(part, condition.terms, condition.field ?? 'all', marks);
    case 'phrase':
      for (const document of findPhrase(part, condition)) marks[document] = 1;
      return marks;
    case 'facet':
      return markFacet(part, condition.name, condition.value, marks);
    case 'period':
      for (let document = 0; document < marks.length; document++) {
        const time = part.publishedAtMs[document] ?? 0;
        if (time >= condition.fromMs && time < condition.toMs) marks[document] = 1;
      }
      return marks;
    case 'not': {
      const others = markDocuments(part, condition.of);
      for (let document = 0; document < marks.length; document++)
        marks[document] = 1 - (others[document] ?? 0);
      return marks;
    }
    case 'all':
      return markAll(part, condition.of);
    default:
      for (const one of condition.of) {
        const others = markDocuments(part, one);
        for (let document = 0; document < marks.length; document++)
          if (others[document] === 1) marks[document] = 1;
      }
      return marks;
  }
}

function markTerms(part: PartView, terms: readonly string[], field: Field, marks: Uint8Array): Uint8Array {
  for (const term of terms) {
    const { documents, count } = postingsOf(part, term, field);
    for (let at = 0; at < count; at++) marks[documents[at] ?? 0] = 1;
  }
  return marks;
}

function markFacet(part: PartView, name: FacetName, value: string, marks: Uint8Array): Uint8Array {
  const wanted = facetNumbersOf(part, name, value);
  if (wanted.size === 0) return marks;
  const { starts, ordinals } = part.keywords[name];
  for (let document = 0; document < marks.length; document++)
    for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at++)
      if (wanted.has(ordinals[at] ?? 0)) marks[document] = 1;
  return marks;
}
