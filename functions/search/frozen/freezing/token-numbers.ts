/** A token that was seen, by numbers in the order of appearance. */
export type Token = {
  readonly number: number;
  /** Numbers of its terms. */
  readonly terms: readonly number[];
  /** Of them the one that is the token itself; -1 where none is. */
  readonly own: number;
};

/** @param termsOf asked once for each token */
export function createTokenNumbers(termsOf: (token: string) => readonly string[]) {
  const terms: string[] = [];
  const termNumbers = new Map<string, number>();
  const tokens = new Map<string, Token>();

  function numberTerm(term: string): number {
    const known = termNumbers.get(term);
    if (known !== undefined) return known;
    termNumbers.set(term, terms.length);
    return terms.push(term) - 1;
  }

  function numberOf(text: string): Token {
    const known = tokens.get(text);
    if (known !== undefined) return known;
    const numbers = termsOf(text).map(numberTerm);
    const own = numbers.find((number) => terms[number] === text) ?? -1;
    const token = { number: tokens.size, terms: numbers, own };
    tokens.set(text, token);
    return token;
  }

  return { terms, numberOf };
}
