import type { Keywords } from '../frozen/columns.ts';
import type { FacetName } from '../request.ts';
import type { PartView } from '../segments/index-view.ts';
import { labelMark } from '../segments/label-mark.ts';

/** The numbers that a part gives to a value of a facet: one for each way in which its articles write it. */
export function facetNumbersOf(part: PartView, name: FacetName, value: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  const keywords = part.keywords[name];
  const exact = keywords.ordinalOf(value);
  if (exact >= 0) numbers.add(exact);
  const beginning = value + labelMark;
  let ordinal = firstFrom(keywords, beginning);
  while (ordinal < keywords.valueCount && keywords.valueAt(ordinal).startsWith(beginning))
    numbers.add(ordinal++);
  return numbers;
}

/** The first value that does not stand before a text, in the order of code units. */
export function firstFrom({ valueCount, valueAt }: Keywords, text: string): number {
  let from = 0;
  let to = valueCount;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (valueAt(middle) < text) from = middle + 1;
    else to = middle;
  }
  return from;
}
