import { describe, expect, it } from 'vitest';
import { createCostCommand } from '../../../functions/cli/cost/cost.ts';
import { estimateCost } from '../../../functions/cost/estimate.ts';
import { loads } from '../../../functions/cost/load.ts';
import { prices } from '../../../functions/cost/prices.ts';
import { runCommand } from '../../support/command.ts';

describe('warta cost', () => {
  it('prints a line for each price, the dearest first, and their total', async () => {
    const { stdout } = await runCommand(createCostCommand, []);
    const rows = stdout.split('\n').flatMap((line) => /^(.+?) {2,}.*?([\d.]+) +([\d.]+)$/.exec(line) ?? []);
    const usd = rows.filter((_, i) => i % 4 === 2).map(Number);
    expect(usd).toHaveLength(Object.keys(prices).length + 1);
    const total = usd.pop() ?? 0;
    expect(usd).toEqual(usd.toSorted((a, b) => b - a));
    expect(Math.abs(usd.reduce((sum, each) => sum + each, 0) - total)).toBeLessThan(0.1);
    expect(total).toBeCloseTo(estimateCost(loads.regency).usd, 1);
    expect(stdout).toContain('36,000 articles');
  });

  it('speaks Indonesian, with its numbers', async () => {
    const { stdout } = await runCommand(createCostCommand, ['--office', 'province'], { language: 'id' });
    expect(stdout).toContain('120.000 berita, 60 berita baru sehari');
    expect(stdout).toMatch(/^Jumlah +\d+,\d\d/m);
  });

  it('gives programs the load, the lines and the date of the prices', async () => {
    const args = ['--json', '--articles', '500', '--polls-per-day', '100', '--searches-per-day', '5'];
    const answer = JSON.parse((await runCommand(createCostCommand, args)).stdout);
    expect(answer.load).toEqual({ ...loads.regency, articles: 500, pollsPerDay: 100, searchesPerDay: 5 });
    expect(answer).toMatchObject({ currency: 'USD', pricesReadOn: expect.stringMatching(/^20/) });
    expect(answer.usd).toBeCloseTo(estimateCost(answer.load).usd, 9);
  });

  it('refuses what is no number', async () => {
    const { stdout } = await runCommand(createCostCommand, ['--articles', 'banyak']);
    expect(stdout).toBe('');
  });
});
