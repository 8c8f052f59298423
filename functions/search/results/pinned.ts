import type { Found } from '../ranking/answers.ts';

/**
 * The answers with those articles among them that the office has pinned, whether they answer or not; what is not
 * out is none.
 *
 * @param ids in the order in which they are shown
 */
export function pinArticles(answers: readonly Found[], ids: readonly string[]): readonly Found[] {
  if (ids.length === 0) return answers;
  return answers.map((found) => {
    const { part } = found;
    const pins = new Map<number, number>();
    for (const [rank, id] of ids.entries()) {
      const document = part.segment.documentOf(id);
      if (document === undefined || document < part.firstPublic || part.deleted.has(document)) continue;
      pins.set(document, rank);
    }
    return pins.size === 0 ? found : { ...add(found, [...pins.keys()]), pins };
  });
}

function add(found: Found, others: readonly number[]): Found {
  const { documents, answered, scores } = found;
  const held = new Map(Array.from(documents, (document, at) => [document, at]));
  const all = Uint32Array.from(new Set([...documents, ...others])).sort();
  const of = (values: Int32Array | Float64Array) => (document: number) => {
    const at = held.get(document);
    return at === undefined ? 0 : (values[at] ?? 0);
  };
  return {
    ...found,
    documents: all,
    answered: Int32Array.from(all, of(answered)),
    scores: Float64Array.from(all, of(scores)),
  };
}
