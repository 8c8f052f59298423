/** What a client may hold against its copy. */
export type Validators = {
  /** The opaque part of a weak entity-tag: letters, digits, `-`, `_` and `.`. */
  readonly etag: string;
  readonly lastModified?: Date | undefined;
};

/** The weak entity-tag as a header: our representations are equal in content, not in encoding. */
export function renderEtag(etag: string): string {
  return `W/"${etag}"`;
}

/**
 * Whether the client's copy is still good (RFC 9110, section 13.2.2): If-None-Match decides alone where it
 * is present; If-Modified-Since only speaks for those who send nothing else.
 */
export function isNotModified(headers: Headers, { etag, lastModified }: Validators): boolean {
  const ifNoneMatch = headers.get('If-None-Match');
  if (ifNoneMatch !== null) return matchesEtag(ifNoneMatch, etag);

  const since = parseHttpDate(headers.get('If-Modified-Since'));
  return since !== undefined && lastModified !== undefined && toSeconds(lastModified) <= toSeconds(since);
}

/** `*`, or a list with an entity-tag that is equal by the weak comparison (RFC 9110, section 8.8.3.2). */
export function matchesEtag(header: string, etag: string): boolean {
  // What almost every poller sends needs no reading.
  return header === renderEtag(etag) || header.trim() === '*' || tagsOf(header).includes(etag);
}

/** The opaque parts of the entity-tags in such a header, weak or strong. */
export function tagsOf(header: string): string[] {
  return [...header.matchAll(entityTag)].map((match) => match[1] ?? '');
}

/**
 * The Last-Modified that is safe to give out. Dates count in seconds, so a copy that was taken shortly after
 * a change could miss another change in the same second and be held for good for fresh (RFC 9110, section
 * 8.8.2.2): until a change has settled the copy is dated one second early, and the next poll gets a new one.
 */
export function safeLastModified(changedAt: Date, now: Date): Date {
  const isSettled = now.getTime() - changedAt.getTime() >= settlingMs;
  const seconds = Math.min(toSeconds(changedAt), toSeconds(now));
  return new Date((isSettled ? seconds : seconds - 1) * 1000);
}

/** The second of the change, the second for which a look is trusted, and one for an index that lags. */
const settlingMs = 3000;

/** IMF-fixdate and the two obsolete forms; an invalid date is no condition at all (section 13.1.3). */
function parseHttpDate(header: string | null): Date | undefined {
  if (header === null || !httpDate.test(header.trim())) return undefined;
  // asctime names no zone, and means GMT.
  const date = new Date(header.includes('GMT') ? header : `${header} GMT`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

const entityTag = /(?:W\/)?"([^"]*)"/g;
const httpDate =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;
