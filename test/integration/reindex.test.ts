import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReindexCommand } from '../../functions/cli/reindex.ts';
import { runCommand } from '../support/command.ts';
import { json, startService } from '../support/service.ts';

describe('the index built anew', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  beforeEach(async () => {
    warta = await startService();
    await warta.send(
      'POST',
      '/api/articles/batch',
      ['Jembatan Kalisoga', 'Pasar Lembahteja', 'Embung Pringsaga'].map((title) => ({ ...article, title })),
    );
  });
  afterEach(() => warta.stop());

  const article = {
    bodyHtml: '<p>Isi.</p>',
    publishedAt: '2026-03-02T09:00:00+07:00',
    category: 'pembangunan',
  };
  const inProcess: typeof fetch = async (input, init) =>
    warta.service.app.fetch(new Request(input instanceof Request ? input : String(input), init));
  const reindex = (args: readonly string[] = [], more = {}) =>
    runCommand(createReindexCommand, args, { fetch: inProcess, ...more });
  const titlesFound = async (q: string) =>
    (await warta.getJson(`/api/search?q=${q}`)).hits.map(({ title }: { title: string }) => title);

  it('is asked for by one command, which waits for the end and tells it', async () => {
    const { stdout, exitCode } = await reindex();
    expect(stdout).toMatch(/^The index was built anew: 3 articles in [\d.]+ seconds\.\n$/);
    expect(exitCode).toBe(0);
    expect(await titlesFound('kalisoga')).toEqual(['Jembatan Kalisoga']);
  });

  it('holds what is published now: no former version, and nothing that was withdrawn', async () => {
    const { id } = await warta.publish({ title: 'Jadwal keliru' });
    await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru.' });
    const corrected = await warta.publish({ title: 'Panen raya' });
    const change = { ...article, title: 'Panen raya di Lembahteja' };
    await warta.send('PUT', `/api/articles/${corrected.id}`, change, { 'If-Match': '*' });
    const { stdout } = await reindex(['--json']);
    expect(JSON.parse(stdout).done).toBe(4);
    expect((await warta.getJson('/api/search?q=keliru')).total).toBe(0);
    expect((await warta.getJson('/api/search?q=panen')).total).toBe(1);
  });

  it('speaks Indonesian, and gives programs the outcome', async () => {
    const { stdout } = await reindex([], { language: 'id' });
    expect(stdout).toMatch(/^Indeks dibangun ulang: 3 berita dalam [\d,]+ detik\.\n$/);
    const answer = JSON.parse((await reindex(['--json'])).stdout);
    expect(answer).toMatchObject({ state: 'done', done: 3 });
  });

  it('runs in the background: searches are answered, and what is published meanwhile is in it', async () => {
    const begun = await warta.send('POST', '/api/reindex', {});
    expect(begun.status).toBe(202);
    expect(begun.headers.get('Location')).toBe('/api/reindex');
    expect(await json(begun)).toMatchObject({ state: 'running', done: 0 });
    expect(await titlesFound('lembahteja')).toEqual(['Pasar Lembahteja']);
    await warta.publish({ title: 'Puskesmas Randuwangi' });
    expect(await titlesFound('randuwangi')).toEqual(['Puskesmas Randuwangi']);
    const { stdout } = await reindex();
    expect(stdout).toMatch(/built anew/);
    expect(await titlesFound('randuwangi')).toEqual(['Puskesmas Randuwangi']);
  });

  it('is one at a time: whoever rings while it is at work is told of that one', async () => {
    const first = await json(await warta.send('POST', '/api/reindex', {}));
    const second = await json(await warta.send('POST', '/api/reindex', {}));
    expect(second.startedAt >= first.startedAt).toBe(true);
    expect(second.state).toBe('running');
    const rung = warta.logged.filter(({ event }) => event === 'reindex-rung');
    expect(rung).toHaveLength(1);
  });

  it('need not be waited for', async () => {
    const { stdout, exitCode } = await reindex(['--no-wait']);
    expect(stdout).toBe('The index is being built in the service; searches go on.\n');
    expect(exitCode).toBe(0);
  });

  it('needs the token, and a service', async () => {
    expect((await warta.get('/api/reindex')).status).toBe(401);
    const wrong = await reindex(['--token', 'salah']);
    expect(wrong).toMatchObject({ stdout: '', exitCode: 2 });
    const nobody = () => Promise.reject(new TypeError('fetch failed'));
    const alone = await reindex(['--to', 'bukan-alamat'], { fetch: nobody });
    expect(alone).toMatchObject({ stdout: '', exitCode: 2 });
  });

  it('tells how the last one went', async () => {
    const progress = async () =>
      json(await warta.get('/api/reindex', { Authorization: 'Bearer token-untuk-uji' }));
    // A first start builds it from nothing.
    expect(await progress()).toMatchObject({ state: 'done', done: 0 });
    await reindex();
    expect(await progress()).toMatchObject({ state: 'done', done: 3 });
  });
});
