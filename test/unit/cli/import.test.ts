import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliContext } from '../../../functions/cli/context.ts';
import { createImportCommand } from '../../../functions/cli/import.ts';
import { runCommand } from '../../support/command.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-import-'));
  const pages = {
    'a.txt':
      'Warga Awan Bersihkan Saluran\n20/12/2019\n\nSEKARLANGIT - Warga membersihkan saluran air di Desa Awan. (fur)',
    'b.txt':
      'Senin, 20 Desember 2019\n\nPasar Awan Kembali Ramai\n\nPedagang kembali berjualan di Pasar Awan sejak pagi hari.',
    'c.html':
      '<h1>KOPI MEGA MULAI DIPANEN</h1><i>21/12/2019</i><p>Petani kopi memanen biji merah di lereng Gunung Mega.</p>',
  };
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, name), text);
});

afterEach(() => rm(folder, { recursive: true }));

/** A service that keeps what it is sent, as the real one does: by its source, once. */
function createService() {
  const stored = new Map<string, string>();
  const tokens: (string | null)[] = [];
  const serve: typeof fetch = async (_, init) => {
    if (init?.method === 'GET') return Response.json({ items: [] });
    const request = new Request('http://service.example', init ?? {});
    tokens.push(request.headers.get('authorization'));
    const drafts: { title: string; source: { id: string } }[] = JSON.parse(await request.text());
    const items = drafts.map(({ title, source }, index) => {
      const status = stored.has(source.id) ? 200 : 201;
      stored.set(source.id, title);
      return { index, status, id: source.id, url: `http://127.0.0.1:3000/berita/${index}` };
    });
    return Response.json({ items });
  };
  return { stored, tokens, serve };
}

async function run(args: string[], more: Partial<CliContext> = {}) {
  const { stdout, stderr, exitCode } = await runCommand(createImportCommand, ['press-page', ...args], {
    env: { url: undefined, token: undefined },
    readLocalToken: () => Promise.resolve('token-lokal'),
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect refused') })),
    now: () => new Date('2026-01-01T00:00:00Z'),
    ...more,
  });
  const shortened = (text: string) => text.replaceAll(`${folder}/`, '');
  return { stdout: shortened(stdout), stderr: shortened(stderr), exitCode };
}

describe('warta import press-page', () => {
  it('imports what is good, and tells what is refused or doubtful with line and cure', async () => {
    const { stored, tokens, serve } = createService();
    const { stdout, stderr, exitCode } = await run([folder], { fetch: serve });
    expect([...stored.values()]).toEqual(['Warga Awan Bersihkan Saluran', 'KOPI MEGA MULAI DIPANEN']);
    expect(tokens).toEqual(['Bearer token-lokal']);
    expect(stdout).toBe(`Read: 3
  2 new
  1 doubtful
  1 refused

Doubtful:
  c.html:1: the title is all in capitals: KOPI MEGA MULAI DIPANEN
    → write it in ordinary letters if need be

Refused:
  b.txt:1: 20 Desember 2019 was a Jumat, not a Senin
    → correct the weekday or the date on this line
`);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });

  it('run twice imports once', async () => {
    const { stored, serve } = createService();
    await run([folder], { fetch: serve });
    const again = await run([folder, join(folder, 'a.txt')], { fetch: serve });
    expect(stored.size).toBe(2);
    expect(again.stdout).toContain('Read: 4\n  3 already there\n');
  });

  it('speaks Indonesian', async () => {
    const { stdout } = await run(['--dry-run', join(folder, 'b.txt')], { language: 'id' });
    expect(stdout).toContain('Dibaca: 1\n  1 ditolak\n');
    expect(stdout).toContain('b.txt:1: 20 Desember 2019 adalah hari Jumat, bukan Senin\n');
  });

  it('ends with 0 where all is well', async () => {
    const { exitCode } = await run([join(folder, 'a.txt')], { fetch: createService().serve });
    expect(exitCode).toBe(0);
  });

  it('in a dry run shows every page and needs neither service nor token', async () => {
    const nobody = () => Promise.resolve(undefined);
    const { stdout, exitCode } = await run(['--dry-run', '--category', 'ekonomi', join(folder, 'a.txt')], {
      readLocalToken: nobody,
    });
    expect(stdout).toBe(`a.txt
  Title       Warga Awan Bersihkan Saluran
  Date        2019-12-20T00:00:00+07:00
  Place       SEKARLANGIT
  Authors     fur
  Paragraphs  1
  Category    ekonomi

Read: 1
  1 would be imported
  0 refused
`);
    expect(exitCode).toBe(0);
  });

  it('writes a report with everything', async () => {
    const file = join(folder, 'laporan.json');
    await run(['--report', file, folder], { fetch: createService().serve });
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    expect(report).toMatchObject({
      finishedAt: '2026-01-01T00:00:00.000Z',
      service: 'http://127.0.0.1:3000',
      isInterrupted: false,
      counts: { read: 3, new: 2, refused: 1, doubtful: 1 },
      items: [
        { name: join(folder, 'a.txt'), result: 'new', url: 'http://127.0.0.1:3000/berita/0', problems: [] },
        {
          result: 'refused',
          problems: [
            { code: 'weekday-contradicts-date', severity: 'refused', line: 1, cure: expect.any(String) },
          ],
        },
        { result: 'new', problems: [{ code: 'title-in-capitals', severity: 'doubtful' }] },
      ],
    });
  });

  it('says how to start the service where none answers', async () => {
    const { stderr, exitCode } = await run([folder]);
    expect(stderr).toContain(
      'No Warta service answers at http://127.0.0.1:3000 (connect refused): start it with `npm start`',
    );
    expect(exitCode).toBe(2);
  });

  it('interrupted, tells what was done and that it can be run again', async () => {
    const { stored, serve } = createService();
    const controller = new AbortController();
    const interrupted = await run([folder], {
      signal: controller.signal,
      now: () => {
        controller.abort();
        return new Date('2026-01-01T00:00:00Z');
      },
      fetch: serve,
    });
    expect(interrupted.stderr).toContain(
      'Interrupted.\nThe import can be run again: nothing goes in twice.\n',
    );
    expect(interrupted.exitCode).toBe(130);
    expect(stored.size).toBe(0);
  });

  it.each([
    [
      'a category that the office does not have',
      ['--category', 'olahraga'],
      'Take one of: umum, pemerintahan',
    ],
    ['a service address that is none', ['--to', 'warta'], 'is no http or https address'],
    ['a token that cannot be one', ['--token', 'a b'], 'There is no publishing token'],
    ['an unknown option', ['--kategori', 'umum'], "unknown option '--kategori'"],
  ])('refuses %s before anything is read', async (_, args, message) => {
    const { stderr, exitCode } = await run([...args, folder]);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  it('needs something to import', async () => {
    const { stderr, exitCode } = await run([]);
    expect(stderr).toContain("missing required argument 'sources'");
    expect(exitCode).toBe(2);
  });

  it('never sends the token of the local service elsewhere', async () => {
    const { tokens, serve } = createService();
    const page = join(folder, 'a.txt');
    const elsewhere = await run(['--to', 'https://127.0.0.1.warta.example', page], { fetch: serve });
    expect(elsewhere.exitCode).toBe(2);
    const env = { url: 'https://warta.example', token: 'token-env' };
    await run([page], { fetch: serve, env });
    await run(['--token', 'token-sendiri', page], { fetch: serve, env });
    expect(tokens).toEqual(['Bearer token-env', 'Bearer token-sendiri']);
  });

  it('draws a bar on a terminal only', async () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    await run([join(folder, 'a.txt')], { fetch: createService().serve, stderr: terminal });
    expect(String(terminal.read())).toContain('1 articles');
  });
});
