import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviations } from '../../../functions/search/analyzer/abbreviations.ts';
import { analyzeDocument, toIndexTerms } from '../../../functions/search/analyzer/analyze.ts';
import { spellings } from '../../../functions/search/analyzer/spellings.ts';
import { findTokens } from '../../../functions/search/results/find-tokens.ts';
import { sampleArticles } from './sample-articles.ts';

/** The same by reading every word. */
function readAll(text: string, terms: ReadonlySet<string>) {
  return analyzeDocument(text).flatMap((token) => {
    const indexTerms = toIndexTerms(token.term);
    return indexTerms.some((term) => terms.has(term)) ? [{ ...token, meaning: indexTerms.at(-1) }] : [];
  });
}

function termsOf(text: string): string[] {
  return analyzeDocument(text).flatMap(({ term }) => toIndexTerms(term));
}

describe('tokens that answer terms', () => {
  it('are those that reading every word of the sample articles finds', () => {
    for (const { text } of sampleArticles) {
      const terms = termsOf(text);
      for (const start of [0, 7, 20, 41]) {
        const asked = new Set(terms.slice(start, start + 4));
        expect(findTokens(text, asked)).toEqual(readAll(text, asked));
      }
    }
  });

  it('are those also beside hyphens, foreign letters, other spellings and abbreviations', () => {
    const words = [
      ...Object.entries(spellings).flat(),
      ...Object.entries(abbreviations).flat(2),
      ..."jum'at e-KTP COVID-19 Rp5.000 anak-anak “kafé” İstanbul ½ ﬁlm menulis ditulis . - '".split(' '),
    ];
    const forms = Object.values(abbreviations).flat();
    const parted = fc
      .tuple(fc.constantFrom(...forms), fc.constantFrom('  ', ' - ', '\r\n', '\n\n\n', ' / “ '))
      .map(([form, between]) => form.replaceAll(' ', between));
    const word = fc.oneof(parted, fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 }));
    const gap = fc.constantFrom(' ', '', '-', '\n', "'", '.');
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.flat().join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (written, one, other) => {
        const terms = termsOf(written);
        const asked = new Set([one, other].flatMap((at) => terms[at % Math.max(1, terms.length)] ?? []));
        expect(findTokens(written, asked)).toEqual(readAll(written, asked));
      }),
      { numRuns: 3000 },
    );
  });
});
