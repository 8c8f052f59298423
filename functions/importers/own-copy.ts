/**
 * The same text in memory of its own. A part of a text holds on to the whole, so that a headline that is
 * remembered would keep its page, and the address of a picture its stretch of an export.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
