import { toXmlCharacters } from '../../articles/characters.ts';
import { toWords } from '../analyzer/normalize.ts';
import { phraseWordsOf } from '../analyzer/phrase-term.ts';
import { respell } from '../analyzer/spellings.ts';
import { findTokens } from './find-tokens.ts';
import { findPassage, type Mark } from './passage.ts';

/**
 * The passage of a text that shows best why it was found, as safe HTML: `<mark>` stands around what
 * matched, and everything else is escaped. Without matches it is the beginning of the text.
 *
 * @param terms The terms of a hit. Other forms of a word are marked where its stem matched, and `Wakil
 * Bupati` where `wabup` did.
 */
export function renderSnippet(text: string, terms: readonly string[]): string {
  const source = text.slice(0, maxTextLength);
  const marks = findMarks(source, new Set(terms));
  const passage = findPassage(source, marks);
  let html = passage.isCutBefore ? '… ' : '';
  let at = passage.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, passage.end);
    if (start >= end) continue;
    html += `${escapeText(source.slice(at, start))}<mark>${escapeText(source.slice(start, end))}</mark>`;
    at = end;
  }
  html += escapeText(source.slice(at, passage.end));
  return passage.isCutAfter ? `${html} …` : html;
}

/** What stands behind is not looked at. */
const maxTextLength = 20_000;
const maxMarks = 300;

/** Where the text answers one of the terms; of marks that begin together the longer goes first. */
function findMarks(text: string, terms: ReadonlySet<string>): Mark[] {
  if (terms.size === 0) return [];
  const phrases = [...terms].filter((term) => phraseWordsOf(term) !== undefined);
  const marks: Mark[] = findTokens(text, terms).slice(0, maxMarks);
  for (const phrase of phrases) marks.push(...findPhraseMarks(text, phrase));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where words stand in a row that count as one. */
function findPhraseMarks(text: string, phrase: string): Mark[] {
  const names = phraseWordsOf(phrase) ?? [];
  const words = respell(toWords(text));
  return words
    .flatMap(({ start }, at) => {
      const isThere = names.every((name, offset) => words[at + offset]?.text === name);
      return isThere ? [{ start, end: words[at + names.length - 1]?.end ?? start, meaning: phrase }] : [];
    })
    .slice(0, maxMarks);
}

function escapeText(text: string): string {
  // Most of a text is letters, commas and full stops.
  if (plain.test(text) && !text.includes('  ')) return text;
  return toXmlCharacters(text)
    .replace(/[^\S ]\s*|\s{2,}/g, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const plain = /^[ !#-%(-;=?-~]*$/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
