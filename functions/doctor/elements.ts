import { type Finding, type Place, excerpt, finding } from './finding.ts';
import { type XmlElement, childOf, childrenOf } from './xml-tree.ts';

/** Elements that may stand once. */
export function checkSingles(
  parent: XmlElement,
  namespace: string,
  names: readonly string[],
  place: Place = {},
): Finding[] {
  return names.flatMap((element) => {
    const [, second] = childrenOf(parent, namespace, element);
    if (second === undefined) return [];
    return [finding('element-repeated', { element, parent: parent.local }, { ...place, line: second.line })];
  });
}

/** Elements of the format's own namespace that the format does not know, and that no reader reads. */
export function checkUnknown(
  parent: XmlElement,
  namespace: string,
  known: ReadonlySet<string>,
  place: Place = {},
): Finding[] {
  return parent.children
    .filter((child) => child.namespace === namespace && !known.has(child.local))
    .map(({ name, line }) =>
      finding('element-unknown', { element: name, parent: parent.local }, { ...place, line }),
    );
}

/** RSS names people by their e-mail address, with the name in brackets after it. */
export function checkPerson(element: string, value: string, place: Place): Finding[] {
  if (/[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/.test(value)) return [];
  return [finding('rss-person-not-email', { element, value: excerpt(value) }, place)];
}

/** An item, its headline and its line. */
export function placeOf(item: XmlElement, position: number): Place {
  const title = excerpt(childOf(item, item.namespace, 'title')?.text ?? '');
  return { item: position, ...(title === '' ? {} : { title }), line: item.line };
}
