import { type Exchange, opaqueTag, sameBytes } from './exchange.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import type { Outline } from './outline.ts';

/** A document at one time: its answer, and what was read from that. */
export type Sight = { readonly exchange: Exchange; readonly text: string; readonly outline: Outline };

/**
 * Two polls of one feed held against each other: validators move when the list has changed, and only then.
 * Seconds apart, they show what moves by itself; before and after a correction, whether readers see it.
 */
export function checkSteadiness(before: Sight, after: Sight): Finding[] {
  if (after.exchange.status !== 200) return [];
  const etag = compareTags(before, after);
  const modified = compareHeader(before, after, 'last-modified');
  if (sameBytes(before.exchange.body, after.exchange.body)) {
    return [
      ...(etag === 'moved' ? [finding('etag-unsteady')] : []),
      ...(modified === 'moved' ? [finding('last-modified-unsteady')] : []),
    ];
  }
  if (!sameItems(before.outline, after.outline)) {
    // An entity-tag that moved is enough for all but those who send the date alone.
    if (etag === 'still') return [finding('validator-stuck', { validator: 'ETag' })];
    return modified === 'still' ? [finding('validator-stuck', { validator: 'Last-Modified' })] : [];
  }
  const values = firstDifference(before.text, after.text);
  return [
    finding('clock-in-document', { before: values.before, after: values.after }, { line: values.line }),
  ];
}

/** A Last-Modified older than what stands in the document: somebody who held it would never see that. */
export function checkHonesty({ exchange, outline }: Sight): Finding[] {
  const modified = Date.parse(exchange.headers.get('last-modified') ?? '');
  if (Number.isNaN(modified)) return [];
  const newest = outline.items
    .flatMap(({ changedAt }) => changedAt ?? [])
    // What bears a date of tomorrow says nothing of yesterday.
    .filter((date) => date.getTime() <= exchange.at.getTime())
    .reduce((latest, date) => Math.max(latest, date.getTime()), 0);
  if (modified >= newest - slackMs) return [];
  const values = {
    modified: new Date(modified).toUTCString(),
    newest: new Date(newest).toUTCString(),
  };
  return [finding('last-modified-behind', values)];
}

function compareTags(before: Sight, after: Sight): Comparison {
  const [old, now] = [before, after].map(({ exchange }) => opaqueTag(exchange.headers.get('etag')));
  return compare(old, now);
}

function compareHeader(before: Sight, after: Sight, name: string): Comparison {
  const [old, now] = [before, after].map(({ exchange }) => exchange.headers.get(name) ?? undefined);
  return compare(old, now);
}

type Comparison = 'absent' | 'moved' | 'still';

function compare(before: string | undefined, after: string | undefined): Comparison {
  if (before === undefined || after === undefined) return 'absent';
  return before === after ? 'still' : 'moved';
}

function sameItems(before: Outline, after: Outline): boolean {
  const prints = ({ items }: Outline) => JSON.stringify(items.map(({ fingerprint }) => fingerprint));
  return prints(before) === prints(after);
}

function firstDifference(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const index = old.findIndex((line, at) => line !== now[at]);
  const at = index === -1 ? old.length : index;
  const [a, b] = [old[at] ?? '', now[at] ?? ''];
  // A document in one line is shown from shortly before the place.
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const from = Math.max(0, start - 30);
  return { line: at + 1, before: excerpt(a.slice(from)), after: excerpt(b.slice(from)) };
}

const slackMs = 60_000;
