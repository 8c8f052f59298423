import { createHash } from 'node:crypto';
import { htmlToText } from '../articles/html.ts';
import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import type { Draft } from './draft.ts';
import { ownCopy } from './own-copy.ts';
import type { PublishFailure } from './publish-answer.ts';

/** An article that is here, or came earlier in this import, and looks like the one that is to go in. */
export type Twin = {
  /** Whether they say the same; else they only share title and day. */
  readonly isSame: boolean;
  readonly url?: string;
  readonly name: string;
};

export type TwinAnswer =
  { readonly ok: true; readonly twin?: Twin } | { readonly ok: false; readonly failure: PublishFailure };

/** What a list of the service tells of an article. */
export type ListedArticle = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: string;
};

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: PublishFailure };

/**
 * Finds the same article from another source: the same title, or the same beginning, on the same day, and
 * then mostly the same words. What the service has is listed a month at a time, as articles of that month
 * come; an article there is read only where title or beginning agree.
 */
export function createTwinFinder(
  service: {
    /** @param month `2019-12` */
    readonly listMonth: (month: string) => Promise<Answer<readonly ListedArticle[]>>;
    /** Its body; undefined where it is gone by now. */
    readonly readBody: (id: string) => Promise<Answer<string | undefined>>;
  },
  timeZone: Office['timeZone'],
): (draft: Draft, id: string) => Promise<TwinAnswer> {
  const months = new Set<string>();
  const known = new Map<string, Known[]>();
  const offsetMs =
    Date.parse(`1970-01-01T00:00:00Z`) - Date.parse(`1970-01-01T00:00:00${zoneOffset(timeZone)}`);
  const dayOf = (instant: string) => new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10);
  const remember = (keys: readonly string[], entry: Known): void => {
    for (const key of keys) known.set(key, [...(known.get(key) ?? []), entry]);
  };

  return async (draft, id) => {
    if (Number.isNaN(Date.parse(draft.publishedAt))) return { ok: true };
    const day = dayOf(draft.publishedAt);
    const month = day.slice(0, 7);
    if (!months.has(month)) {
      const listed = await service.listMonth(month);
      if (!listed.ok) return listed;
      months.add(month);
      for (const article of listed.value) {
        const keys = keysOf(dayOf(article.publishedAt), article.title, article.summary);
        remember(keys, { id: article.id, name: article.title, url: article.url, sketch: undefined });
      }
    }
    const words = toWords(htmlToText(draft.bodyHtml));
    const sketch = sketchOf(words);
    const keys = keysOf(day, draft.title, words.join(' '));
    const own: Known = { id, name: ownCopy(draft.title), url: undefined, sketch };
    let twin: Twin | undefined;
    for (const other of new Set(keys.flatMap((key) => known.get(key) ?? []))) {
      if (other.id === id || twin?.isSame === true) continue;
      const body = other.sketch === undefined ? await service.readBody(other.id) : undefined;
      if (body?.ok === false) return body;
      if (body?.ok === true) {
        if (body.value === undefined) continue;
        other.sketch = sketchOf(toWords(htmlToText(body.value)));
      }
      const isSame = likeness(sketch, other.sketch ?? []) >= sameLikeness;
      const isNamedAlike = toKey(other.name) === toKey(draft.title);
      if (!isSame && !isNamedAlike) continue;
      twin = { isSame, name: other.name, ...(other.url !== undefined && { url: other.url }) };
    }
    if (twin?.isSame !== true) remember(keys, own);
    return twin === undefined ? { ok: true } : { ok: true, twin };
  };
}

type Known = {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
  /** Undefined until its text is needed. */
  sketch: readonly number[] | undefined;
};

/** How alike two texts are, 0 to 1: the share of the sketch that agrees. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return a.length === b.length ? 1 : 0;
  return a.filter((value, index) => value === b[index]).length / a.length;
}

/**
 * A text as a few numbers (MinHash over runs of four words): the share of them that two texts have in common
 * estimates the share of such runs that they have in common.
 */
export function sketchOf(words: readonly string[]): number[] {
  if (words.length === 0) return [];
  const minima = Array.from({ length: sketchLength }, () => 0xffff_ffff);
  for (let start = 0; start <= Math.max(0, words.length - runLength); start++) {
    const hash = hashOf(words.slice(start, start + runLength).join(' '));
    for (let at = 0; at < sketchLength; at++) {
      const mixed = mix(hash ^ Math.imul(at + 1, 0x9e37_79b1));
      if (mixed < (minima[at] ?? 0)) minima[at] = mixed;
    }
  }
  return minima;
}

/** The words of a text, without case, marks and signs. */
export function toWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, maxWords);
}

function keysOf(day: string, title: string, text: string): string[] {
  const beginning = toKey(text).slice(0, beginningLength);
  return [digest(`${day} title ${toKey(title)}`)].concat(
    beginning.length < beginningLength ? [] : digest(`${day} text ${beginning}`),
  );
}

function toKey(text: string): string {
  return toWords(text).join('');
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 16);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the input moves half of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const sketchLength = 24;
const runLength = 4;
const maxWords = 2000;
/** Letters of a text's beginning, from which its day and this are enough to look closer. */
const beginningLength = 60;
/** Two copies differ by a dateline, a caption, a sign-off; two reports of one ceremony share less. */
const sameLikeness = 0.7;
