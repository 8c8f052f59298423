import type { Random } from './random.ts';

/** Draws words, the first of them most often, as in any language: the nth about 1/n as often (Zipf). */
export function createWordPicker(random: Random, size = 20_000): () => string {
  const words = inventWords(random, size);
  const reach: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= words.length; rank++) reach.push((total += 1 / rank));

  return () => {
    const target = random.fraction() * total;
    let low = 0;
    let high = reach.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? total) < target) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

/** The smallest words of Indonesian, then roots that it could have, bare and with its affixes. */
function inventWords(random: Random, size: number): string[] {
  const words = new Set(functionWords);
  while (words.size < size) {
    const root = syllable(random) + syllable(random) + random.pick(['', '', 'n', 'ng', 'k', 't', 'r', 's']);
    words.add(root);
    const forms = random.below(5);
    for (let form = 0; form < forms; form++) words.add(random.pick(affixes)(root));
  }
  return [...words];
}

function syllable(random: Random): string {
  return random.pick(consonants) + random.pick(['a', 'a', 'a', 'i', 'u', 'e', 'o']);
}

const functionWords = 'yang dan di ke dari untuk dengan pada ini itu dalam oleh akan tidak juga'.split(' ');
const consonants = ['b', 'c', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'ny'] as const;
const affixes = [
  (root: string) => `di${root}`,
  (root: string) => `ber${root}`,
  (root: string) => `${root}kan`,
  (root: string) => `${root}nya`,
  (root: string) => `pe${root}an`,
  (root: string) => `ke${root}an`,
] as const;
