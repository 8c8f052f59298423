/**
 * A day or a month of the office, as a part of the archive (RFC 5005, section 4). Once it is over it takes
 * in nothing but what is published with an old date.
 */
export type Period = {
  /** `2026/11` or `2026/11/23`: what stands in the archive's address. */
  readonly path: string;
  /** RFC 3339, UTC: its first instant. */
  readonly from: string;
  /** RFC 3339, UTC: its last millisecond. */
  readonly until: string;
};

/** The period of such a path, or undefined where that day or month does not exist. */
export function parsePeriod(path: string, zoneOffset: string): Period | undefined {
  const match = /^(\d{4})\/(\d\d)(?:\/(\d\d))?$/.exec(path);
  if (match === null) return undefined;
  const [, year = '', month = '', day] = match;
  const first = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(first.getTime()) || !first.toISOString().startsWith(path.replaceAll('/', '-')))
    return undefined;
  const next = new Date(first);
  if (day === undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  const offsetMs = offsetToMs(zoneOffset);
  return {
    path,
    from: new Date(first.getTime() - offsetMs).toISOString(),
    until: new Date(next.getTime() - offsetMs - 1).toISOString(),
  };
}

/** The date on the office's clocks: `2026-11-23`. */
export function dateOf(instant: Date, zoneOffset: string): string {
  return new Date(instant.getTime() + offsetToMs(zoneOffset)).toISOString().slice(0, 10);
}

/** The day, on the office's clocks, in which an instant falls. */
export function dayOf(instant: Date, zoneOffset: string): Period {
  return needPeriod(dateOf(instant, zoneOffset), zoneOffset);
}

/** The month, on the office's clocks, in which an instant falls. */
export function monthOf(instant: Date, zoneOffset: string): Period {
  return needPeriod(dateOf(instant, zoneOffset).slice(0, 7), zoneOffset);
}

/** Whether the period is over. */
export function isClosed(period: Period, now: Date): boolean {
  return Date.parse(period.until) < now.getTime();
}

/**
 * The part of the archive in which an instant stands for those who come from `later`: a day of a month that
 * was still open then, a month as soon as it was closed.
 */
export function archivePeriodOf(instant: Date, later: Date, zoneOffset: string): Period {
  const month = monthOf(instant, zoneOffset);
  return isClosed(month, later) ? month : dayOf(instant, zoneOffset);
}

function needPeriod(date: string, zoneOffset: string): Period {
  const period = parsePeriod(date.replaceAll('-', '/'), zoneOffset);
  if (period === undefined) throw new Error(`cannot make a period of ${date}`);
  return period;
}

/** `+07:00` in milliseconds. */
function offsetToMs(zoneOffset: string): number {
  const [hours = 0, minutes = 0] = zoneOffset.slice(1).split(':').map(Number);
  return (zoneOffset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
