import { describe, expect, it } from 'vitest';
import { abbreviations } from '../../../../functions/search/analyzer/abbreviations.ts';
import {
  analyzeDocument,
  analyzeQuery,
  toIndexTerms,
} from '../../../../functions/search/analyzer/analyze.ts';
import { spellings } from '../../../../functions/search/analyzer/spellings.ts';

const termsOf = (text: string) => analyzeDocument(text).map((token) => token.term);
const queryTerms = (text: string) => analyzeQuery(text).map((word) => [...word.terms.keys()].at(-1));

describe('a document', () => {
  it('is spelled as the dictionary spells', () => {
    expect(termsOf('Propinsi dan Walikota')).toEqual(['provinsi', 'wali', 'kota']);
  });

  it('has one term for an abbreviation in its short and in its long form', () => {
    expect(termsOf('Wabup')).toContain('§wabup');
    expect(termsOf('Wakil Bupati')).toContain('§wabup');
    expect(termsOf('bupati wakil')).not.toContain('§wabup');
  });

  it('has the abbreviations inside of a longer one too', () => {
    expect(termsOf('calon wakil bupati')).toEqual(expect.arrayContaining(['§cawabup', '§wabup']));
    expect(termsOf('e-KTP')).toEqual(expect.arrayContaining(['§ektp', '§ktp']));
  });

  it('says where a long form stands', () => {
    const text = 'Pesan Wakil Bupati itu';
    const token = analyzeDocument(text).find(({ term }) => term === '§wabup');
    expect(text.slice(token?.start, token?.end)).toBe('Wakil Bupati');
  });

  it('has no stop words, but knows the long forms that hold one', () => {
    expect(termsOf('yang ke-19')).toEqual(['ke19', '19']);
    expect(termsOf('Dinas Kependudukan dan Pencatatan Sipil')).toContain('§disdukcapil');
  });

  it('is indexed by words and their stems', () => {
    expect(toIndexTerms('pembangunan')).toEqual(['pembangunan', '~bangun']);
    expect(toIndexTerms('2019')).toEqual(['2019']);
    expect(toIndexTerms('§wabup')).toEqual(['§wabup']);
  });
});

describe('a query', () => {
  it('asks for an abbreviation in either form by its one term', () => {
    expect(queryTerms('wakil bupati')).toEqual(['§wabup']);
    expect(queryTerms('wabup')).toEqual(['§wabup']);
  });

  it('takes the longest abbreviation', () => {
    expect(queryTerms('calon wakil bupati')).toEqual(['§cawabup']);
  });

  it('asks once for words of one stem, and not for stop words', () => {
    expect(queryTerms('apa itu membangun pembangunan')).toEqual(['membangun']);
  });

  it('asks more softly for a stem, and for what a compound is made of', () => {
    const [word] = analyzeQuery('Covid-19');
    expect(Object.fromEntries(word?.terms ?? [])).toEqual({ covid19: 1, covid: 0.7 });
    const [other] = analyzeQuery('komparasikan');
    expect(Object.fromEntries(other?.terms ?? [])).toEqual({ komparasikan: 1, '~komparasi': 0.7 });
  });
});

describe('the tables', () => {
  it('spell to the end: no official word is itself respelled', () => {
    const written = new Set(Object.keys(spellings));
    const official = Object.values(spellings).flatMap((words) => words.split(' '));
    expect(official.filter((word) => written.has(word))).toEqual([]);
  });

  it('have every abbreviation found by its short and by each long form', () => {
    for (const [short, long] of Object.entries(abbreviations))
      for (const form of [short, ...[long].flat()]) expect(queryTerms(form)).toEqual([`§${short}`]);
  });
});
