import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../functions/importers/draft.ts';
import { createTwinFinder, likeness, sketchOf, toWords } from '../../../functions/importers/twins.ts';

const body =
  'Warga Desa Awan membersihkan saluran air sejak pagi hari bersama perangkat desa dan petugas dinas lingkungan hidup. ' +
  'Mereka mengangkat lumpur dan sampah yang menyumbat aliran menjelang musim hujan tahun ini di seluruh wilayah desa.';
const draft = (change: Partial<Draft> = {}): Draft => ({
  title: 'Warga Awan Bersihkan Saluran',
  bodyHtml: `<p>${body}</p>`,
  publishedAt: '2019-12-20T00:00:00+07:00',
  category: 'umum',
  authors: [],
  source: { id: 'a' },
  language: 'id',
  ...change,
});
const listed = {
  id: 'LISTED',
  url: 'https://a.example/berita/warga',
  title: 'WARGA AWAN BERSIHKAN SALURAN',
  summary: body.slice(0, 100),
  publishedAt: '2019-12-20T02:00:00Z',
};

function createFinder(articles = [listed], bodyHtml: string | undefined = `<p>AWAN - ${body} (fur)</p>`) {
  const months: string[] = [];
  const read: string[] = [];
  const find = createTwinFinder(
    {
      listMonth: (month) => {
        months.push(month);
        return Promise.resolve({ ok: true, value: month === '2019-12' ? articles : [] });
      },
      readBody: (id) => {
        read.push(id);
        return Promise.resolve({ ok: true, value: bodyHtml });
      },
    },
    'Asia/Jakarta',
  );
  return { find, months, read };
}

describe('the same article from another source', () => {
  it('is found by its title, day and words, whatever stands around them', async () => {
    const { find, months, read } = createFinder();
    expect(await find(draft(), 'NEW')).toEqual({
      ok: true,
      twin: { isSame: true, name: listed.title, url: listed.url },
    });
    await find(draft({ publishedAt: '2019-12-21T00:00:00+07:00', title: 'Lain' }), 'OTHER');
    expect([months, read]).toEqual([['2019-12'], ['LISTED']]);
  });

  it('is found under another title, by its beginning', async () => {
    const { find } = createFinder([{ ...listed, title: 'Saluran Air Dibersihkan' }]);
    expect(await find(draft(), 'NEW')).toMatchObject({ twin: { isSame: true } });
  });

  it('is not the one that only has the same title, nor the same words on another day', async () => {
    const { find } = createFinder(
      [listed],
      '<p>Jadwal pasar murah pekan ini sudah diumumkan oleh dinas.</p>',
    );
    expect(await find(draft(), 'NEW')).toMatchObject({ twin: { isSame: false } });
    expect(await find(draft({ publishedAt: '2019-11-20T00:00:00+07:00' }), 'NEW')).toEqual({ ok: true });
  });

  it('is not itself, imported before', async () => {
    const { find, read } = createFinder();
    expect(await find(draft(), 'LISTED')).toEqual({ ok: true });
    expect(read).toEqual([]);
  });

  it('is found among those of the same import', async () => {
    const { find } = createFinder([]);
    expect(await find(draft(), 'A')).toEqual({ ok: true });
    expect(await find(draft({ bodyHtml: `<p>${body}</p><p>(rin)</p>` }), 'B')).toMatchObject({
      twin: { isSame: true },
    });
  });

  it('is looked for in the day of the office, which begins before that of Greenwich', async () => {
    const { find } = createFinder([{ ...listed, publishedAt: '2019-12-19T18:00:00Z' }]);
    expect(await find(draft(), 'NEW')).toMatchObject({ twin: { isSame: true } });
  });

  it('cannot be looked for where the service fails', async () => {
    const failure = { code: 'unreachable', detail: 'ECONNREFUSED' } as const;
    const fail = () => Promise.resolve({ ok: false as const, failure });
    const find = createTwinFinder({ listMonth: fail, readBody: fail }, 'Asia/Jakarta');
    expect(await find(draft(), 'NEW')).toEqual({ ok: false, failure });
  });
});

it('two texts are as alike as the runs of words that they share', () => {
  const words = toWords(body);
  expect(likeness(sketchOf(words), sketchOf(words))).toBe(1);
  expect(likeness(sketchOf(words), sketchOf([...words].reverse()))).toBeLessThan(0.2);
  expect(likeness(sketchOf([]), sketchOf(words))).toBe(0);
});
