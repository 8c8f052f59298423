import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportCommand } from '../../functions/cli/import.ts';
import { createPublishCommand } from '../../functions/cli/publish.ts';
import { createRestoreCommand } from '../../functions/cli/restore.ts';
import { createSearchCommand } from '../../functions/cli/search.ts';
import { createWithdrawCommand } from '../../functions/cli/withdraw.ts';
import { createPublicFetch } from '../../functions/entry/public-fetch.ts';
import { runCommand } from '../support/command.ts';
import { startService } from '../support/service.ts';

let service: Awaited<ReturnType<typeof startService>>;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-commands-'));
  service = await startService();
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

const here: typeof fetch = async (input, init) =>
  service.service.app.request(input instanceof Request ? input.url : input.toString(), init);
const written = async (name: string, text: string) => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};
const article = (text: string) =>
  `---\ntitle: Pasar Awan Dibuka\npublishedAt: 2026-03-02T09:00:00+07:00\ncategory: ekonomi\n---\n\n${text}\n`;

describe('an article written as a file', () => {
  it('is published once, corrected where asked, found, and withdrawn', async () => {
    const file = await written('pasar.md', article('Pedagang kembali *berjualan*.'));
    const first = await runCommand(createPublishCommand, [file], { fetch: here });
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^new: \S+\/berita\/pasar-awan-dibuka\n {2}id [0-9A-Z]{26}\n$/);
    const id = /id (\w+)/.exec(first.stdout)?.[1] ?? '';
    expect((await runCommand(createPublishCommand, [file], { fetch: here })).stdout).toContain(
      'already there: ',
    );

    await writeFile(file, article('Pedagang dan pembeli kembali.'));
    const differs = await runCommand(createPublishCommand, [file], { fetch: here });
    expect([differs.exitCode, differs.stderr.includes('--update')]).toEqual([1, true]);
    const corrected = await runCommand(createPublishCommand, ['--update', file], { fetch: here });
    expect([corrected.exitCode, corrected.stdout.split(':')[0]]).toEqual([0, 'corrected']);

    const found = await runCommand(createSearchCommand, ['pembeli', 'awan'], { fetch: here });
    expect([found.exitCode, found.stdout.split('\n').slice(0, 2)]).toEqual([
      0,
      ['Found: 1', '2026-03-02  Pasar Awan Dibuka'],
    ]);
    expect((await runCommand(createSearchCommand, ['kapal', 'selam'], { fetch: here })).exitCode).toBe(1);

    const gone = await runCommand(createWithdrawCommand, [id, '--reason', 'Keliru'], { fetch: here });
    expect([gone.exitCode, gone.stdout]).toEqual([0, `withdrawn: ${id}\n`]);
    const again = await runCommand(createWithdrawCommand, [id, '--reason', 'Keliru'], { fetch: here });
    expect([again.exitCode, again.stderr.includes('Keliru')]).toEqual([1, true]);
  });

  it('comes back after it was withdrawn, and so does a former version, once', async () => {
    const file = await written('kembali.md', article('Versi pertama.'));
    const first = await runCommand(createPublishCommand, [file], { fetch: here });
    const id = /id (\w+)/.exec(first.stdout)?.[1] ?? '';
    const restore = (args: string[], more = {}) =>
      runCommand(createRestoreCommand, [id, ...args], { fetch: here, ...more });
    const nothing = await restore([]);
    expect([nothing.exitCode, nothing.stderr]).toEqual([
      1,
      expect.stringMatching(/: version must be a former/),
    ]);

    await runCommand(createWithdrawCommand, [id, '--reason', 'Keliru'], { fetch: here });
    const back = await restore([], { language: 'id' });
    expect([back.exitCode, back.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^kembali sebagai versi 3 \(published\): http\S+\/berita\/pasar-awan-dibuka\S*\n$/,
      ),
    ]);
    await writeFile(file, article('Versi keempat.'));
    await runCommand(createPublishCommand, ['--update', file], { fetch: here });
    const former = await restore(['--version', '1', '--correction', 'Semula benar.', '--json']);
    expect([former.exitCode, JSON.parse(former.stdout)]).toMatchObject([
      0,
      { version: 5, bodyText: 'Versi pertama.', corrections: [{ note: 'Semula benar.' }] },
    ]);
    const nowhere = ['01ARZ3NDEKTSV4RRFFQ69G5FAV'];
    const absent = await runCommand(createRestoreCommand, nowhere, { fetch: here });
    expect([absent.exitCode, absent.stderr]).toEqual([1, expect.stringContaining('HTTP 404')]);
  });

  it('that is wrong is refused with its line, or with all that the service says', async () => {
    const bad = await written('rusak.md', '---\ntitle: [a\n---\nIsi.');
    const empty = await written('kosong.md', '---\ntitle: A\n---\nIsi.');
    const { stderr, exitCode } = await runCommand(createPublishCommand, [bad, empty, join(folder, 'x.md')], {
      fetch: here,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /rusak\.md:\d+: .*\n.*kosong\.md: publishedAt is missing; category is missing\n.*x\.md: ENOENT\n/,
    );
  });
});

describe('the addresses of a command', () => {
  it('reach no private network, whatever name leads there, unless allowed', async () => {
    const server = createServer((_, response) => response.end('<h1>Rahasia</h1>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { port } = server.address() as AddressInfo;
    const publicFetch = createPublicFetch();
    const hosts = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0.0.0.0'];
    for (const host of hosts) {
      const { stdout, exitCode } = await runCommand(
        createImportCommand,
        ['press-page', '--dry-run', `http://${host}:${port}/a.html`],
        { publicFetch },
      );
      expect([host, exitCode, stdout.includes('private network')]).toEqual([host, 1, true]);
    }
    const allowed = await runCommand(
      createImportCommand,
      ['press-page', '--dry-run', '--allow-private', `http://127.0.0.1:${port}/a.html`],
      { publicFetch, fetch },
    );
    expect(allowed.stdout).toContain('there is no text below the title');
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a page explained', () => {
  it('tells what each line became', async () => {
    const file = await written(
      'a.txt',
      '• Berita Terkini\n\nJumat, 20 Desember 2019\n\nPasar Awan Kembali Ramai\n\nAWAN - Pedagang kembali berjualan sejak pagi hari.\n\nPembeli datang dari segala penjuru desa. (fur)\n\nBerita Terbaru :\n',
    );
    const { stdout, exitCode } = await runCommand(createImportCommand, ['press-page', '--explain', file]);
    expect(exitCode).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, 6)
        .map((line) => line.slice(0, 29).trim()),
    ).toEqual([
      '1  – page around it  • B',
      '3  date              Jum',
      '5  title             Pas',
      '7  place + text      AWA',
      '9  text + authors    Pem',
      '11  – page around it  Ber',
    ]);
    const layout = await written('situs.yaml', 'title: h2\n');
    const html = await written(
      'b.html',
      '<h2>Pasar Awan</h2><p>20/12/2019</p><p>Pedagang kembali berjualan sejak pagi hari.</p>',
    );
    const explained = await runCommand(createImportCommand, [
      'press-page',
      '--explain',
      '--layout',
      layout,
      html,
    ]);
    expect(explained.stdout).toContain('title             h2: Pasar Awan\n');
  });
});

describe('a report', () => {
  it('as a page tells what to do, in Indonesian with English beside it, and runs nothing', async () => {
    const bad = await written(
      '<script>.txt',
      'Pasar\n31/02/2019\n\nPedagang kembali berjualan sejak pagi hari ini.',
    );
    const file = join(folder, 'laporan.html');
    await runCommand(createImportCommand, ['press-page', '--report', file, bad], { fetch: here });
    const html = await readFile(file, 'utf8');
    expect(html).toContain('&lt;script&gt;.txt:2');
    expect(html).not.toContain('<script');
    expect(html).toMatch(/Ditolak <small lang="en">Refused/);
  });
});

describe('imports of the same news from two sources', () => {
  it('bring it once, and say so', async () => {
    const text =
      'Warga membersihkan saluran air di Desa Awan sejak pagi hari bersama perangkat desa setempat.';
    const page = await written(
      'c.html',
      `<h1>Saluran Awan Bersih</h1><i>3/5/2021</i><p>AWAN - ${text} (fur)</p>`,
    );
    const table = await written('d.csv', `judul;tanggal;isi\nSALURAN AWAN BERSIH;2021-05-03;"${text}"\n`);
    await runCommand(createImportCommand, ['press-page', page], { fetch: here });
    const second = await runCommand(createImportCommand, ['csv', table], { fetch: here });
    expect(second.stdout).toContain('1 here from another source');
    expect(second.stdout).toContain('/berita/saluran-awan-bersih');
    const kept = await runCommand(createImportCommand, ['csv', '--duplicates', 'keep', table], {
      fetch: here,
    });
    expect(kept.stdout).toContain('1 new');
  });
});
