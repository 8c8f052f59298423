import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWords } from '../../../../functions/search/analyzer/normalize.ts';
import { anyString } from '../sample.ts';

const textsOf = (text: string) => toWords(text).map((word) => word.text);

describe('the words of a text', () => {
  it.each([
    ['Wakil Bupati, hadir!', ['wakil', 'bupati', 'hadir']],
    ["Jum'at, Jum’at dan Jumʼat", ['jumat', 'jumat', 'dan', 'jumat']],
    ["'kutipan' dan “kutipan”", ['kutipan', 'dan', 'kutipan']],
    ['Café Rénô', ['cafe', 'reno']],
    ['Ｓｅｋａｒ ﬁlm', ['sekar', 'film']],
    ['pem\u00ADbangunan', ['pembangunan']],
    ['anak-anak Rabu-Kamis', ['anak', 'anak', 'rabu', 'kamis']],
    ['e-KTP, K-pop', ['ektp', 'kpop']],
    ['pra-kerja non-ASN', ['prakerja', 'nonasn']],
    ['COVID-19 Covid19 G-20', ['covid19', 'covid19', 'g20']],
    ['Rp5.000 atau Rp 1.250.000,50', ['rp5000', 'atau', 'rp', '1250000', '50']],
    ['pukul 10.30 tahun 2019/2020', ['pukul', '10', '30', 'tahun', '2019', '2020']],
    ['… – !', []],
  ])('of %j are %j', (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  it('know the parts of a compound', () => {
    expect(toWords('e-KTP')[0]?.parts).toEqual(['e', 'ktp']);
    expect(toWords('Rp5.000')[0]?.parts).toEqual(['rp', '5000']);
    expect(toWords('anak-anak').map((word) => word.parts)).toEqual([[], []]);
  });

  it('know where they stood', () => {
    const text = 'Kini e-KTP & COVID-19 di Rabu-Kamis.';
    const stood = toWords(text).map(({ start, end }) => text.slice(start, end));
    expect(stood).toEqual(['Kini', 'e-KTP', 'COVID-19', 'di', 'Rabu', 'Kamis']);
  });

  it('are found in any text, in order and inside of it', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const words = toWords(text);
        expect(words.filter((word) => !/^[\p{L}\p{N}]+$/u.test(word.text))).toEqual([]);
        const starts = words.map((word) => word.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(words.filter(({ start, end }) => start >= end || end > text.length)).toEqual([]);
      }),
    );
  });
});
