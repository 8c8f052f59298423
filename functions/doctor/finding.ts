import type { FindingCode } from './catalogue/catalogue.ts';

/** Something about one feed that its publisher should know. The catalogue has its severity and its words. */
export type Finding = {
  readonly code: FindingCode;
  readonly place?: Place;
  /** What fills the names in braces of the catalogue. */
  readonly values: Readonly<Record<string, string>>;
};

/** Where in the document it stands. */
export type Place = {
  /** The article's position in the feed, from 1. */
  readonly item?: number;
  readonly title?: string;
  /** From 1. */
  readonly line?: number;
};

export function finding(code: FindingCode, values: Finding['values'] = {}, place?: Place): Finding {
  return place === undefined ? { code, values } : { code, values, place };
}

/** A value as it is quoted in a finding: one line, and not a whole article. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxExcerpt ? `${line.slice(0, maxExcerpt).toWellFormed()}…` : line;
}

const maxExcerpt = 80;
