import { checkAddress } from './addresses.ts';
import { checkRfc822 } from './dates.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import { checkLanguage } from './language.ts';
import { checkGuids } from './rss-guid.ts';
import { checkItem } from './rss-item.ts';
import { checkNamespaces } from './namespaces.ts';
import { checkPerson, checkSingles, checkUnknown } from './elements.ts';
import { holdsMarkup } from './html.ts';
import { type XmlElement, childOf, childrenOf } from './xml-tree.ts';

/**
 * RSS 2.0 (rssboard.org/rss-specification) and the Advisory Board's profile (rssboard.org/rss-profile).
 *
 * @param at when it was fetched, against which dates are held
 */
export function checkRss(root: XmlElement, at: Date): Finding[] {
  const core = root.namespace;
  const channel = childOf(root, core, 'channel');
  const findings = [...checkVersion(root), ...checkNamespaces(root)];
  if (channel === undefined) {
    return [...findings, finding('element-missing', { element: 'channel', parent: 'rss' })];
  }
  const items = childrenOf(channel, core, 'item');
  if (items.length === 0) findings.push(finding('feed-empty'));
  return [
    ...findings,
    ...checkChannel(channel, core, at),
    ...items.flatMap((item, index) => checkItem(item, core, at, index + 1)),
    // The formats before 2.0 have none.
    ...(root.attributes.get('version')?.startsWith('0') === true ? [] : checkGuids(items, core)),
  ];
}

function checkVersion(root: XmlElement): Finding[] {
  const version = root.attributes.get('version');
  const place = { line: root.line };
  if (version === undefined || !/^(0\.9\d|2\.\d.*)$/.test(version)) {
    return [finding('rss-version', { version: version ?? '' }, place)];
  }
  return version.startsWith('0') ? [finding('rss-version-old', { version }, place)] : [];
}

function checkChannel(channel: XmlElement, core: string, at: Date): Finding[] {
  const findings = [
    ...checkSingles(channel, core, channelSingles),
    ...checkUnknown(channel, core, channelElements),
  ];
  for (const element of ['title', 'link', 'description']) {
    if (childOf(channel, core, element) === undefined) {
      findings.push(finding('element-missing', { element, parent: 'channel' }, { line: channel.line }));
    }
  }
  for (const child of channel.children.filter(({ namespace }) => namespace === core)) {
    const place = { line: child.line };
    const value = child.text.trim();
    if (child.local === 'title' && holdsMarkup(value)) {
      findings.push(finding('markup-in-text', { element: 'title', value: excerpt(value) }, place));
    }
    if (child.local === 'link') findings.push(...checkAddress('link', value, place));
    if (child.local === 'pubDate' || child.local === 'lastBuildDate') {
      findings.push(...checkRfc822(child.local, value, at, place));
    }
    if (child.local === 'managingEditor' || child.local === 'webMaster') {
      findings.push(...checkPerson(child.local, value, place));
    }
    if (child.local === 'ttl' && !/^[1-9]\d*$/.test(value)) {
      findings.push(finding('rss-ttl-invalid', { value: excerpt(value) }, place));
    }
    if (child.local === 'image') findings.push(...checkImage(child, core));
  }
  const language = childOf(channel, core, 'language') ?? childOf(channel, dublinCore, 'language');
  const inherited = channel.attributes.get('xml:lang');
  return [...findings, ...checkLanguage(language?.text.trim() ?? inherited, language?.line)];
}

function checkImage(image: XmlElement, core: string): Finding[] {
  return ['url', 'title', 'link'].flatMap((element) => {
    const child = childOf(image, core, element);
    if (child === undefined) {
      return [finding('element-missing', { element, parent: 'image' }, { line: image.line })];
    }
    return element === 'title' ? [] : checkAddress(`image/${element}`, child.text, { line: child.line });
  });
}

const dublinCore = 'http://purl.org/dc/elements/1.1/';
const channelSingles =
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl image rating textInput skipHours skipDays'.split(
    ' ',
  );
const channelElements = new Set([...channelSingles, 'category', 'item']);
