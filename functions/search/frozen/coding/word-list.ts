/** Numbers of 32 bits, one after the other, in an array that grows. */
export type WordList = { words: Uint32Array; length: number };

export function createWordList(capacity = 1024): WordList {
  return { words: new Uint32Array(capacity), length: 0 };
}

export function pushWord(list: WordList, word: number): void {
  if (list.length === list.words.length) list.words = growWords(list.words, list.length * 2);
  list.words[list.length++] = word;
}

/** The same words, with room for so many. */
export function growWords(words: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(size);
  grown.set(words);
  return grown;
}
