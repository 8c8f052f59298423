import type { ImportItem } from '../../functions/importers/draft.ts';

/** Whether each is an article or was refused for a reason that its owner can act on, and not for a fault of ours. */
export function areAnswered(items: readonly ImportItem[]): boolean {
  return items.every(
    (item) =>
      item.ok ||
      (item.problems.length > 0 &&
        item.problems.every(({ code }) => code !== 'not-understood' && code !== 'unreadable')),
  );
}
