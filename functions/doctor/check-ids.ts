import { canonicalAddress } from './addresses.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import type { Outline, OutlineItem } from './outline.ts';

/** Ids that would change with the headline: to a reader an edited headline would then be another article. */
export function checkIds({ items }: Outline): Finding[] {
  return items.flatMap(({ id, title = '' }, index) => {
    if (id === undefined || !holdsHeadline(id, title)) return [];
    return [finding('id-holds-headline', { id: excerpt(id) }, { item: index + 1, title: excerpt(title) })];
  });
}

export type FeedItems = { readonly url: string; readonly items: readonly OutlineItem[] };

/** One article under one address must have one id, in whatever feed and format it is met. */
export function compareIds(feed: FeedItems, others: readonly FeedItems[]): Finding[] {
  const ids = idsByAddress(feed);
  return others.flatMap((other) => {
    const differing = [...idsByAddress(other)].filter(([address, id]) => {
      const mine = ids.get(address);
      return mine !== undefined && mine !== id;
    });
    const [example] = differing;
    if (example === undefined) return [];
    const [address, id] = example;
    const values = {
      other: other.url,
      count: String(differing.length),
      example: excerpt(address),
      id: excerpt(ids.get(address) ?? ''),
      otherId: excerpt(id),
    };
    return [finding('ids-differ', values)];
  });
}

/** An address that several items share tells nothing of any of them. */
function idsByAddress({ url, items }: FeedItems): ReadonlyMap<string, string> {
  const addressed = items.flatMap(({ id, url: link }) =>
    id === undefined || link === undefined ? [] : [{ id, address: canonicalAddress(link, url) }],
  );
  const byAddress = Map.groupBy(addressed, ({ address }) => address);
  return new Map(
    [...byAddress].flatMap(([address, sharing]) => {
      const [only, second] = sharing;
      return only === undefined || second !== undefined ? [] : [[address, only.id] as const];
    }),
  );
}

/** Most of the headline's words, three at least, as a slug is made of them. */
function holdsHeadline(id: string, title: string): boolean {
  const inId = new Set(wordsOf(safeDecode(id)));
  const words = wordsOf(title).filter((word) => word.length > 2);
  const held = words.filter((word) => inId.has(word)).length;
  return held >= 3 && held * 2 > words.length;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
