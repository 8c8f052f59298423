import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLexiconCommand } from '../../functions/cli/lexicon.ts';
import { createLexiconTable } from '../../functions/indexing/lexicon-table.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { emptyLexicon } from '../../functions/search/lexicon/lexicon.ts';
import { runCommand } from '../support/command.ts';
import { readPage } from '../support/html-page.ts';
import { type Json, json, startService, token } from '../support/service.ts';

let clock = Date.parse('2026-06-01T00:00:00Z');
const now = () => new Date(clock);
let warta: Awaited<ReturnType<typeof startService>>;
let [announcement, long, draft] = ['', '', ''];

beforeAll(async () => {
  warta = await startService({ now });
  ({ id: announcement } = await warta.publish({ title: 'Pendaftaran dibuka', bodyHtml: '<p>Silakan.</p>' }));
  ({ id: long } = await warta.publish({
    title: 'Sekolah bersiap',
    bodyHtml: '<p>Penerimaan murid baru segera dimulai.</p>',
  }));
  await warta.publish({ title: 'Jadwal PPDB', bodyHtml: '<p>PPDB dimulai Juni.</p>' });
  ({ id: draft } = await warta.publish({ title: 'Konsep', status: 'draft' }));
});
afterAll(() => warta.stop());

const lexicon = () => ({
  synonyms: [['ppdb', 'penerimaan murid baru']],
  spellings: { kemantren: 'kecamatan' },
  pinned: [{ query: 'ppdb', articles: [announcement], until: '2026-07-31' }],
});
const put = (body: unknown, version: string) =>
  warta.send('PUT', '/api/lexicon', body, { 'If-Match': version });
const read = async () => warta.get('/api/lexicon', { Authorization: `Bearer ${token}` });
const hitsOf = async (query: string): Promise<Json[]> => (await warta.getJson(`/api/search?${query}`)).hits;

describe('the lexicon of the office', () => {
  it('is empty at first, and is read and written by the office alone', async () => {
    expect((await warta.get('/api/lexicon')).status).toBe(401);
    expect((await warta.service.app.request('/api/lexicon', { method: 'PUT' })).status).toBe(401);
    const response = await read();
    expect(response.headers.get('ETag')).toBe('W/"0"');
    expect(await json(response)).toEqual({ revision: 0, ...emptyLexicon });
  });

  it('is told everything that is wrong with it, articles that nobody can read included', async () => {
    const response = await put(
      { synonyms: [['satu']], pinned: [{ query: 'ppdb', articles: [announcement, draft, 'entah'] }] },
      '"0"',
    );
    expect(response.status).toBe(422);
    const { errors } = await json(response);
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'synonyms.0',
      'pinned.0.articles.1',
      'pinned.0.articles.2',
    ]);
    expect((await json(await read())).revision).toBe(0);
  });

  it('changes answers at once where it was written, and is not lost to another’s', async () => {
    expect((await warta.send('PUT', '/api/lexicon', lexicon())).status).toBe(428);
    const saved = await put(lexicon(), '"0"');
    expect(saved.status).toBe(200);
    expect(saved.headers.get('ETag')).toBe('W/"1"');
    expect(await json(await read())).toEqual({ revision: 1, ...lexicon() });
    expect((await put(emptyLexicon, '"0"')).status).toBe(412);
    const noted = await json(await warta.get('/api/audit', { Authorization: `Bearer ${token}` }));
    const change = { what: 'lexicon-changed', by: 'token', outcome: 'done' };
    expect(noted.items).toContainEqual(expect.objectContaining(change));

    const hits = await hitsOf('q=ppdb');
    expect(hits.map(({ title, pinned }) => [title, pinned])).toEqual([
      ['Pendaftaran dibuka', true],
      ['Jadwal PPDB', undefined],
      ['Sekolah bersiap', undefined],
    ]);
    expect(hits.map(({ id }) => id)).toContain(long);
  });

  it('says on the page that an answer is pinned', async () => {
    const pinned = async (path: string) =>
      readPage(await (await warta.get(path)).text()).texts('p', { class: 'kicker pinned' });
    expect(await pinned('/cari?q=PPDB')).toEqual(['Disematkan oleh redaksi']);
    expect(await pinned('/en/cari?q=PPDB')).toEqual(['Pinned by the press office']);
    expect(await pinned('/cari?q=jadwal')).toEqual([]);
  });

  it('changes no subscription', async () => {
    const { items } = await warta.getJson('/cari/feed.json?q=ppdb');
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Jadwal PPDB']);
  });

  it('lets a pinned answer end by itself', async () => {
    clock = Date.parse('2026-08-01T00:00:00Z');
    expect((await hitsOf('q=ppdb')).filter(({ pinned }) => pinned)).toEqual([]);
    clock = Date.parse('2026-06-01T00:00:00Z');
  });

  it('does not show a pinned article that was withdrawn', async () => {
    const { id } = await warta.publish({ title: 'Lain' });
    await put({ pinned: [{ query: 'lain', articles: [id] }] }, '*');
    expect((await hitsOf('q=lain'))[0]?.pinned).toBe(true);
    await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru' });
    expect(await hitsOf('q=lain')).toEqual([]);
  });
});

describe('every other container', () => {
  it('has it within a minute, and the last good one while the table does not answer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warta-lexicon-'));
    const { client, tableName, close } = await openEmbeddedTable(folder);
    let atMs = 0;
    let isDown = false;
    const logged: unknown[] = [];
    const shared = {
      tableName,
      now: () => new Date(atMs),
      log: (entry: unknown) => logged.push(entry),
      zoneOffset: '+07:00',
    };
    const writer = createLexiconTable({ ...shared, client });
    const reader = createLexiconTable({ ...shared, client });
    client.middlewareStack.add(
      (next) => async (args) => (isDown ? Promise.reject(new Error('down')) : next(args)),
      { step: 'initialize' },
    );
    const pinned = async () => (await reader.current()).pinnedFor('ppdb', new Date(0));

    expect(await pinned()).toEqual([]);
    const saved = { ...emptyLexicon, pinned: [{ query: 'ppdb', articles: ['a'] }] };
    expect(await writer.replace(0, saved)).toBe(true);
    expect(await writer.replace(0, emptyLexicon)).toBe(false);
    atMs = 60_000;
    expect(await pinned()).toEqual(['a']);
    isDown = true;
    atMs = 120_000;
    expect(await pinned()).toEqual(['a']);
    expect(logged).toEqual([expect.objectContaining({ event: 'lexicon-not-read' })]);
    await close();
    await rm(folder, { recursive: true });
  });
});

describe('warta lexicon', () => {
  const run = (...args: string[]) =>
    runCommand(createLexiconCommand, args, {
      fetch: async (...asked) => warta.service.app.fetch(new Request(...asked)),
    });

  it('adds, shows and sets', async () => {
    await put(emptyLexicon, '*');
    expect((await run('add', 'synonym', 'gerdu', 'gerakan terpadu')).exitCode).toBe(0);
    expect((await run('add', 'spelling', 'kemantren', 'kecamatan')).exitCode).toBe(0);
    await run('add', 'pin', 'ppdb', long);
    expect(await run('add', 'pin', 'ppdb', announcement, '--until', '2026-07-31')).toEqual({
      stdout: 'Saved; it holds within a minute.\n',
      stderr: '',
      exitCode: 0,
    });
    const shown = await run('show');
    expect(JSON.parse((await run('show', '--json')).stdout)).toEqual({
      revision: expect.any(Number),
      ...lexicon(),
      synonyms: [['gerdu', 'gerakan terpadu']],
    });
    await put(emptyLexicon, '*');
    const folder = await mkdtemp(join(tmpdir(), 'warta-lexicon-'));
    const file = join(folder, 'lexicon.yaml');
    await writeFile(file, shown.stdout);
    expect((await run('set', file)).exitCode).toBe(0);
    expect((await run('show')).stdout).toBe(shown.stdout);
    await writeFile(file, 'synonyms: [[satu]]\nlain: 1\n');
    expect(await run('set', file)).toEqual({
      stdout: '',
      stderr: 'lain is no part of a lexicon\nsynonyms.0 must name two at least\n',
      exitCode: 1,
    });
    await writeFile(file, 'synonyms: [');
    expect((await run('set', file)).exitCode).toBe(1);
    expect((await run('set', join(folder, 'none.yaml'))).exitCode).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('says where there is no service, or no right', async () => {
    const down = await runCommand(createLexiconCommand, ['show', '--token', 'salah'], {
      fetch: async (...asked) => warta.service.app.fetch(new Request(...asked)),
    });
    expect([down.exitCode, down.stdout]).toEqual([2, '']);
  });
});
