import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportCommand } from '../../functions/cli/export/export.ts';
import { createImportCommand } from '../../functions/cli/import.ts';
import { runCommand } from '../support/command.ts';
import { json, startService, submission, token } from '../support/service.ts';

type Service = Awaited<ReturnType<typeof startService>>;

let folder = '';
let origin: Service;
const empties: Service[] = [];

const fetchFrom =
  (service: Service): typeof fetch =>
  async (input, init) =>
    service.service.app.request(input instanceof Request ? input.url : input.toString(), init);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-export-'));
  origin = await startService();
  for (let day = 1; day <= 9; day++) {
    await origin.publish({
      title: 'Jadwal Pasar Murah',
      bodyHtml: `<p>Hari ke-${day}: "beras", <em>gula</em> &amp; =SUM(A1)</p>`,
      publishedAt: `2020-01-0${day}T09:00:00+07:00`,
      source: { url: `http://lama.example/pasar/${day}`, name: 'Laman lama' },
      formerUrls: [`/pasar.php?id=${day}`],
      tags: ['pasar', 'beras; gula'],
      authors: ['rin'],
      place: 'AWAN',
    });
  }
  await origin.publish({ title: '=cmd()', status: 'draft' });
  const { id } = await origin.publish({ title: 'Keliru' });
  await origin.send('DELETE', `/api/articles/${id}`, { reason: 'Salah kirim' });
  const edited = await origin.publish({ title: 'Diperbaiki' });
  const change = {
    ...submission,
    title: 'Diperbaiki Lagi',
    slug: 'diperbaiki-lagi',
    correction: { note: 'Nama & "jabatan" keliru.' },
  };
  await origin.send('PUT', `/api/articles/${edited.id}`, change, { 'If-Match': '*' });
});
afterAll(async () => {
  for (const service of [origin, ...empties]) await service.stop();
  await rm(folder, { recursive: true });
});

const everythingOf = async (service: Service) => {
  const { stdout } = await runCommand(createExportCommand, [], { fetch: fetchFrom(service) });
  return stdout.trim().split('\n').toSorted();
};

describe('an export', () => {
  it.each([
    ['jsonl', 'jsonl'],
    ['csv', 'csv'],
    ['wxr', 'wordpress'],
  ])(
    'as %s, imported into an empty service, gives the same articles with ids, versions and addresses',
    async (format, importer) => {
      const empty = await startService();
      empties.push(empty);
      const file = join(folder, `warta.${format}`);
      const exported = await runCommand(createExportCommand, ['--format', format, '--to', file], {
        fetch: fetchFrom(origin),
      });
      expect([exported.exitCode, exported.stderr]).toEqual([0, 'Articles written: 12\n']);

      const imported = await runCommand(createImportCommand, [importer, file], { fetch: fetchFrom(empty) });
      expect(imported.stdout).toContain('Read: 12\n  12 new\n');
      expect(imported.exitCode).toBe(0);
      expect(await everythingOf(empty)).toEqual(await everythingOf(origin));
      for (const path of [
        '/feed.rss',
        '/berita/jadwal-pasar-murah',
        '/berita/jadwal-pasar-murah-2020-01-05',
      ]) {
        expect(await (await empty.get(path)).text()).toBe(await (await origin.get(path)).text());
      }
      const statuses = ['/pasar.php?id=3', '/berita/diperbaiki', '/berita/keliru', '/berita/cmd'].map(
        async (path) => {
          const response = await empty.get(path);
          return [response.status, response.headers.get('Location')?.replace(/^.*\/berita/, '/berita')];
        },
      );
      expect(await Promise.all(statuses)).toEqual([
        [301, '/berita/jadwal-pasar-murah-2020-01-03'],
        [301, '/berita/diperbaiki-lagi'],
        [410, undefined],
        [404, undefined],
      ]);

      const again = await runCommand(createImportCommand, [importer, file], { fetch: fetchFrom(empty) });
      expect(again.stdout).toContain('12 already there');
    },
  );

  it('leaves the source of an article known: importing its page again writes nothing', async () => {
    const page = { ...submission, source: { id: 'x-1' }, title: 'Dari Luar' };
    const empty = await startService();
    empties.push(empty);
    await origin.publish(page);
    const line = (await everythingOf(origin)).find((stored) => stored.includes('Dari Luar')) ?? '';
    await writeFile(join(folder, 'satu.jsonl'), line);
    await runCommand(createImportCommand, ['jsonl', join(folder, 'satu.jsonl')], { fetch: fetchFrom(empty) });
    expect((await empty.send('POST', '/api/articles', page)).status).toBe(200);
  });

  it('writes no cell that a spreadsheet would run', async () => {
    const { stdout } = await runCommand(createExportCommand, ['--format', 'csv'], {
      fetch: fetchFrom(origin),
    });
    expect(stdout).toContain(`,'=cmd(),`);
    expect(stdout).not.toMatch(/(?:^|,)=cmd/m);
  });

  it('that fails leaves no half of a file, and what was there', async () => {
    const file = join(folder, 'lama.jsonl');
    await writeFile(file, 'lama');
    const failing: typeof fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (url.includes('cursor=')) return new Response('', { status: 500 });
      const response = await fetchFrom(origin)(url, init);
      return Response.json({ ...(await json(response)), nextCursor: 'x' });
    };
    const { exitCode, stderr } = await runCommand(createExportCommand, ['--to', file], { fetch: failing });
    expect([exitCode, stderr.includes('HTTP 500')]).toEqual([2, true]);
    expect(await readFile(file, 'utf8')).toBe('lama');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is for those who hold the token', async () => {
    expect((await origin.get('/api/export/articles')).status).toBe(401);
    const own = await origin.get('/api/export/articles?cursor=bogus', { Authorization: `Bearer ${token}` });
    expect(own.status).toBe(200);
  });
});

describe('what is restored', () => {
  const put = async (service: Service, ...lines: unknown[]) => {
    const answer = await service.send(
      'PUT',
      '/api/import/articles',
      lines.map((line) => JSON.stringify(line)).join('\n'),
      { 'Content-Type': 'application/x-ndjson' },
    );
    return (await json(answer)).items;
  };

  it('passes the same border as what is written: no script, no made-up id, no slug of another', async () => {
    const empty = await startService();
    empties.push(empty);
    const article = {
      ...submission,
      id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      slug: 'aman',
      version: 3,
      updatedAt: '2026-03-02T09:00:00.000Z',
      status: 'published',
      summary: 'Ringkasan.',
    };
    const bodyHtml = '<p>Isi.</p><script>alert(1)</script>';
    expect(await put(empty, { article: { ...article, bodyHtml } })).toMatchObject([{ status: 201 }]);
    const { bodyHtml: kept } = await empty.getJson('/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(kept).toBe('<p>Isi.</p>');
    const items = await put(
      empty,
      { article: { ...article, id: '../../x' } },
      { article: { ...article, id: '01ARZ3NDEKTSV4RRFFQ69G5FAW' } },
      { article: { ...article, status: 'withdrawn' } },
      { article: { ...article, category: 'tidak-ada' } },
    );
    expect(items.map(({ status }: { status: number }) => status)).toEqual([422, 422, 422, 422]);
    expect(await put(empty, { article: { ...article, title: 'Lain' } })).toMatchObject([{ status: 409 }]);
  });
});
