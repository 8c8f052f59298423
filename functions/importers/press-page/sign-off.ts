import { type Line, keepStart } from './line.ts';
import { endsSentence } from './wrapped-lines.ts';

/**
 * The sign-off at the end of an article: initials in brackets, `(fur/ros)`, `(fur/*)`, `[dms]`,
 * `(Humas/fur)`. A star and the press office itself are no authors: they stand for an article that names
 * nobody. Undefined where the brackets are part of the sentence, `… Daerah (APBD)`.
 */
export function takeSignOff(
  line: Line,
): { readonly authors: readonly string[]; readonly line: Line } | undefined {
  const start = Math.max(0, line.text.length - maxLength);
  const match = signOff.exec(line.text.slice(start));
  const inside = match?.groups?.['round'] ?? match?.groups?.['square'];
  if (match === null || inside === undefined) return undefined;

  const before = line.text.slice(0, start + match.index).trimEnd();
  const names = inside.split(/[/,&|;+]|\sdan\s/).map((name) => name.trim());
  if (!names.every((name) => isName.test(name))) return undefined;
  const isStarred = names.includes('*') || names.some((name) => /^\*+$/.test(name));
  const isInitials = names.every((name) => /^(?:\*+|\p{Ll}{2,5})$/u.test(name));
  // "… usaha (kecil)." is a sentence to its end.
  const isInside = before !== '' && !endsSentence(before);
  if (isInside && !isStarred && (!isInitials || match[0].trimEnd().endsWith('.'))) return undefined;

  const authors = names.map((name) => name.replace(/^\*+|\*+$/g, '')).filter((name) => !isOffice(name));
  return { authors: [...new Set(authors)], line: keepStart(line, before.length) };
}

/** Whether a name stands for the press office, which is the author of every article that names none. */
export function isOffice(name: string): boolean {
  return name === '' || officeNames.has(name.toLowerCase().split(/[\s.]/, 1)[0] ?? '');
}

const maxLength = 80;
const signOff = /(?:\((?<round>[^()[\]]{1,60})\)|\[(?<square>[^()[\]]{1,60})\])[\s.*]{0,4}$/u;
/** `*`, `fur`, `Rina Lestari`, `hms.skl`: no figures, so that `(19/12)` stays. */
const isName = /^(?:\*+|\*{0,2}\p{L}[\p{L}.'’-]{0,24}(?: [\p{L}][\p{L}.'’-]{0,24}){0,3}\*{0,2})$/u;
const officeNames = new Set('humas hms red redaksi admin administrator tim'.split(' '));
