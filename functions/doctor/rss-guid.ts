import { type Finding, excerpt, finding } from './finding.ts';
import { placeOf } from './elements.ts';
import { type XmlElement, childOf } from './xml-tree.ts';

/** What RSS 2.0 knows its items by: a guid each, which is a permalink unless it says otherwise. */
export function checkGuids(items: readonly XmlElement[], core: string): Finding[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const guid = childOf(item, core, 'guid');
    const id = guid?.text.trim() ?? '';
    if (guid === undefined || id === '') {
      return [finding('rss-guid-missing', {}, placeOf(item, index + 1))];
    }
    const place = { ...placeOf(item, index + 1), line: guid.line };
    const first = seen.get(id);
    if (first !== undefined) {
      return [finding('id-repeated', { id: excerpt(id), first: String(first) }, place)];
    }
    seen.set(id, index + 1);
    const flag = guid.attributes.get('isPermaLink');
    if (flag !== undefined && flag !== 'true' && flag !== 'false') {
      return [finding('rss-guid-flag', { value: excerpt(flag) }, place)];
    }
    if (flag !== 'false' && !/^https?:\/\/[^/]/i.test(id)) {
      return [finding('rss-guid-not-permalink', { value: excerpt(id) }, place)];
    }
    return /^\d{1,8}$/.test(id) ? [finding('rss-guid-weak', { value: id }, place)] : [];
  });
}
