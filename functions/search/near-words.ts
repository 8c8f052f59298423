/**
 * The words one slip of the keyboard away from a word that the dictionary holds: one letter left out, added
 * or mistaken, or two neighbours swapped. Looks up some 60 spellings for each letter, and never walks the
 * dictionary.
 */
export function nearWords(word: string, isHeld: (candidate: string) => boolean): string[] {
  const held = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    const candidates = [before + after.slice(1), before + after.charAt(1) + after.charAt(0) + after.slice(2)];
    for (const letter of letters) candidates.push(before + letter + after, before + letter + after.slice(1));
    for (const candidate of candidates) if (candidate !== word && isHeld(candidate)) held.add(candidate);
  }
  return [...held];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
