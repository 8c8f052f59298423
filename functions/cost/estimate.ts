import { assumptions } from './assumptions.ts';
import { countedOperations, measuredBytes } from './counted-operations.ts';
import type { Load } from './load.ts';
import { type PriceName, priceNames, prices } from './prices.ts';

/** One line of a month's bill. */
export type BillLine = {
  readonly name: PriceName;
  readonly service: string;
  /** Units in a month. */
  readonly quantity: number;
  /** At list prices, US dollars. */
  readonly usd: number;
  /** What is left of it in an account that uses its standing allowance for nothing else. */
  readonly usdAfterAllowance: number;
};

export type Estimate = {
  readonly lines: readonly BillLine[];
  readonly usd: number;
  readonly usdAfterAllowance: number;
  /** Requests a day that the edge does not answer by itself. */
  readonly originPerDay: { readonly polls: number; readonly changedFeeds: number; readonly pages: number };
};

/** What a load costs a month: operations as they are counted in the app, times list prices. */
export function estimateCost(load: Load): Estimate {
  const originPerDay = requestsPastEdge(load);
  const quantities = quantitiesOf(load, originPerDay);
  const lines = priceNames.map((name) => {
    const { service, usd, free } = prices[name];
    const quantity = quantities[name];
    const usdAfterAllowance = Math.max(0, quantity - free) * usd;
    return { name, service, quantity, usd: quantity * usd, usdAfterAllowance };
  });
  return {
    lines,
    usd: lines.reduce((sum, line) => sum + line.usd, 0),
    usdAfterAllowance: lines.reduce((sum, line) => sum + line.usdAfterAllowance, 0),
    originPerDay,
  };
}

/**
 * A copy at the edge is asked for at random, and fetched again at the first request after its time: with so
 * many requests a second, one in `1 + rate × seconds` goes through.
 */
function requestsPastEdge({ pollsPerDay, pagesPerDay, publicationsPerDay, polledFeeds }: Load) {
  const { edgeSeconds, edgeCopies, changedFeeds, correctionsPerPublication, pagesPastEdge } = assumptions;
  const perCopy = pollsPerDay / 86_400 / (polledFeeds * edgeCopies);
  const polls = pollsPerDay / (1 + perCopy * edgeSeconds);
  const changes = publicationsPerDay * (1 + correctionsPerPublication) * changedFeeds * edgeCopies;
  return { polls, changedFeeds: Math.min(polls, changes), pages: pagesPerDay * pagesPastEdge };
}

type PerDay = Estimate['originPerDay'];

function quantitiesOf(load: Load, origin: PerDay): Record<PriceName, number> {
  const { daysPerMonth, alarms, dashboards, secrets, correctionsPerPublication } = assumptions;
  const { searchesPerDay, articles, publicationsPerDay, picturesPerDay } = load;
  const { picturesPerArticle, picturesPastEdge, pictureBytes } = assumptions;
  const completions = searchesPerDay * assumptions.completionsPerSearch;
  const viaFunction = load.pollsPerDay + load.pagesPerDay + searchesPerDay + completions;
  const newPictures = publicationsPerDay * picturesPerArticle;
  const changes = publicationsPerDay * (1 + correctionsPerPublication);
  const reading = origin.polls + origin.pages + searchesPerDay + completions;
  const calls = reading + 2 * changes + newPictures + 1;
  const storedGigabytes = (articles * measuredBytes.storedArticle) / 1e9;
  return {
    edgeRequests: (viaFunction + picturesPerDay) * daysPerMonth,
    edgeGigabytes: (bytesToReaders(load) / 1e9) * daysPerMonth,
    edgeFunctionCalls: viaFunction * daysPerMonth,
    lambdaRequests: calls * daysPerMonth,
    lambdaGigabyteSeconds: gigabyteSeconds(load, origin, completions) * daysPerMonth,
    tableReads: units(load, origin, 'readUnits') * daysPerMonth,
    tableWrites: units(load, origin, 'writeUnits') * daysPerMonth,
    tableGigabytes: storedGigabytes,
    backupGigabytes: storedGigabytes,
    bucketGigabytes: (articles * (measuredBytes.indexedArticle + picturesPerArticle * pictureBytes)) / 1e9,
    bucketWrites: bucketWrites(changes, newPictures) * daysPerMonth,
    bucketReads: (segmentReads(changes) + picturesPerDay * picturesPastEdge) * daysPerMonth,
    publishingRequests: (changes + newPictures) * daysPerMonth,
    logGigabytes: (calls * (measuredBytes.logLine + assumptions.lambdaLogBytes) * daysPerMonth) / 1e9,
    alarms,
    dashboards,
    secrets,
    // Looked at again after five minutes, by a container that publishes.
    secretReads: changes * daysPerMonth,
  };
}

/** A container looks at the manifest every two seconds at most. */
const looksPerDay = 43_200;

function bytesToReaders({ pollsPerDay, searchesPerDay, pagesPerDay, picturesPerDay }: Load): number {
  const { conditionalShare, completionsPerSearch, pictureBytes } = assumptions;
  const { feed, page, searchAnswer, notModified } = measuredBytes;
  const polls = pollsPerDay * (conditionalShare * notModified + (1 - conditionalShare) * feed);
  const completions = searchesPerDay * completionsPerSearch * notModified;
  const pictures = picturesPerDay * pictureBytes;
  return polls + searchesPerDay * searchAnswer + completions + pagesPerDay * page + pictures;
}

function units(load: Load, origin: PerDay, kind: 'readUnits' | 'writeUnits'): number {
  const operations = countedOperations;
  const corrections = load.publicationsPerDay * assumptions.correctionsPerPublication;
  const changes = load.publicationsPerDay + corrections;
  const looks = Math.min(load.searchesPerDay, assumptions.containers * looksPerDay);
  return (
    (origin.polls - origin.changedFeeds) * operations.pollUnchanged[kind] +
    origin.changedFeeds * operations.feed[kind] +
    origin.pages * operations.articlePage[kind] +
    load.searchesPerDay * operations.search[kind] +
    looks * operations.manifestLook[kind] +
    load.publicationsPerDay * operations.publication[kind] +
    corrections * operations.correction[kind] +
    changes * operations.indexing[kind] +
    // Compact walks over the list of all articles, whose entries are of 300 bytes.
    (kind === 'readUnits' ? ((load.articles * 300) / 4096) * 0.5 : 0)
  );
}

function bucketWrites(changesPerDay: number, newPicturesPerDay: number): number {
  const { indexing, pictureKept } = countedOperations;
  // One more for what compact merges.
  return changesPerDay * indexing.requests.PutObject + newPicturesPerDay * pictureKept.requests.PutObject + 1;
}

function segmentReads(changesPerDay: number): number {
  const { containers, containerStartsPerDay, segmentsPerIndex } = assumptions;
  return containerStartsPerDay * segmentsPerIndex + changesPerDay * containers;
}

function gigabyteSeconds(load: Load, origin: PerDay, completions: number): number {
  const { milliseconds: ms, memoryMiB, correctionsPerPublication, containerStartsPerDay } = assumptions;
  const changes = load.publicationsPerDay * (1 + correctionsPerPublication);
  const reading =
    (origin.polls - origin.changedFeeds) * ms.poll +
    origin.changedFeeds * ms.feed +
    origin.pages * ms.page +
    load.searchesPerDay * ms.search +
    completions * ms.completion +
    containerStartsPerDay * ms.containerStart;
  const pictures = load.publicationsPerDay * assumptions.picturesPerArticle * ms.picture;
  const publishing = changes * ms.publication + pictures;
  const compact = (load.articles / 1000) * ms.compactPerThousand;
  return (
    (reading * memoryMiB.reading +
      publishing * memoryMiB.publishing +
      changes * ms.indexing * memoryMiB.indexer +
      compact * memoryMiB.compact) /
    1024 /
    1000
  );
}
