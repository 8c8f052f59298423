export type Dictionary = ReturnType<typeof createDictionary>;

/** The words of an index, with how many articles hold each. */
export function createDictionary() {
  const frequencies = new Map<string, number>();
  /** By their first letters, so that a word is completed without a walk over all. */
  const drawers = new Map<string, Set<string>>();

  function drawerOf(word: string): Set<string> {
    const key = word.slice(0, minBeginning);
    const drawer = drawers.get(key) ?? new Set();
    drawers.set(key, drawer);
    return drawer;
  }

  /** Counts articles that hold a word, or with a negative number those that no longer do. */
  function count(word: string, by: number): void {
    const before = frequencyOf(word);
    if (before + by > 0) {
      frequencies.set(word, before + by);
      if (before === 0) drawerOf(word).add(word);
    } else {
      frequencies.delete(word);
      drawerOf(word).delete(word);
    }
  }

  /** How many articles hold a word. */
  function frequencyOf(word: string): number {
    return frequencies.get(word) ?? 0;
  }

  /** The longer words that begin like that, the commonest first. */
  function goOnFrom(beginning: string): string[] {
    if (beginning.length < minBeginning) return [];
    return [...(drawers.get(beginning.slice(0, minBeginning)) ?? [])]
      .filter((word) => word.length > beginning.length && word.startsWith(beginning))
      .map((word) => ({ word, frequency: frequencyOf(word) }))
      .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word);
  }

  return { count, frequencyOf, goOnFrom };
}

/** Letters that a beginning must have to be looked up. */
const minBeginning = 3;
