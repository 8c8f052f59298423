import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, keyTrustMs } from '../../functions/access/authenticator.ts';
import { createKeyStore } from '../../functions/access/key-store.ts';
import { renderKeyText } from '../../functions/access/key-text.ts';
import { createKeysCommand } from '../../functions/cli/keys.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { runCommand } from '../support/command.ts';
import { type Json, json, startService, submission, token } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let now = new Date('2026-11-26T17:30:00Z');
beforeAll(async () => {
  warta = await startService({ now: () => now });
});
afterAll(() => warta.stop());

const asHolder = (key: string) => ({ Authorization: `Bearer ${key}` });
const make = async (body: Record<string, unknown>): Promise<Json> =>
  json(await warta.send('POST', '/api/keys', body));
const listed = async (id: string): Promise<Json> => {
  const { items } = await json(await warta.get('/api/keys', asHolder(token)));
  return items.find((item: Json) => item.id === id);
};
const create = (key: string, change: Record<string, unknown> = {}) =>
  warta.send('POST', '/api/articles', { ...submission, ...change }, asHolder(key));

describe('a key', () => {
  it('is shown once, in a form that a scanner finds, and kept without its secret', async () => {
    const made = await make({
      name: ' Portal  Dinkes ',
      role: 'write',
      expiresAt: '2027-01-01T00:00:00+07:00',
    });
    expect(made.key).toMatch(/^warta_[0-9a-f]{12}_[0-9a-f]{64}$/);
    const { key, ...rest } = made;
    expect(rest).toEqual({
      id: key.split('_')[1],
      name: 'Portal Dinkes',
      role: 'write',
      createdAt: '2026-11-26T17:30:00.000Z',
      createdBy: 'token',
      expiresAt: '2026-12-31T17:00:00.000Z',
    });
    const everything = await (await warta.get('/api/keys', asHolder(token))).text();
    expect(everything).toContain(rest.id);
    expect(everything).not.toContain(key.split('_')[2]);
    expect(everything).not.toContain('Digest');
    expect(await listed(rest.id)).toEqual(rest);
  });

  it('tells on which day of the office it was last used', async () => {
    const { id, key } = await make({ name: 'Harian', role: 'publish' });
    expect((await create(key)).status).toBe(201);
    expect((await listed(id)).lastUsedOn).toBe('2026-11-27');
    now = new Date(now.getTime() + 86_400_000);
    expect((await create(key)).status).toBe(201);
    expect((await listed(id)).lastUsedOn).toBe('2026-11-28');
  });

  it('is good until it expires, and says afterwards that it did', async () => {
    const expiresAt = new Date(now.getTime() + 60_000).toISOString();
    const { key } = await make({ name: 'Sementara', role: 'publish', expiresAt });
    expect((await create(key)).status).toBe(201);
    now = new Date(now.getTime() + 60_000);
    const late = await create(key);
    expect(late.status).toBe(401);
    expect(late.headers.get('WWW-Authenticate')).toContain('invalid_token');
    expect((await json(late)).detail).toBe(`The key "Sementara" expired at ${expiresAt}: ask for a new one.`);
  });

  it('is over at once where it was revoked, for good', async () => {
    const { id, key } = await make({ name: 'Hilang', role: 'publish' });
    expect((await create(key)).status).toBe(201);
    const revokedAt = now.toISOString();
    const revoke = async (): Promise<Json> => json(await warta.send('DELETE', `/api/keys/${id}`, ''));
    expect(await revoke()).toMatchObject({ id, revokedAt });
    const refused = await create(key);
    expect(refused.status).toBe(401);
    expect((await json(refused)).detail).toContain('was revoked');
    now = new Date(now.getTime() + 1000);
    expect(await revoke()).toMatchObject({ id, revokedAt });
    expect((await warta.send('DELETE', '/api/keys/000000000000', '')).status).toBe(404);
  });

  it('is none with a wrong secret, or of a form that only looks alike', async () => {
    const { key } = await make({ name: 'Benar', role: 'admin' });
    const wrong = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
    for (const text of [wrong, key.toUpperCase(), key.slice(0, -1), `${key}0`, key.split('_')[2]]) {
      const response = await warta.get('/api/keys', asHolder(text));
      expect(response.status).toBe(401);
      expect(await json(response)).toMatchObject({ title: 'The key is not a valid one' });
    }
  });

  it('is asked for with every problem at once', async () => {
    const response = await warta.send('POST', '/api/keys', {
      name: ' ',
      role: 'king',
      expiresAt: 'nanti',
      x: 1,
      constructor: 2,
    });
    expect(response.status).toBe(422);
    expect((await json(response)).errors.map((error: Json) => error.parameter)).toEqual([
      'name',
      'role',
      'expiresAt',
      'x',
      'constructor',
    ]);
    const past = await warta.send('POST', '/api/keys', {
      name: 'a',
      role: 'write',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect((await json(past)).errors).toMatchObject([{ parameter: 'expiresAt' }]);
    const reserved = await warta.send('POST', '/api/keys', { name: 'token', role: 'write' });
    expect((await json(reserved)).errors).toMatchObject([{ parameter: 'name' }]);
  });
});

describe('a key in two containers', () => {
  let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
  beforeAll(async () => {
    table = await openEmbeddedTable();
  });
  afterAll(() => table.close());

  it('ends in the other one too, once its trust has ended', async () => {
    const nowOf = () => now;
    const [here, there] = [1, 2].map(() => createKeyStore({ ...table, now: nowOf }));
    if (here === undefined || there === undefined) throw new Error('two stores');
    const logged: unknown[] = [];
    const access = createAuthenticator({
      keys: there,
      readToken: () => Promise.resolve(token),
      now: nowOf,
      zoneOffset: '+07:00',
      log: (entry) => logged.push(entry),
    });
    const { key, text } = await here.create({ name: 'Dua', role: 'publish', createdBy: 'token' });
    const authenticate = () => access.authenticate(renderKeyText(text));
    expect(await authenticate()).toEqual({ ok: true, caller: { id: key.id, name: 'Dua', role: 'publish' } });
    await here.revoke(key.id);
    now = new Date(now.getTime() + keyTrustMs - 1);
    expect(await authenticate()).toMatchObject({ ok: true });
    now = new Date(now.getTime() + 1);
    expect(await authenticate()).toMatchObject({ ok: false, reason: 'revoked' });
    expect(logged).toEqual([]);
  });

  it('is served though its use cannot be noted', async () => {
    const keys = createKeyStore({ ...table, now: () => now });
    const { text } = await keys.create({ name: 'Tiga', role: 'write', createdBy: 'token' });
    const logged: unknown[] = [];
    const access = createAuthenticator({
      keys: { ...keys, noteUse: () => Promise.reject(new Error('throttled')) },
      readToken: () => Promise.resolve(token),
      now: () => now,
      zoneOffset: '+07:00',
      log: (entry) => logged.push(entry),
    });
    expect(await access.authenticate(renderKeyText(text))).toMatchObject({ ok: true });
    expect(logged).toMatchObject([{ level: 'warn', event: 'key-use-not-noted' }]);
  });
});

describe('a role', () => {
  const keys = new Map<string, string>();
  beforeAll(async () => {
    for (const role of ['write', 'publish', 'admin'] as const) {
      keys.set(role, (await make({ name: role, role })).key);
    }
  });
  const keyOf = (role: string) => keys.get(role) ?? '';

  it.each([
    ['GET', '/api/keys', 'admin'],
    ['POST', '/api/keys', 'admin'],
    ['DELETE', '/api/keys/000000000000', 'admin'],
    ['GET', '/api/export/articles', 'admin'],
    ['PUT', '/api/import/articles', 'admin'],
    ['DELETE', '/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV', 'publish'],
    ['GET', '/api/readers', 'write'],
    ['GET', '/api/searches', 'write'],
    ['GET', '/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV/versions', 'write'],
  ])('%s %s needs %s, and says so to a lower one', async (method, path, needed) => {
    const order = ['write', 'publish', 'admin'];
    for (const role of order) {
      const response = await warta.service.app.request(path, { method, headers: asHolder(keyOf(role)) });
      const isEnough = order.indexOf(role) >= order.indexOf(needed);
      expect([role, response.status === 403]).toEqual([role, !isEnough]);
      if (isEnough) continue;
      expect(await json(response)).toMatchObject({ status: 403, neededRole: needed });
      expect(response.headers.get('WWW-Authenticate')).toContain(`scope="${needed}"`);
    }
  });

  it('write makes drafts and changes drafts, and makes nothing public', async () => {
    const key = keyOf('write');
    expect(await json(await create(key))).toMatchObject({ status: 403, neededRole: 'publish' });
    const made = await create(key, { status: 'draft', title: 'Konsep Seorang Penulis' });
    expect(made.status).toBe(201);
    const { id } = await json(made);
    const read = await warta.get(`/api/articles/${id}`, asHolder(key));
    expect((await json(read)).title).toBe('Konsep Seorang Penulis');
    const change = (more: Record<string, unknown>) =>
      warta.send(
        'PUT',
        `/api/articles/${id}`,
        { ...submission, ...more },
        { ...asHolder(key), 'If-Match': '*' },
      );
    expect(await json(await change({ title: 'Konsep Kedua' }))).toMatchObject({
      version: 2,
      status: 'draft',
    });
    expect((await change({ status: 'published' })).status).toBe(403);
    expect((await change({ formerUrls: ['/lama.php?id=1'] })).status).toBe(403);
    expect((await json(await warta.get(`/api/articles/${id}`, asHolder(key)))).version).toBe(2);

    const published = await warta.publish({ title: 'Sudah Terbit' });
    for (const status of ['draft', 'published']) {
      const response = await warta.send(
        'PUT',
        `/api/articles/${published.id}`,
        { ...submission, status },
        { ...asHolder(key), 'If-Match': '*' },
      );
      expect(response.status).toBe(403);
    }
    expect((await warta.getJson(`/api/articles/${published.id}`)).version).toBe(1);
  });

  it('write is told item by item in a batch what it may not', async () => {
    const items = [submission, { ...submission, status: 'draft' }];
    const response = await warta.send('POST', '/api/articles/batch', items, asHolder(keyOf('write')));
    expect((await json(response)).items).toMatchObject([
      { index: 0, status: 403, detail: expect.stringContaining('"write" has the role write') },
      { index: 1, status: 201 },
    ]);
  });

  it('publish publishes, corrects and withdraws', async () => {
    const key = keyOf('publish');
    const { id } = await json(await create(key, { title: 'Terbit' }));
    const headers = { ...asHolder(key), 'If-Match': '*' };
    expect((await warta.send('PUT', `/api/articles/${id}`, submission, headers)).status).toBe(200);
    expect((await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru.' }, headers)).status).toBe(
      200,
    );
  });
});

describe('warta keys', () => {
  const here: typeof fetch = async (input, init) =>
    warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
  const keys = (args: string[], more = {}) => runCommand(createKeysCommand, args, { fetch: here, ...more });

  it('makes a key that works, lists it and ends it', async () => {
    const made = await keys(['create', 'Meja Redaksi', '--role', 'publish', '--expires', '2030-01-01']);
    expect([made.exitCode, made.stderr]).toEqual([0, '']);
    const key = made.stdout.split('\n')[0] ?? '';
    expect((await create(key)).status).toBe(201);
    const id = key.split('_')[1] ?? '';
    const list = await keys(['list'], { language: 'id' });
    expect(list.stdout).toContain(`${id}  publish  dipakai `);
    expect(list.stdout).toContain('Meja Redaksi');
    const asJson = JSON.parse((await keys(['list', '--json'])).stdout);
    expect(asJson.items).toContainEqual(
      expect.objectContaining({ id, expiresAt: '2029-12-31T17:00:00.000Z' }),
    );
    const revoked = await keys(['revoke', id], { language: 'id' });
    expect(revoked.stdout).toBe(`dicabut: Meja Redaksi (${id})\n`);
    expect((await create(key)).status).toBe(401);
  });

  it('sends the id alone of a whole key that is to be ended, and nothing that is no id', async () => {
    const { id, key } = await make({ name: 'Tertempel', role: 'write' });
    const asked: string[] = [];
    const noting: typeof fetch = (input, init) => {
      asked.push(new URL(input instanceof Request ? input.url : input.toString()).pathname);
      return here(input, init);
    };
    const revoked = await keys(['revoke', key], { fetch: noting });
    expect([revoked.exitCode, revoked.stdout]).toEqual([0, `revoked: Tertempel (${id})\n`]);
    const part = await keys(['revoke', key.slice(0, -1)], { fetch: noting });
    expect([part.exitCode, part.stderr]).toEqual([1, expect.stringMatching(/^This is no id of a key/)]);
    expect(asked).toEqual([`/api/keys/${id}`]);
  });

  it('says what was refused, and exits with 1; with 2 where the key may not', async () => {
    const none = await keys(['revoke', '000000000000']);
    expect([none.exitCode, none.stderr]).toEqual([1, 'HTTP 404: There is no key of this id.\n']);
    const bad = await keys(['create', 'x', '--expires', 'besok']);
    expect([bad.exitCode, bad.stderr]).toEqual([1, expect.stringMatching(/^expiresAt must be an instant/)]);
    const { key } = await make({ name: 'Penulis', role: 'write' });
    const lower = await keys(['list', '--token', key]);
    expect([lower.exitCode, lower.stderr]).toEqual([
      2,
      expect.stringContaining('needs a key with the role admin'),
    ]);
  });
});
