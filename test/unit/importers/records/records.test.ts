import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCsv } from '../../../../functions/cli/export/csv.ts';
import { parseSubmission } from '../../../../functions/articles/submission.ts';
import { createCategoryMap } from '../../../../functions/importers/category-map.ts';
import type { ImportItem } from '../../../../functions/importers/draft.ts';
import { createJsonLinesSource } from '../../../../functions/importers/records/json-lines.ts';
import { createTableSource } from '../../../../functions/importers/records/table.ts';
import { office } from '../../../../functions/office/settings.ts';
import { someContent } from '../../../support/articles.ts';
import { collect } from '../../../support/collect.ts';
import { areAnswered } from '../../../support/import-items.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-records-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  create: typeof createTableSource,
  content: string | Uint8Array,
  columns: Record<string, string> = {},
): Promise<ImportItem[]> {
  const file = join(folder, 'berita');
  await writeFile(file, content);
  const categories = createCategoryMap(office, {}, 'umum');
  return collect(create([file], { timeZone: 'Asia/Jakarta', language: 'id', categories, columns }).items);
}

const draftOf = (item: ImportItem | undefined) => {
  if (item?.ok !== true) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item.draft;
};
const problemsOf = (item: ImportItem | undefined) => (item?.ok === false ? item.problems : []);

const row = {
  judul: 'Pasar Awan Kembali Ramai',
  tanggal: "Jum'at, 20 Desember 2019 14.30 WIB",
  isi: 'Pedagang berjualan lagi.\n\nPembeli datang sejak pagi.',
  rubrik: 'Ekonomi',
  tag: 'pasar; awan',
  penulis: 'rin',
  url: 'http://lama.sekarlangit.example/120',
};
const expected = {
  title: row.judul,
  publishedAt: '2019-12-20T14:30:00+07:00',
  bodyHtml: '<p>Pedagang berjualan lagi.</p>\n<p>Pembeli datang sejak pagi.</p>',
  category: 'ekonomi',
  tags: ['pasar', 'awan'],
  authors: ['rin'],
  source: { url: row.url },
};
const quoted = (values: readonly string[], delimiter: string) =>
  values.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter);

describe('a table', () => {
  it.each([',', ';', '\t', '|'])('parted by %j is read by the names of its columns', async (delimiter) => {
    const table = `\uFEFF${quoted(Object.keys(row), delimiter)}\r\n${quoted(Object.values(row), delimiter)}\r\n`;
    const [item] = await read(createTableSource, table);
    expect(draftOf(item)).toMatchObject(expected);
    expect(parseSubmission(draftOf(item), office)).toMatchObject({ ok: true });
  });

  it('in windows-1252, as spreadsheets write it, keeps its letters', async () => {
    const table = Buffer.from('judul;tanggal;isi\nKafe Caf\xe9;20/12/2019;Isi \x93kutipan\x94.\n', 'latin1');
    expect(draftOf((await read(createTableSource, table))[0])).toMatchObject({
      title: 'Kafe Café',
      bodyHtml: '<p>Isi “kutipan”.</p>',
    });
  });

  it('names its columns as whoever imports says', async () => {
    const table = 'Kepala,Hari,Naskah\nPasar Libur,2019-12-20,Isi.\n';
    const columns = { title: 'Kepala', publishedAt: 'Hari', bodyHtml: 'Naskah' };
    expect(draftOf((await read(createTableSource, table, columns))[0]).title).toBe('Pasar Libur');
  });

  it('without the columns that an article needs is refused with those that it has', async () => {
    expect(problemsOf((await read(createTableSource, 'a,b\n1,2\n'))[0])).toEqual([
      {
        code: 'missing-columns',
        line: 1,
        values: { missing: 'title, bodyHtml, publishedAt', columns: 'a, b' },
      },
    ]);
  });

  it('names the line of a row that is refused, also behind rows of several lines', async () => {
    const items = await read(
      createTableSource,
      'judul,tanggal,isi\nA,2019-12-20,"Satu.\n\nDua."\n,2019-02-30,\nB,2019-12-21,Isi.\n',
    );
    expect(items.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(items[1]?.name).toMatch(/:5$/);
    expect(problemsOf(items[1]).map(({ code, line }) => [code, line])).toEqual([
      ['missing-title', 5],
      ['empty-body', 5],
      ['no-such-day', 5],
    ]);
  });

  it('that another Warta exported gives each article whole, whatever its cells begin with', async () => {
    const article = {
      ...someContent({ title: '=1+1', place: '-', authors: ['@rin'] }),
      id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      slug: 'satu',
      version: 3,
      updatedAt: '2026-03-02T09:00:00.000Z',
    };
    const digests = ['-cGBGP0U', '_cGBGP0U', ''];
    async function* exported() {
      for (const submittedDigest of digests)
        yield { article, ...(submittedDigest !== '' && { submittedDigest }) };
    }
    const items = await read(createTableSource, (await collect(renderCsv(exported(), office))).join(''));
    expect(items.map((item) => draftOf(item).stored)).toEqual([
      { article, submittedDigest: '-cGBGP0U' },
      { article, submittedDigest: '_cGBGP0U' },
      { article },
    ]);
  });

  it('with quotes that are never closed ends', async () => {
    expect(
      (await read(createTableSource, `judul,tanggal,isi\n"A,2019,${'x'.repeat(100_000)}`)).length,
    ).toBeLessThan(3);
  });
});

describe('JSON Lines', () => {
  it('give an article each, in our names or others', async () => {
    const [first, second] = await read(
      createJsonLinesSource,
      `${JSON.stringify(row)}\n\n${JSON.stringify({ ...expected, authors: [{ name: 'rin' }], sourceUrl: row.url })}`,
    );
    expect(draftOf(first)).toMatchObject(expected);
    expect(draftOf(second)).toMatchObject(expected);
  });

  it('that are no objects are refused with their line', async () => {
    const items = await read(createJsonLinesSource, '[]\nnull\n{"judul"\n{}\n');
    expect(items.map((item) => problemsOf(item)[0])).toMatchObject([
      { code: 'not-json', line: 1 },
      { code: 'not-json', line: 2 },
      { code: 'not-json', line: 3 },
      { code: 'missing-title', line: 4 },
    ]);
  });

  it('of any length take no more memory than an article', async () => {
    const items = await read(createJsonLinesSource, `${'x'.repeat(6_000_000)}\n${JSON.stringify(row)}\n`);
    expect(items.map((item) => problemsOf(item)[0]?.code)).toEqual(['article-too-large', undefined]);
  });

  it('that another Warta exported but somebody cut are refused', async () => {
    const items = await read(createJsonLinesSource, '{"article":{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}}\n');
    expect(problemsOf(items[0])[0]).toMatchObject({ code: 'bad-export', line: 1 });
  });
});

it('any bytes end, in drafts or problems, as a table and as JSON Lines', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('"', ';', ',', '\n', '\r', 'judul,tanggal,isi\n', '{', '{"judul":"a"}\n', '\0'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      for (const create of [createTableSource, createJsonLinesSource]) {
        const items = await read(create, pieces.join(''));
        expect(areAnswered(items)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('objects of any content end, in drafts or problems', async () => {
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom(
      '2019-02-30T25:00:00Z',
      '2019-01-02T00:00:00Z',
      '20 Desember 2019',
      'Judul',
      '<p>x',
      'http://[',
      'umum',
      [[]],
      {},
    ),
  );
  const record = fc.dictionary(
    fc.constantFrom(
      'title',
      'judul',
      'bodyHtml',
      'isi',
      'publishedAt',
      'tanggal',
      'category',
      'tags',
      'authors',
      'images',
      'source',
      'url',
      'slug',
      'status',
      'language',
      'article',
      'submittedDigest',
      '__proto__',
    ),
    value,
    { maxKeys: 12 },
  );
  const whole = record.map((fields) => ({ title: 'A', isi: 'B', tanggal: '20 Desember 2019', ...fields }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(record, whole), { minLength: 1, maxLength: 4 }), async (records) => {
      const lines = records.map((each) =>
        JSON.stringify(each, (_, held: unknown) => (typeof held === 'bigint' ? 1 : held)),
      );
      expect(areAnswered(await read(createJsonLinesSource, lines.join('\n')))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
