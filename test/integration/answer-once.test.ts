import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerStore } from '../../functions/access/answer-store.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { type Json, json, startService, submission, token } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let now = new Date('2026-11-26T01:00:00Z');
beforeAll(async () => {
  warta = await startService({ now: () => now });
});
afterAll(() => warta.stop());

const post = (name: string, body: unknown, more: Record<string, string> = {}, path = '/api/articles') =>
  warta.send('POST', path, body, { 'Idempotency-Key': name, ...more });
const countTitled = async (title: string): Promise<number> => {
  const { items } = await warta.getJson('/api/articles?limit=100');
  return items.filter((item: Json) => item.title === title).length;
};

describe('a request that names itself', () => {
  it('is answered once, and repeated as it was answered', async () => {
    const article = { ...submission, title: 'Sekali Saja' };
    const first = await post('"satu-1"', article);
    expect(first.status).toBe(201);
    const answer = await first.text();
    const again = await post('satu-1', article);
    expect(again.status).toBe(201);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.text()).toBe(answer);
    for (const header of ['Content-Type', 'ETag', 'Location', 'Cache-Control']) {
      expect([header, again.headers.get(header)]).toEqual([header, first.headers.get(header)]);
    }
    expect(await countTitled('Sekali Saja')).toBe(1);
  });

  it('is refused with another body, and stands for itself with another key', async () => {
    const article = { ...submission, title: 'Nama Sama' };
    expect((await post('nama', article)).status).toBe(201);
    const other = await post('nama', { ...article, title: 'Isi Lain' });
    expect(other.status).toBe(422);
    expect((await json(other)).type).toMatch(/key-reused$/);
    expect(await countTitled('Isi Lain')).toBe(0);
    const { key } = await json(await warta.send('POST', '/api/keys', { name: 'Lain', role: 'publish' }));
    const asOther = await post('nama', { ...article, title: 'Isi Lain' }, { Authorization: `Bearer ${key}` });
    expect(asOther.status).toBe(201);
    expect((await post('nama', [article], {}, '/api/articles/batch')).status).toBe(422);
  });

  it('makes one article however often it is sent at the same time', async () => {
    const article = { ...submission, title: 'Dikirim Lima Kali' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('serentak', article)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(answer.headers.get('Retry-After')).toBe('2');
      expect((await json(answer)).type).toMatch(/request-in-flight$/);
    }
    expect(await countTitled('Dikirim Lima Kali')).toBe(1);
  });

  it('has its refusal repeated too, until a day has passed', async () => {
    expect((await post('salah', { ...submission, title: '' })).status).toBe(422);
    const again = await post('salah', { ...submission, title: '' });
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([422, 'true']);
    now = new Date(now.getTime() + 86_400_000);
    const title = 'Hari Berikutnya';
    expect((await post('salah', { ...submission, title })).status).toBe(201);
    expect(await countTitled(title)).toBe(1);
  });

  it('may be a batch: the whole answer is repeated, and nothing goes in twice', async () => {
    const batch = [
      { ...submission, title: 'Kelompok' },
      { ...submission, title: '' },
    ];
    const send = () => post('kelompok', batch, {}, '/api/articles/batch');
    const first = await (await send()).text();
    expect(JSON.parse(first).items).toMatchObject([{ status: 201 }, { status: 422 }]);
    expect(await (await send()).text()).toBe(first);
    expect(await countTitled('Kelompok')).toBe(1);
  });

  it.each([['""'], ['"a'], ['a'.repeat(256)], ['"é"']])('is none by the name %s', async (name) => {
    const response = await post(name, submission);
    expect(response.status).toBe(400);
  });

  it('names itself to those who may write only', async () => {
    const headers = { Authorization: 'Bearer bukan', 'Idempotency-Key': 'x' };
    expect((await warta.send('POST', '/api/articles', submission, headers)).status).toBe(401);
    expect((await post('x', submission, { Authorization: `Bearer ${token}` })).status).toBe(201);
  });
});

describe('a request whose answer was lost', () => {
  let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
  let time = Date.parse('2026-11-26T01:00:00Z');
  beforeAll(async () => {
    table = await openEmbeddedTable();
  });
  afterAll(() => table.close());
  const answersOf = () => createAnswerStore({ ...table, now: () => new Date(time) });
  const request = { callerId: 'a', name: 'satu', fingerprint: 'f' };

  it('is held while it may still be answered, and then asked again as it was first', async () => {
    const [one, two] = [answersOf(), answersOf()];
    const startedAt = new Date(time).toISOString();
    expect(await one.claim(request)).toEqual({ state: 'ours', startedAt });
    expect(await two.claim(request)).toEqual({ state: 'in-flight' });
    expect(await two.claim({ ...request, fingerprint: 'g' })).toEqual({ state: 'other-request' });
    time += 60_001;
    const claims = await Promise.all([one.claim(request), two.claim(request)]);
    expect(claims).toContainEqual({ state: 'ours', startedAt });
    expect(claims).toContainEqual({ state: 'in-flight' });
    await one.keep(request, startedAt, { status: 201, headers: {}, body: 'jawaban' });
    expect(await two.claim(request)).toMatchObject({ state: 'answered', answer: { body: 'jawaban' } });
  });

  it('may be asked again at once where it failed, or was answered with more than can be kept', async () => {
    const store = answersOf();
    const large = { ...request, name: 'besar' };
    const claim = await store.claim(large);
    if (claim.state !== 'ours') throw new Error(claim.state);
    await store.release(large, claim.startedAt);
    expect(await store.claim(large)).toEqual(claim);
    const body = Array.from({ length: 20_000 }, (_, n) => (n * 2_654_435_761) % 4_294_967_291)
      .join(' ')
      .repeat(3);
    await store.keep(large, claim.startedAt, { status: 200, headers: {}, body: body + Math.PI });
    expect((await store.claim(large)).state).toBe('answered');
    const random = Array.from({ length: 60_000 }, (_, n) => Math.sin(n).toString(36)).join('');
    const huge = { ...request, name: 'raksasa' };
    await store.claim(huge);
    await store.keep(huge, claim.startedAt, { status: 200, headers: {}, body: random });
    expect((await store.claim(huge)).state).toBe('ours');
  });

  it('is another request where nothing was done, unless it has been answered since', async () => {
    const store = answersOf();
    const refused = { ...request, name: 'ditolak' };
    const claim = await store.claim(refused);
    if (claim.state !== 'ours') throw new Error(claim.state);
    time += 1000;
    await store.forget(refused, claim.startedAt);
    const startedAt = new Date(time).toISOString();
    expect(await store.claim(refused)).toEqual({ state: 'ours', startedAt });
    await store.keep(refused, startedAt, { status: 303, headers: {}, body: '' });
    await store.forget(refused, claim.startedAt);
    expect((await store.claim(refused)).state).toBe('answered');
  });
});
