/**
 * A term that the index does not hold: words in a row that count as one. A question asks for it where the
 * office calls one thing by several words (`penerimaan murid baru` beside `ppdb`).
 *
 * @param words in their normal form
 */
export function toPhraseTerm(words: readonly string[]): string {
  return phraseMark + words.join(' ');
}

/** The words of such a term; undefined for any other. */
export function phraseWordsOf(term: string): string[] | undefined {
  return term.startsWith(phraseMark) ? term.slice(phraseMark.length).split(' ') : undefined;
}

const phraseMark = '"';
