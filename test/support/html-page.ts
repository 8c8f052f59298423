import { DomUtils, parseDocument } from 'htmlparser2';

/** A page as a program reads it: its elements, found by name and attributes. */
export function readPage(html: string) {
  const document = parseDocument(html);
  const find = (name: string, wanted: Record<string, string> = {}) =>
    DomUtils.getElementsByTagName(name, document).filter((element) =>
      Object.entries(wanted).every(([attribute, value]) => element.attribs[attribute] === value),
    );
  return {
    /** The attributes of every such element. */
    attributes: (name: string, wanted?: Record<string, string>) =>
      find(name, wanted).map(({ attribs }) => attribs),
    /** The text of every such element, on one line. */
    texts: (name: string, wanted?: Record<string, string>) =>
      find(name, wanted).map((element) => DomUtils.textContent(element).replace(/\s+/g, ' ').trim()),
    meta: (property: string) => find('meta', { property }).map(({ attribs }) => attribs['content']),
    /** What stands in it as JSON-LD, by type. */
    data(type: string) {
      const all = find('script', { type: 'application/ld+json' }).map((element): Record<string, unknown> =>
        JSON.parse(DomUtils.textContent(element)),
      );
      return all.find((data) => data['@type'] === type);
    },
  };
}
