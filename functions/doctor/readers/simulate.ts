import { type Exchange, sameBytes } from '../exchange.ts';
import type { Outline } from '../outline.ts';
import type { FeedExchanges } from '../probe.ts';
import { freshRss } from './freshrss.ts';
import { miniflux } from './miniflux.ts';
import { newsBlur } from './newsblur.ts';
import { type Reader, daySeconds } from './reader.ts';
import { ttRss } from './tt-rss.ts';

/** What one reader would see of a feed that has not changed between two polls. */
export type ReaderReport = {
  readonly reader: string;
  readonly polls: readonly Poll[];
  readonly verdict: ReaderVerdict;
  /** Articles that it shows after the first poll. */
  readonly itemCount: number;
  /** What it costs to ask an unchanged feed for a day, in bytes of bodies; undefined where nobody knows its rhythm. */
  readonly idleBytesPerDay: number | undefined;
};

type SimulatedDocument = {
  readonly isJson: boolean;
  /** It is not well-formed. */
  readonly isBroken: boolean;
};

export type Poll = {
  readonly status: number;
  readonly wireBytes: number;
  readonly isWireEstimated: boolean;
  /** How long it then waits; undefined where it goes by a rhythm of its own. */
  readonly waitSeconds: number | undefined;
};

export type ReaderVerdict =
  /** Sees every article, and pays nothing for asking again. */
  | 'well'
  /** Sees every article, and gets it all again and again. */
  | 'wasteful'
  /** Each poll brings other bytes, though no article has changed. */
  | 'restless'
  /** Got everything again and did not look at it, since the ETag was the one that it knew. */
  | 'unread'
  /** Its parser gives up: no article. */
  | 'blind'
  /** It does not read this format. */
  | 'foreign'
  /** The server turned it away. */
  | 'refused'
  /** There is nothing in the feed. */
  | 'empty'
  /** The server stopped answering before its second poll. */
  | 'unfinished';

export function simulateReaders(
  exchanges: FeedExchanges,
  outline: Outline,
  document: SimulatedDocument,
): readonly ReaderReport[] {
  return [miniflux, freshRss, newsBlur, ttRss].map((reader) =>
    simulate(reader, exchanges, outline, document),
  );
}

function simulate(
  reader: Reader,
  exchanges: FeedExchanges,
  outline: Outline,
  document: SimulatedDocument,
): ReaderReport {
  const first = reader.first(exchanges);
  const second = first.status === 200 ? reader.second(exchanges) : undefined;
  const polls = [first, ...(second ? [second] : [])].map((answer) => toPoll(reader, answer, outline));
  const { waitSeconds, wireBytes = 0 } = polls.at(-1) ?? {};
  const verdict =
    first.status === 200
      ? (findBlindness(reader, outline, document) ?? judge(reader, first, second, outline))
      : 'refused';
  return {
    reader: reader.name,
    polls,
    verdict,
    itemCount:
      verdict === 'refused' || verdict === 'foreign' || verdict === 'blind' ? 0 : outline.items.length,
    idleBytesPerDay:
      waitSeconds === undefined ? undefined : Math.round((daySeconds / waitSeconds) * wireBytes),
  };
}

function toPoll(reader: Reader, answer: Exchange, outline: Outline): Poll {
  const { status, wireBytes, isWireEstimated } = answer;
  return { status, wireBytes, isWireEstimated, waitSeconds: reader.waitSeconds(answer, outline) };
}

function findBlindness(
  reader: Reader,
  { items }: Outline,
  { isJson, isBroken }: SimulatedDocument,
): ReaderVerdict | undefined {
  if (isJson && !reader.readsJsonFeed) return 'foreign';
  return isBroken && (reader.isStrict || items.length === 0) ? 'blind' : undefined;
}

/** What its second poll shows, after a first that went well. */
function judge(
  reader: Reader,
  first: Exchange,
  second: Exchange | undefined,
  outline: Outline,
): ReaderVerdict {
  if (second === undefined) return 'unfinished';
  if (outline.items.length === 0) return 'empty';
  if (second.status === 304 || second.status === 226) return 'well';
  if (second.status !== 200) return 'refused';
  if (reader.ignores?.(first, second) === true) return 'unread';
  return sameBytes(first.body, second.body) ? 'wasteful' : 'restless';
}
