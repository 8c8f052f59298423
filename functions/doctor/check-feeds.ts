import { type AskDependencies, createAsk } from './ask.ts';
import { compareIds, type FeedItems } from './check-ids.ts';
import { discoverFeeds } from './discover-feeds.ts';
import { type FeedReport, type SeenDocument, examineFeed, see } from './examine.ts';
import { type Finding, finding } from './finding.ts';
import { parseLinks } from './link-header.ts';
import { isFeedType } from './outline.ts';

/**
 * The doctor's round: each address is a feed, or a page that names feeds, which are then all examined. One
 * question after the other. An aborted signal ends the round with what is there.
 */
export async function checkFeeds(
  dependencies: AskDependencies,
  urls: readonly string[],
): Promise<readonly FeedReport[]> {
  const ask = createAsk(dependencies);
  const reports: FeedReport[] = [];
  const examined: FeedItems[] = [];
  const waiting: Visit[] = urls.map((url) => ({ url, isNamed: false }));
  const known = new Set<string>();

  for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) {
    const asked = await ask(visit.url);
    if (dependencies.signal.aborted) break;
    if (!asked.ok) {
      reports.push(unreachable(visit.url, asked.finding));
      continue;
    }
    const { exchange } = asked;
    if (known.has(exchange.url)) continue;
    known.add(exchange.url);
    const seen = see(exchange);
    if (exchange.status === 200 && seen.document.kind === 'html' && !visit.isNamed) {
      const feeds = discoverFeeds(seen.text, exchange.url);
      waiting.unshift(...feeds.slice(0, maxFeedsOfPage).map(({ url }) => ({ url, isNamed: true })));
      const left = feeds.length - maxFeedsOfPage;
      if (feeds.length === 0) reports.push(await examineFeed(ask, seen));
      if (left > 0) reports.push(leftOut(exchange.url, left));
      continue;
    }
    const report = await examineFeed(ask, seen);
    const items = { url: exchange.url, items: seen.outline.items };
    const siblings = await seeSiblings(ask, seen, known, waiting);
    // Half an examination would tell of faults that are none.
    if (dependencies.signal.aborted) break;
    reports.push({
      ...report,
      findings: [...report.findings, ...compareIds(items, [...examined, ...siblings])],
    });
    examined.push(items);
  }
  return reports;
}

/** A named feed that turns out to be a page is not searched for feeds of its own. */
type Visit = { readonly url: string; readonly isNamed: boolean };

/** The same list in other formats, by the feed's own account, where nobody asked for them: for their ids. */
async function seeSiblings(
  ask: ReturnType<typeof createAsk>,
  { exchange, outline }: SeenDocument,
  known: ReadonlySet<string>,
  waiting: readonly Visit[],
): Promise<FeedItems[]> {
  const linked = parseLinks(exchange.headers.get('link') ?? '', exchange.url)
    .filter(({ rels, type }) => rels.includes('alternate') && isFeedType(type))
    .map(({ url }) => url);
  const named = outline.alternates.flatMap(({ url }) => URL.parse(url, exchange.url)?.href ?? []);
  const unseen = [...new Set([...linked, ...named])].filter(
    (url) => !known.has(url) && !waiting.some((visit) => visit.url === url),
  );
  const siblings: FeedItems[] = [];
  for (const url of unseen.slice(0, maxSiblings)) {
    const asked = await ask(url);
    if (asked.ok && asked.exchange.status === 200) {
      siblings.push({ url, items: see(asked.exchange).outline.items });
    }
  }
  return siblings;
}

function unreachable(url: string, found: Finding): FeedReport {
  return { ...emptyReport, url, findings: [found] };
}

function leftOut(url: string, count: number): FeedReport {
  const findings = [finding('feeds-left-out', { count: String(count), limit: String(maxFeedsOfPage) })];
  return { ...emptyReport, url, address: url, status: 200, findings };
}

const emptyReport: Omit<FeedReport, 'url' | 'findings'> = {
  address: undefined,
  status: undefined,
  format: undefined,
  title: undefined,
  itemCount: 0,
  bytes: 0,
  wireBytes: 0,
  isWireEstimated: false,
  readers: [],
};
/** Each costs a dozen questions; more can be named one by one. */
const maxFeedsOfPage = 12;
const maxSiblings = 5;
