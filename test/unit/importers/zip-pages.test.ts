import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../../../functions/importers/zip-pages.ts';
import { collect } from '../../support/collect.ts';
import { makeZip } from '../../support/zip.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Uint8Array) {
  const path = join(folder, 'arsip.zip');
  await writeFile(path, bytes);
  const found: [string, string][] = [];
  // One after the other, as an import does: the archive is closed behind the last.
  for await (const { name, read: readPage } of (await openZip(path)).pages) {
    const page = await readPage();
    const what = page.ok ? Buffer.from(page.page.bytes).toString() : page.problem.code;
    found.push([name.slice(path.length), what]);
  }
  return found;
}

describe('a ZIP archive', () => {
  it('gives its pages, and leaves out what is none', async () => {
    const entries = ['2019/a.html', 'b.TXT', 'foto.jpg', '.rahasia/c.txt', '__MACOSX/._b.txt'];
    expect(await read(makeZip(entries.map((name) => ({ name, content: name }))))).toEqual([
      ['/2019/a.html', '2019/a.html'],
      ['/b.TXT', 'b.TXT'],
    ]);
  });

  it('with names that lead out of it is read, but for those', async () => {
    const names = ['../../etc/passwd.txt', '/etc/a.txt', 'a/../../b.txt', 'C:\\a.txt', 'baik.txt'];
    const found = await read(makeZip(names.map((name) => ({ name, content: 'x' }))));
    expect(found.map(([, what]) => what)).toEqual([
      'zip-bad-name',
      'zip-bad-name',
      'zip-bad-name',
      'zip-bad-name',
      'x',
    ]);
  });

  it('that lies about a size is refused there, and never unpacked further than a page may be', async () => {
    const bomb = Buffer.alloc(6_000_000);
    const found = await read(
      makeZip([
        { name: 'bohong.txt', content: bomb, claimedSize: 10 },
        { name: 'besar.txt', content: bomb },
        { name: 'pendek.txt', content: 'x', claimedSize: 100 },
        { name: 'baik.txt', content: 'x' },
      ]),
    );
    expect(found).toEqual([
      ['/bohong.txt', 'zip-damaged'],
      ['/besar.txt', 'page-too-large'],
      ['/pendek.txt', 'zip-damaged'],
      ['/baik.txt', 'x'],
    ]);
  });

  it('without pages says so', async () => {
    expect(await read(makeZip([{ name: 'a.jpg', content: 'x' }]))).toEqual([['', 'no-pages']]);
  });

  it('of any bytes ends, in pages or problems', async () => {
    const whole = makeZip([
      { name: 'a.txt', content: 'isi' },
      { name: 'b.txt', content: 'isi lain' },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          expect((await read(damaged.subarray(0, length))).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('that is closed reads no more', async () => {
    const path = join(folder, 'tutup.zip');
    await writeFile(path, makeZip([{ name: 'a.txt', content: 'x' }]));
    const pages = await collect((await openZip(path)).pages);
    expect(await pages[0]?.read()).toMatchObject({ ok: false });
  });
});
