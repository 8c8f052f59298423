import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditCommand } from '../../functions/cli/audit.ts';
import { createImportCommand } from '../../functions/cli/import.ts';
import { createKeysCommand } from '../../functions/cli/keys.ts';
import { createPublishCommand } from '../../functions/cli/publish.ts';
import { createWithdrawCommand } from '../../functions/cli/withdraw.ts';
import { runCommand } from '../support/command.ts';
import { visit } from '../support/desk.ts';
import { type Json, baseUrl, json, startService, submission } from '../support/service.ts';
import { createPortals, makeKeyPair } from '../support/signing.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let folder = '';
const now = new Date('2026-11-26T03:00:00Z');
beforeAll(async () => {
  warta = await startService({ now: () => now });
  folder = await mkdtemp(join(tmpdir(), 'warta-signing-'));
});
afterAll(async () => {
  await warta.stop();
  await rm(folder, { recursive: true });
});

const { makeSigner, sign, send } = createPortals(
  () => warta,
  () => now,
);

describe('a key with a public key', () => {
  it('says so, and tells whoever signs nothing what is asked for', async () => {
    const { key, id, publicKey, made } = await makeSigner();
    expect(made.publicKey).toBe(publicKey);
    const { items } = await json(await warta.get('/api/keys', { authorization: `Bearer ${key}` }));
    expect(items.find((item: Json) => item.id === id)).toMatchObject({ publicKey, name: 'Portal' });
    const unsigned = await warta.send('POST', '/api/articles', submission, {
      Authorization: `Bearer ${key}`,
    });
    expect(unsigned.status).toBe(401);
    expect(unsigned.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(unsigned.headers.get('Accept-Signature')).toBe(
      `warta=("@method" "@target-uri" "content-digest");created;keyid="${id}"`,
    );
    expect(warta.logged.at(-1)).toMatchObject({ event: 'signature-refused', id, problems: [] });
    const problem = await json(unsigned);
    expect(problem.type).toMatch(/signature-missing$/);
    expect(problem.detail).toContain('"Portal" must be signed');
    expect(problem.errors.map(({ parameter }: Json) => parameter)).toEqual([
      'Signature-Input',
      'Signature',
      'Content-Digest',
    ]);
    for (const { detail } of problem.errors) expect(detail).toMatch(/^is missing: /);
    const bare = await warta.service.app.request(`${baseUrl}/api/reindex`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(bare.headers.get('Accept-Signature')).toContain('("@method" "@target-uri");');
    expect((await json(bare)).errors).toHaveLength(2);
  });

  it('is asked for all that a signature must cover, also for what was sent along with the request', async () => {
    const { key, ...holder } = await makeSigner();
    const authorization = { Authorization: `Bearer ${key}` };
    const sent = { 'If-Match': '*', 'Idempotency-Key': 'sekali' };
    const unsigned = await warta.send('POST', '/api/articles', submission, { ...authorization, ...sent });
    expect(unsigned.status).toBe(401);
    const wish = unsigned.headers.get('Accept-Signature') ?? '';
    expect(wish).toContain('("@method" "@target-uri" "content-digest" "if-match" "idempotency-key");');
    const components = [...wish.matchAll(/"([@a-z-]+)"/g)].map(([, name = '']) => name);
    const signed = sign(
      { key, ...holder },
      {
        method: 'POST',
        url: `${baseUrl}/api/articles`,
        body: JSON.stringify(submission),
        headers: { 'if-match': '*', 'idempotency-key': 'sekali' },
        components,
      },
    );
    expect((await send(signed)).status).toBe(201);
  });

  it('is asked for no signature by what only reads', async () => {
    const { key } = await makeSigner();
    for (const path of ['/api/keys', '/api/export/articles', '/api/audit', '/api/reindex'])
      expect((await warta.get(path, { authorization: `Bearer ${key}` })).status).toBe(200);
  });

  it('is none with a private key in it, and says so', async () => {
    const secret = makeKeyPair().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const refused = await warta.send('POST', '/api/keys', { name: 'x', role: 'write', publicKey: secret });
    expect([refused.status, (await json(refused)).errors]).toEqual([
      422,
      [{ parameter: 'publicKey', detail: expect.stringMatching(/^is a private key/) }],
    ]);
  });

  it('opens no desk: nobody signs there', async () => {
    const { key } = await makeSigner();
    const person = visit(warta);
    const refused = await person.press(await person.get('/redaksi'), 'Masuk', { key });
    expect(refused.status).toBe(401);
    expect(refused.html).toContain('Kunci ini milik program yang menandatangani kirimannya.');
  });
});

describe('the commands', () => {
  const here: typeof fetch = async (input, init) =>
    warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
  const run = (create: Parameters<typeof runCommand>[0], args: string[], more = {}) =>
    runCommand(create, args, { fetch: here, now: () => now, ...more });
  const written = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };

  it('make a key that asks for a signature, and sign what they send', async () => {
    const { privateKey, publicKey } = makeKeyPair();
    const publicFile = await written('publik.pem', publicKey);
    const privateFile = await written(
      'privat.pem',
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const made = await run(createKeysCommand, [
      'create',
      'Diskominfo',
      '--role',
      'publish',
      '--public-key',
      publicFile,
    ]);
    expect([made.exitCode, made.stderr]).toEqual([0, '']);
    const token = made.stdout.split('\n')[0] ?? '';
    expect((await run(createKeysCommand, ['list'], { language: 'id' })).stdout).toMatch(
      /belum dipakai, bertanda tangan +Diskominfo/,
    );

    const article = await written(
      'pasar.md',
      '---\ntitle: Pasar Bertanda Tangan\npublishedAt: 2026-03-02T09:00:00+07:00\ncategory: ekonomi\n---\n\nIsi.\n',
    );
    const signing = ['--token', token, '--signing-key', privateFile];
    const first = await run(createPublishCommand, [article, ...signing]);
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    const id = /id (\w+)/.exec(first.stdout)?.[1] ?? '';
    const env = { url: baseUrl, token, signingKey: privateFile };
    expect((await run(createPublishCommand, [article, '--update'], { env })).exitCode).toBe(0);
    const records = await written('berita.jsonl', `${JSON.stringify(submission)}\n`);
    const imported = await run(createImportCommand, ['jsonl', records, '--duplicates', 'keep'], { env });
    expect([imported.exitCode, imported.stdout]).toEqual([0, expect.stringContaining('new')]);
    expect((await run(createWithdrawCommand, [id, '--reason', 'Keliru', ...signing])).exitCode).toBe(0);

    const unsigned = await run(createPublishCommand, [article, '--token', token], { language: 'id' });
    expect([unsigned.exitCode, unsigned.stderr]).toEqual([
      2,
      expect.stringMatching(
        /meminta tanda tangan yang lain .*sebut kunci privat yang sesuai dengan --signing-key/,
      ),
    ]);
  });

  it('that only read need no key to sign with, and those that write say which file is none', async () => {
    const { key } = await makeSigner();
    const signingKey = join(folder, 'tidak-ada.pem');
    const env = { url: baseUrl, token: key, signingKey };
    const read = await run(createKeysCommand, ['list'], { env });
    expect([read.exitCode ?? 0, read.stderr, read.stdout]).toEqual([
      0,
      '',
      expect.stringContaining('Portal'),
    ]);
    expect((await run(createAuditCommand, [], { env })).stderr).toBe('');
    const records = await written('tak-masuk.jsonl', `${JSON.stringify(submission)}\n`);
    for (const [create, args] of [
      [createKeysCommand, ['revoke', '0123456789ab']],
      [createImportCommand, ['jsonl', records, '--duplicates', 'keep']],
    ] as const) {
      const refused = await run(create, [...args], { env, language: 'id' });
      expect([refused.exitCode, refused.stderr]).toEqual([
        2,
        expect.stringContaining(`Tidak dapat menandatangani dengan ${signingKey}: ENOENT.`),
      ]);
    }
  });

  it('say what is no key to sign with, and sign nothing with the publishing token', async () => {
    const { key } = await makeSigner();
    const bad = await written('bukan.pem', 'halo');
    for (const [file, reason] of [
      [bad, 'no private key for Ed25519 or P-256'],
      [join(folder, 'tidak-ada.pem'), 'ENOENT'],
    ] as const) {
      const refused = await run(createWithdrawCommand, [
        'x',
        '--reason',
        'y',
        '--token',
        key,
        '--signing-key',
        file,
      ]);
      expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining(reason)]);
      const withToken = await run(createWithdrawCommand, ['x', '--reason', 'y', '--signing-key', file]);
      expect(withToken.exitCode).toBe(1);
    }
    const missing = await run(createKeysCommand, [
      'create',
      'x',
      '--public-key',
      join(folder, 'tidak-ada.pem'),
    ]);
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
  });
});
