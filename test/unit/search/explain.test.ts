import { describe, expect, it } from 'vitest';
import type { Explanation, TermPart } from '../../../functions/search/explanation.ts';
import type { SearchPage } from '../../../functions/search/request.ts';
import judged from '../../relevance/judged.json' with { type: 'json' };
import { idsOf, indexSamples, indexTexts, search } from './sample.ts';
import { indexSampleArticles } from './sample-articles.ts';

const sum = (parts: readonly { readonly points: number }[]) =>
  parts.reduce((total, { points }) => total + points, 0);

function explanationsOf({ hits }: SearchPage): (Explanation & { score: number })[] {
  return hits.map(({ score, explanation }) => {
    if (explanation === undefined) throw new Error('a hit is not explained');
    return { ...explanation, score };
  });
}

function explain(index: Parameters<typeof search>[0], q: string, given = {}) {
  return explanationsOf(search(index, q, { explain: true, ...given }));
}

/** By how much, at the most, the parts are not the score, or what they are made of is not them. */
function differenceIn(explanations: ReturnType<typeof explain>): number {
  const differences = explanations.map(({ score, parts, words, together }) => {
    const pointsOf = (name: string) => sum(parts.filter(({ part }) => part === name));
    const terms = words.flatMap((word) => word.terms);
    const products = terms.map(
      ({ weight, boost, rarity, saturation, points }) => weight * boost * rarity * saturation - points,
    );
    const sums = [sum(terms) - pointsOf('words'), sum(together) - pointsOf('together'), sum(parts) - score];
    return Math.max(...[...products, ...sums].map(Math.abs));
  });
  return Math.max(...differences);
}

describe('the explanation of a hit', () => {
  it('adds up to its score, for every judged query on the sample articles', () => {
    const { index } = indexSampleArticles();
    const queries = Object.values(judged).flatMap((set) => Object.keys(set));
    const explained = queries.flatMap((q) => explain(index, q));
    expect(explained.length).toBeGreaterThan(queries.length);
    expect(differenceIn(explained)).toBeLessThan(1e-6);
    const named = new Set(explained.flatMap(({ parts }) => parts.map(({ part }) => part)));
    expect(named).toEqual(new Set(['words', 'coverage', 'together', 'news']));
  });

  it('tells by which term each word is answered, in which field, and how rare that is', () => {
    const index = indexTexts({
      a: 'Pembangunan jembatan gantung. Jembatan gantung itu panjang.',
      b: 'Lomba tari di Puskesmas Gemah.',
      c: 'Membangun jembatan.',
    });
    const [best] = explain(index, 'membangun jembatan gantung wakil bupati');
    const told = best?.words.map(({ typed, isAnswered, terms }) => ({
      typed,
      isAnswered,
      terms: terms.map(
        ({ term, match, field, frequency, articles }: TermPart) =>
          `${match} ${term} in ${field}: ${frequency} times, ${articles} articles`,
      ),
    }));
    expect(told).toEqual([
      {
        typed: 'membangun',
        isAnswered: true,
        terms: ['stem bangun in all: 1 times, 2 articles'],
      },
      {
        typed: 'jembatan',
        isAnswered: true,
        terms: ['stem jembatan in all: 2 times, 2 articles', 'form jembatan in all: 2 times, 2 articles'],
      },
      {
        typed: 'gantung',
        isAnswered: true,
        terms: ['stem gantung in all: 2 times, 1 articles', 'form gantung in all: 2 times, 1 articles'],
      },
      { typed: 'wakil bupati', isAnswered: false, terms: [] },
    ]);
    expect(best?.together.map(({ words, how }) => `${how}: ${words.join(' ')}`)).toContain(
      'in-a-row: jembatan gantung',
    );
    expect(best?.parts).toContainEqual(expect.objectContaining({ part: 'coverage', answered: 3, asked: 3 }));
  });

  it('names repairs, abbreviations and parts of compounds', () => {
    const index = indexTexts({ a: 'Wakil Bupati menerima vaksin Covid di puskesmas.', b: 'Lomba tari.' });
    const [hit] = explain(index, 'wabup vaksni covid-19');
    const kinds = hit?.words.map(({ terms }) => [...new Set(terms.map(({ match }) => match))]);
    expect(kinds).toEqual([['abbreviation'], ['repair'], ['part-of-compound']]);
    expect(differenceIn(hit === undefined ? [] : [hit])).toBeLessThan(1e-6);
  });

  it('tells what a time adds that the query names', () => {
    const index = indexSamples([
      { id: 'old', text: 'Banjir desember.', publishedAt: '2019-12-20T00:00:00.000Z' },
      { id: 'new', text: 'Banjir desember.' },
    ]);
    const page = search(index, 'banjir desember 2019', { explain: true });
    const explained = explanationsOf(page);
    expect(differenceIn(explained)).toBeLessThan(1e-6);
    const old = explained[idsOf(page).indexOf('old')];
    expect(old?.parts).toContainEqual(expect.objectContaining({ part: 'named-time', factor: 1.15 }));
  });

  it('tells that half an answer stands below a whole one', () => {
    const fillers = Array.from({ length: 50 }, (_, at) => ({ id: `f${at}`, text: 'Pelayanan warga.' }));
    const long = Array.from({ length: 1000 }, (_, at) => `warga${at}`).join(' ');
    const index = indexSamples([
      ...fillers,
      { id: 'half', title: 'Humas', text: 'Humas. '.repeat(40) },
      { id: 'whole', text: `Pelayanan humas. ${long}` },
    ]);
    const explained = explain(index, 'pelayanan humas');
    expect(differenceIn(explained)).toBeLessThan(1e-6);
    const halves = explained.map(({ parts }) => parts.some(({ part }) => part === 'half-answer'));
    expect(halves).toEqual([false, true]);
  });

  it('holds over several segments, deleted articles, filters and pages', () => {
    const texts = Array.from({ length: 40 }, (_, at) => `panen padi ${'sawah '.repeat(at % 7)}gemah${at}`);
    const index = indexSamples([]);
    for (const [at, text] of texts.entries()) {
      const id = `a${at}`;
      const category = at % 2 === 0 ? 'umum' : 'ekonomi';
      const publishedAt = `2025-0${1 + (at % 9)}-01T00:00:00.000Z`;
      index.put({
        id,
        version: 1,
        title: `Panen ${at}`,
        text,
        category,
        tags: [],
        authors: [],
        publishedAt,
        updatedAt: publishedAt,
        year: '2025',
      });
      if (at % 10 === 0) search(index, 'panen');
    }
    index.remove('a3', '2025-12-01T00:00:00.000Z');
    const first = search(index, 'panen sawah', { explain: true, limit: 5, category: 'ekonomi' });
    expect(differenceIn(explanationsOf(first))).toBeLessThan(1e-6);
    expect(
      differenceIn(
        explain(index, 'panen sawah', { limit: 5, category: 'ekonomi', cursor: first.nextCursor }),
      ),
    ).toBeLessThan(1e-6);
  });

  it('is of the words alone where the order is by time, and of nothing where nothing is asked', () => {
    const index = indexTexts({ a: 'Panen padi.', b: 'Lomba tari.' });
    const byTime = explain(index, 'panen padi', { sort: 'newest' });
    expect(byTime.map(({ parts }) => parts.map(({ part }) => part))).toEqual([['words']]);
    expect(differenceIn(byTime)).toBeLessThan(1e-6);
    expect(explain(index, '').map(({ parts, words }) => [sum(parts), words])).toEqual([
      [0, []],
      [0, []],
    ]);
  });

  it('is given where it is asked for, and changes nothing else', () => {
    const index = indexTexts({ a: 'Panen padi.' });
    const { hits, ...page } = search(index, 'panen', { explain: true });
    const plain = search(index, 'panen');
    expect(plain.hits[0]).not.toHaveProperty('explanation');
    const asked = plain.hits.map((hit, at) => ({ ...hit, explanation: hits[at]?.explanation }));
    expect({ ...page, hits }).toEqual({ ...plain, hits: asked });
  });
});
