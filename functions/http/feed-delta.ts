import type { Context } from 'hono';
import { tagsOf } from './conditional.ts';
import type { Member } from './list-members.ts';

/**
 * The validator of a feed: a digest of what it shows, and when its newest member changed, in base 36. The
 * time makes every version that we ever gave out a known one, in any container (see {@link newsSince}).
 */
export function toFeedEtag(digest: string, members: readonly Member[]): string {
  const newest = members.map(({ changedAt }) => Date.parse(changedAt)).reduce((a, b) => Math.max(a, b), 0);
  return `${digest}.${newest.toString(36)}`;
}

/**
 * The members that are new or corrected since the version that the client holds, for a client that asks for
 * them (RFC 3229, `A-IM: feed`); undefined for everyone else, where its version is current or unknown, and
 * where there is nothing new or something left since, which no delta can say.
 */
export function newsSince(
  c: Context,
  etag: string,
  {
    members,
    removedAt = '',
  }: { readonly members: readonly Member[]; readonly removedAt?: string | undefined },
): readonly Member[] | undefined {
  if (!acceptsFeedDelta(c.req.header('A-IM')) || refusesDelta(c.req.header('User-Agent'))) return undefined;
  const held = tagsOf(c.req.header('If-None-Match') ?? '');
  if (held.includes(etag)) return undefined;
  const times = held.flatMap((tag) => {
    const time = /^[\w-]{22}\.([0-9a-z]{1,9})$/.exec(tag)?.[1];
    return time === undefined ? [] : [Number.parseInt(time, 36)];
  });
  if (times.length === 0) return undefined;
  const since = Math.max(...times);
  if (Date.parse(removedAt) >= since) return undefined;
  const news = members.filter(({ changedAt }) => {
    const changed = Date.parse(changedAt);
    // What changed at that very time is what the client's version was named after.
    return changed > since - overlapMs && changed !== since;
  });
  return news.length > 0 && news.length < members.length ? news : undefined;
}

/** Whether `A-IM` (RFC 3229, section 10.5.3) names `feed`, and not with the quality of 0 that refuses it. */
function acceptsFeedDelta(header: string | undefined): boolean {
  return (header ?? '').split(',').some((manipulation) => {
    const [name, ...parameters] = manipulation.split(';').map((part) => part.trim().toLowerCase());
    return name === 'feed' && !parameters.some((parameter) => /^q\s*=\s*0(?:\.0{0,3})?$/.test(parameter));
  });
}

/**
 * Whether it asks for what it cannot take. feedparser sends `A-IM: feed` by itself, and rss2email, which stands
 * on it and bears its name, takes 226 for a failure: it would never see another article.
 */
function refusesDelta(userAgent = ''): boolean {
  return /^(?:feedparser|rss2email)\b/i.test(userAgent);
}

/**
 * A look over several pages of an index is no snapshot, and an index may lag behind its table: what was
 * saved just before the newest that a client has seen may be missing there. An entry sent twice is one.
 */
const overlapMs = 1000;
