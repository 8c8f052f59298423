import { identityFromContent } from '../draft.ts';

/**
 * The texts in a value of a record: a text, a number, or a list of them or of objects with a name.
 *
 * @param isList whether one text may hold several, parted by `;`, `|` or `,`
 */
export function toTexts(value: unknown, isList: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => toTexts(entry, false));
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') {
    const parts = isList ? value.split(/[;|]/.test(value) ? /[;|]/ : /,/) : [value];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }
  return value !== null && typeof value === 'object' && 'name' in value ? toTexts(value.name, false) : [];
}

/** The identity of a row that names none: what it says. */
export function contentDigestOfRecord(title: string, publishedAt: string, body: string): string {
  return identityFromContent(title, publishedAt, [body]);
}
