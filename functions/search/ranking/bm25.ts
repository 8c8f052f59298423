/** The parameters of BM25+ (Lv and Zhai, 2011), as MiniSearch calls them. */
export type Bm25 = { readonly k: number; readonly b: number; readonly d: number };

/** How much a match of a term says that this many of all documents hold. */
export function rarityOf(documentFrequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** What a term counts in one document, but for its rarity. */
export function saturate(frequency: number, relativeLength: number, { k, b, d }: Bm25): number {
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + b * relativeLength));
}
