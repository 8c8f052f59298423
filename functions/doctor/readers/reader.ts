import type { Exchange } from '../exchange.ts';
import type { Outline } from '../outline.ts';
import type { FeedExchanges } from '../probe.ts';

/** How one program polls. Figures and manners are those of its own source, with its default settings. */
export type Reader = {
  readonly name: string;
  /** Its parser gives up on XML that is not well-formed. */
  readonly isStrict: boolean;
  readonly readsJsonFeed: boolean;
  /** The exchange that is its first poll. */
  readonly first: (exchanges: FeedExchanges) => Exchange;
  /** Its next poll, with what it kept of the first; undefined where the server was not asked that. */
  readonly second: (exchanges: FeedExchanges) => Exchange | undefined;
  /** Whether it leaves an answer of 200 unread for what its headers say. */
  readonly ignores?: (before: Exchange, after: Exchange) => boolean;
  /** Seconds until it comes again after this answer; undefined where it goes by a rhythm of its own. */
  readonly waitSeconds: (answer: Exchange, outline: Outline) => number | undefined;
};

/** What the conditional polls fall back to: a feed without validators is asked for everything again. */
export function plainAgain({ again }: FeedExchanges): Exchange | undefined {
  return again;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

export const minuteSeconds = 60;
export const hourSeconds = 3600;
export const daySeconds = 86_400;
