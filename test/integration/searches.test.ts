import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekOf } from '../../functions/readers/search-statistics.ts';
import { type Json, json, startService, token } from '../support/service.ts';

const now = new Date('2026-11-25T03:00:00Z');
let warta: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  warta = await startService({ now: () => now });
  await warta.publish({ title: 'Jembatan dibuka', publishedAt: '2026-03-02T09:00:00+07:00' });
});
afterAll(() => warta.stop());

const ask = async (q: string, times: number, page = '/api/search') => {
  for (let time = 0; time < times; time++) await warta.get(`${page}?q=${encodeURIComponent(q)}`);
};
const listed = async (query = ''): Promise<Json> =>
  json(await warta.get(`/api/searches${query}`, { Authorization: `Bearer ${token}` }));

describe('what citizens sought', () => {
  it('is counted by week, in pages and programs, with what found nothing', async () => {
    await ask('Jembatan', 4);
    await ask(' jembatan ', 2, '/cari');
    await ask('bendungan', 5);
    await ask('jarang', 4);
    expect(await listed()).toEqual({
      week: '2026-W48',
      searches: [
        { query: 'jembatan', times: 6, withoutResult: 0 },
        { query: 'bendungan', times: 5, withoutResult: 5 },
      ],
    });
    await ask('jarang', 1);
    expect((await listed()).searches).toContainEqual({ query: 'jarang', times: 5, withoutResult: 5 });
  });

  it('keeps nothing that looks like data of a person, no further page and no pasted text', async () => {
    await ask('3275012509870001', 6);
    await ask('0812-3456-7890', 6);
    await ask('0812 3456 7890 pak lurah', 6);
    await ask('warga@surat.example', 6);
    await ask('kata '.repeat(30), 6);
    const { searches } = await listed();
    expect(searches.map(({ query }: { query: string }) => query).toSorted()).toEqual([
      'bendungan',
      'jarang',
      'jembatan',
    ]);
  });

  it('is told to the office alone, for a week that is one', async () => {
    expect((await warta.get('/api/searches')).status).toBe(401);
    expect(await listed('?week=2026-W47')).toEqual({ week: '2026-W47', searches: [] });
    expect((await listed('?week=2026-W99')).status).toBe(422);
  });

  it('belongs to the week of the office’s clocks', () => {
    expect(weekOf(new Date('2026-11-22T16:59:59Z'), '+07:00')).toBe('2026-W47');
    expect(weekOf(new Date('2026-11-22T17:00:00Z'), '+07:00')).toBe('2026-W48');
    expect(weekOf(new Date('2027-01-01T12:00:00Z'), '+07:00')).toBe('2026-W53');
    expect(weekOf(new Date('2025-12-29T00:00:00Z'), '+07:00')).toBe('2026-W01');
  });
});
