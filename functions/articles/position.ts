/**
 * Where an article stands in every list: its publication instant in UTC, then its id. Positions compare as
 * strings, and newest first is the descending order.
 */
export function toPosition(publishedAt: string, id: string): string {
  return `${new Date(publishedAt).toISOString()}#${id}`;
}

/** What a position says. */
export function fromPosition(position: string): { readonly publishedAt: string; readonly id: string } {
  const [publishedAt = '', id = ''] = position.split('#');
  return { publishedAt, id };
}

/** What marks that an article left this position: just above it, where no article can stand. */
export function leftPosition(position: string): string {
  return `${position}~`;
}

/** The highest position that an article published up to this instant can have: `~` follows every id. */
export function lastPositionAt(instant: string): string {
  return `${instant}#~`;
}

/** The lowest position that an article published from this instant on can have. */
export function firstPositionAt(instant: string): string {
  return `${instant}#`;
}
