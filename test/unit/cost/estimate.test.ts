import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumptions } from '../../../functions/cost/assumptions.ts';
import { countedOperations } from '../../../functions/cost/counted-operations.ts';
import { estimateCost } from '../../../functions/cost/estimate.ts';
import { type Load, loads } from '../../../functions/cost/load.ts';
import { type PriceName, prices, pricesReadOn } from '../../../functions/cost/prices.ts';

const nothing: Load = {
  articles: 0,
  pollsPerDay: 0,
  searchesPerDay: 0,
  pagesPerDay: 0,
  picturesPerDay: 0,
  publicationsPerDay: 0,
  polledFeeds: 1,
};

function quantityOf(name: PriceName, load: Load): number {
  return estimateCost(load).lines.find((line) => line.name === name)?.quantity ?? Number.NaN;
}

const someLoad: fc.Arbitrary<Load> = fc.record({
  articles: fc.nat(1_000_000),
  pollsPerDay: fc.nat(10_000_000),
  searchesPerDay: fc.nat(1_000_000),
  pagesPerDay: fc.nat(1_000_000),
  picturesPerDay: fc.nat(1_000_000),
  publicationsPerDay: fc.nat(1000),
  polledFeeds: fc.integer({ min: 1, max: 1000 }),
});

describe('the cost of a month', () => {
  it('is that of alarms, a dashboard and a secret where nobody asks and nothing is kept', () => {
    const { lines, usdAfterAllowance } = estimateCost(nothing);
    const fixed = new Set(lines.filter(({ usd }) => usd > 0.02).map(({ name }) => name));
    expect(fixed).toEqual(new Set(['alarms', 'dashboards', 'secrets', 'lambdaGigabyteSeconds']));
    expect(usdAfterAllowance).toBeGreaterThanOrEqual(0.4);
    expect(usdAfterAllowance).toBeLessThan(0.5);
  });

  it('holds one query of keys for each poll that the edge passes on', () => {
    const load = { ...nothing, pollsPerDay: 10 };
    const perMonth = quantityOf('tableReads', load);
    const perPoll = countedOperations.pollUnchanged.readUnits * assumptions.daysPerMonth;
    // The edge seldom has what is asked for ten times a day.
    expect(perMonth / (10 * perPoll)).toBeCloseTo(1, 2);
  });

  it('grows by what one more publication costs the table, its corrections and its indexing included', () => {
    const writes = (publicationsPerDay: number) =>
      quantityOf('tableWrites', { ...nothing, publicationsPerDay });
    const { publication, correction, indexing } = countedOperations;
    const { correctionsPerPublication: again, daysPerMonth } = assumptions;
    const units = publication.writeUnits + again * correction.writeUnits + (1 + again) * indexing.writeUnits;
    expect(writes(11) - writes(10)).toBeCloseTo(units * daysPerMonth, 6);
  });

  it('is the sum of its lines, and never less for more of anything but addresses', () => {
    fc.assert(
      fc.property(someLoad, fc.constantFrom('articles', 'pollsPerDay', 'picturesPerDay'), (load, what) => {
        const { lines, usd, usdAfterAllowance } = estimateCost(load);
        expect(usd).toBeCloseTo(
          lines.reduce((sum, line) => sum + line.usd, 0),
          6,
        );
        expect(usdAfterAllowance).toBeLessThanOrEqual(usd);
        for (const line of lines) expect(line.quantity).toBeGreaterThanOrEqual(0);
        expect(estimateCost({ ...load, [what]: load[what] + 1000 }).usd).toBeGreaterThan(usd);
      }),
    );
  });

  it('never lets more through the edge than was asked', () => {
    fc.assert(
      fc.property(someLoad, (load) => {
        const { polls, changedFeeds, pages } = estimateCost(load).originPerDay;
        expect(polls).toBeLessThanOrEqual(load.pollsPerDay);
        expect(changedFeeds).toBeLessThanOrEqual(polls);
        expect(pages).toBeLessThanOrEqual(load.pagesPerDay);
        // Nor more than every copy of every feed, once in its time.
        const { edgeCopies, edgeSeconds } = assumptions;
        expect(polls).toBeLessThanOrEqual((load.polledFeeds * edgeCopies * 86_400) / edgeSeconds + 1e-6);
      }),
    );
  });

  it('of pictures is that of their bytes on the way to readers, and calls no function at the edge', () => {
    const [without, withPictures] = [0, 10_000].map((picturesPerDay) => ({ ...nothing, picturesPerDay }));
    if (without === undefined || withPictures === undefined) throw new Error('two loads');
    const dollars = estimateCost(withPictures).usd - estimateCost(without).usd;
    const gigabytes = (10_000 * assumptions.pictureBytes * assumptions.daysPerMonth) / 1e9;
    expect((gigabytes * prices.edgeGigabytes.usd) / dollars).toBeGreaterThan(0.95);
    expect(quantityOf('edgeFunctionCalls', withPictures)).toBe(0);
    expect(quantityOf('bucketReads', withPictures)).toBeLessThan(10_000 * assumptions.daysPerMonth);
  });

  it('is a few dollars for a regency, and least for the smallest office', () => {
    const [regency, province, national] = Object.values(loads).map((load) => estimateCost(load).usd);
    expect(estimateCost(loads.regency).usdAfterAllowance).toBeLessThan(5);
    expect(estimateCost({ ...loads.regency, picturesPerDay: 0 }).usd).toBeLessThan(20);
    expect(province).toBeGreaterThan(regency ?? Infinity);
    expect(national).toBeGreaterThan(province ?? Infinity);
  });
});

describe('the table of prices', () => {
  it('is dated, and names a page of AWS for each price', () => {
    expect(pricesReadOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { source, usd, free } of Object.values(prices)) {
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/[\w-]+\/pricing\//);
      expect(usd).toBeGreaterThan(0);
      expect(free).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('docs/cost.md', () => {
  it('shows the bills as they are reckoned', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../docs/cost.md'), 'utf8');
    for (const [name, load] of Object.entries(loads)) {
      const { usd, usdAfterAllowance } = estimateCost(load);
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      const cells = row.split('|').map((cell) => Number(cell.replaceAll(/[,\s]/g, '')));
      const { articles, pollsPerDay, searchesPerDay, pagesPerDay, picturesPerDay } = load;
      expect(cells.slice(2, 7)).toEqual([articles, pollsPerDay, searchesPerDay, pagesPerDay, picturesPerDay]);
      expect(cells.slice(7, 9)).toEqual([usd.toFixed(2), usdAfterAllowance.toFixed(2)].map(Number));
    }
  });

  it('shows the operations as they are counted', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../docs/cost.md'), 'utf8');
    const rows = page.split('\n').filter((line) => /^\|( [^|]*\|){2} +[\d.]* +\| +[\d.]* +\|$/.test(line));
    const units = rows.map((line) =>
      line
        .split('|')
        .slice(3, 5)
        .map((cell) => Number(cell)),
    );
    const { firstSearch: _, pollAtOnce, ...operations } = countedOperations;
    const shown = [...Object.values(operations), pollAtOnce, pollAtOnce];
    const byValue = ([a, b]: readonly number[], [c, d]: readonly number[]) =>
      (a ?? 0) - (c ?? 0) || (b ?? 0) - (d ?? 0);
    expect(units.toSorted(byValue)).toEqual(
      shown.map(({ readUnits, writeUnits }) => [readUnits, writeUnits]).toSorted(byValue),
    );
  });
});
