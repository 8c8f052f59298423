import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, startServer } from '../support/local-process.ts';
import { type Json, json, submission } from '../support/service.ts';

describe('npm start', { timeout: 60_000 }, () => {
  let dataPath: string;
  beforeEach(async () => {
    dataPath = await mkdtemp(join(tmpdir(), 'warta-'));
  });
  afterEach(() => rm(dataPath, { recursive: true }));

  const list = async (baseUrl: string): Promise<Json> =>
    json(await fetch(`${baseUrl}/api/articles?limit=100`));

  it('brings sample articles once, stops cleanly, and finds its data again', async () => {
    const first = await startServer(dataPath);
    const before = await list(first.baseUrl);
    expect(before.items.length).toBeGreaterThanOrEqual(60);
    const picture = before.items.find((item: { images: unknown[] }) => item.images.length > 0).images[0];
    const response = await fetch(picture.url);
    expect(response.headers.get('Content-Type')).toBe('image/jpeg');
    expect((await response.arrayBuffer()).byteLength).toBe(picture.length);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = await startServer(dataPath);
    const after = await list(second.baseUrl);
    expect(after.items.map((item: { id: string }) => item.id)).toEqual(
      before.items.map((item: { id: string }) => item.id),
    );
    expect(second.token).toBe(first.token);
    expect(second.printed()).not.toContain('sample articles');
    expect((await json(await fetch(`${second.baseUrl}/api/search?q=jembatan`))).total).toBeGreaterThan(0);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('leaves the store empty where it is told to, and takes a token that is given', async () => {
    const server = await startServer(dataPath, { WARTA_SAMPLE: 'off', WARTA_TOKEN: 'rahasia-saya' });
    expect((await list(server.baseUrl)).items).toEqual([]);
    const response = await fetch(`${server.baseUrl}/api/articles`, {
      method: 'POST',
      headers: { Authorization: 'Bearer rahasia-saya', 'Content-Type': 'application/json' },
      body: JSON.stringify(submission),
    });
    expect(response.status).toBe(201);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('loses nothing that it accepted when it is killed', async () => {
    const server = await startServer(dataPath, { WARTA_SAMPLE: 'off' });
    const accepted: string[] = [];
    const publishing = (async () => {
      for (let n = 0; ; n++) {
        const response = await fetch(`${server.baseUrl}/api/articles`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...submission, title: `Ke-${n}` }),
        });
        accepted.push((await json(response)).id);
        if (accepted.length === 40) server.child.kill('SIGKILL');
      }
    })();
    await expect(publishing).rejects.toThrow('fetch failed');
    expect(await server.ended).toBe('SIGKILL');

    const again = await startServer(dataPath, { WARTA_SAMPLE: 'off' });
    const { items } = await list(again.baseUrl);
    expect(items.map((item: { id: string }) => item.id)).toEqual(expect.arrayContaining(accepted));
    again.child.kill('SIGTERM');
    await again.ended;
  });

  it('names a busy port, and the cure', async () => {
    const server = await startServer(dataPath, { WARTA_SAMPLE: 'off' });
    const port = new URL(server.baseUrl).port;
    const second = run('functions/entry/local-server.ts', [], { PORT: port, WARTA_DATA: dataPath });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`Port ${port} is in use`);
    expect(second.printed()).toContain('PORT=');
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('names a data folder that another Warta uses, and the cure', async () => {
    const server = await startServer(dataPath, { WARTA_SAMPLE: 'off' });
    const second = run('functions/entry/local-server.ts', [], { PORT: '0', WARTA_DATA: dataPath });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain('WARTA_DATA=');
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it.each([
    ['PORT', 'tiga ribu'],
    ['WARTA_SAMPLE', 'mungkin'],
  ])('names a wrong %s', async (name, value) => {
    const server = run('functions/entry/local-server.ts', [], {
      PORT: '0',
      WARTA_DATA: dataPath,
      [name]: value,
    });
    expect(await server.ended).toBe(1);
    expect(server.printed()).toMatch(new RegExp(`^${name} is "${value}"`, 'm'));
  });
});
