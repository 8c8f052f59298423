import { parseInstant } from '../../articles/instant.ts';
import type { Office } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { parseWrittenDate } from '../written-date.ts';

/**
 * When a post was published, RFC 3339. WordPress writes the time of the site and of Greenwich, and the
 * difference is the site's zone; the latter is zeros for what was never published.
 */
export function postDate(field: (name: string) => string, zone: Office['timeZone']): string | undefined {
  const [local, utc] = [field('wp:post_date'), field('wp:post_date_gmt')];
  const [localMs, utcMs] = [toMs(local), toMs(utc)];
  if (localMs !== undefined && utcMs !== undefined) {
    const offset = toOffset(localMs - utcMs);
    const instant = offset === undefined ? undefined : parseInstant(`${local}${offset}`);
    return instant ?? parseInstant(`${utc}Z`);
  }
  if (utcMs !== undefined) return parseInstant(`${utc}Z`);
  if (localMs !== undefined) return parseInstant(`${local}${zoneOffset(zone)}`);
  const date = parseWrittenDate(field('pubDate'), zone);
  return date.ok ? date.value : undefined;
}

function toMs(written: string): number | undefined {
  const instant = parseInstant(`${written}Z`);
  return instant === undefined ? undefined : Date.parse(instant);
}

/** Zones differ by quarters of an hour, up to 14 hours. */
function toOffset(ms: number): string | undefined {
  const minutes = Math.abs(ms) / 60_000;
  if (minutes % 15 !== 0 || minutes > 14 * 60) return undefined;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${ms < 0 ? '-' : '+'}${hours}:${rest}`;
}
