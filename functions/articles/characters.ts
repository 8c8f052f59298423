/**
 * Any string as well-formed XML text: lone surrogates and what else stands outside the Char production of
 * XML 1.0 (section 2.2) are dropped, and so are the controls and noncharacters that it discourages. One
 * control character in one title is enough for a reader to lose a whole feed.
 */
export function toXmlCharacters(text: string): string {
  return text.replace(outsideXmlChar, '');
}

/** One line of XML text: every run of white space is one space, and none stands at the ends. */
export function toLine(text: string): string {
  return toXmlCharacters(text.replace(/\s+/g, ' ')).trim();
}

const outsideXmlChar =
  /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/gu;
