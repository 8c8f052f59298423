import { firstWhere } from '../frozen/coding/first-where.ts';
import type { Keywords } from '../frozen/columns.ts';
import type { FacetName } from '../request.ts';
import { labelMark } from './label-mark.ts';

/** The numbers that a part gives to a value of a facet: one for each way in which its articles write it. */
export function facetNumbersOf(
  part: { readonly keywords: Readonly<Record<FacetName, Keywords>> },
  name: FacetName,
  value: string,
): ReadonlySet<number> {
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
  return firstWhere(0, valueCount, (ordinal) => valueAt(ordinal) < text);
}

/** A slug or a year, and the ways in which articles write it, which have ordinals from the first on. */
export type FacetValue = {
  readonly value: string;
  readonly first: number;
  readonly labels: readonly (string | undefined)[];
};

export function readFacetValues({ valueCount, valueAt }: Keywords): FacetValue[] {
  const values: FacetValue[] = [];
  let labels: (string | undefined)[] = [];
  for (let ordinal = 0; ordinal < valueCount; ordinal++) {
    const [value = '', label] = valueAt(ordinal).split(labelMark);
    const last = values.at(-1);
    if (last?.value === value) values.push(last);
    else {
      labels = [];
      values.push({ value, first: ordinal, labels });
    }
    labels.push(label);
  }
  return values;
}
