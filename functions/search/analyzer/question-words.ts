/**
 * Whether a query is a question in a sentence: its words are not those of the answer, and stand in another
 * order.
 */
export function isQuestion(query: string): boolean {
  return query.trimEnd().endsWith('?') || questionPattern.test(query);
}

/** Each also with the particle `-kah`. */
const questionWords = ['apa', 'siapa', 'kapan', 'berapa', 'mana', 'dimana', 'mengapa', 'kenapa', 'bagaimana'];

const questionPattern = new RegExp(
  String.raw`(?<!\p{L})(?:${questionWords.join('|')})(?:kah)?(?!\p{L})`,
  'iu',
);
