import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, json, startService, submission, token } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let now = new Date('2026-11-26T01:00:00Z');
let writer = '';
beforeAll(async () => {
  warta = await startService({ now: () => now });
  writer = (await json(await warta.send('POST', '/api/keys', { name: 'Penulis', role: 'write' }))).key;
});
afterAll(() => warta.stop());

const patch = (id: string, change: unknown, headers: Record<string, string> = {}) =>
  warta.send('PATCH', `/api/articles/${id}`, change, {
    'Content-Type': 'application/merge-patch+json',
    'If-Match': '*',
    ...headers,
  });
const restore = (id: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  warta.send('POST', `/api/articles/${id}/restore`, body, headers);
const versionsOf = async (id: string): Promise<Json[]> =>
  (await json(await warta.get(`/api/articles/${id}/versions`, { Authorization: `Bearer ${token}` }))).items;

describe('a merge patch', () => {
  const whole = {
    title: 'Pasar Murah di Alun-Alun',
    tags: ['pasar', 'beras'],
    authors: ['rin'],
    place: 'SEKARLANGIT',
    summary: 'Pasar murah dibuka.',
    bodyHtml: '<p>Pedagang <em>kembali</em> berjualan.</p>',
    source: { url: 'https://lama.sekarlangit.example/9', id: 'patch-9', name: 'Laman lama' },
    formerUrls: ['/berita.php?id=9'],
  };

  it('changes what it names and leaves all else', async () => {
    const before = await warta.publish(whole);
    const change = { title: 'Pasar Murah Dua Hari', tags: ['pasar'], place: null, source: { name: null } };
    const response = await patch(before.id, { ...change, correction: { note: 'Dua hari, bukan satu.' } });
    expect(response.status).toBe(200);
    const after = await json(response);
    const { place: _, ...rest } = before;
    expect(after).toEqual({
      ...rest,
      title: 'Pasar Murah Dua Hari',
      tags: ['pasar'],
      source: { url: 'https://lama.sekarlangit.example/9', id: 'patch-9' },
      version: 2,
      updatedAt: after.updatedAt,
      corrections: [{ at: after.updatedAt, note: 'Dua hari, bukan satu.' }],
    });
    expect(response.headers.get('ETag')).not.toBe(null);
    expect((await warta.get('/berita.php?id=9')).status).toBe(301);
    expect(await warta.getJson(`/api/articles/${before.id}`)).toEqual(after);
  });

  it('needs the version that was seen', async () => {
    const created = await warta.send('POST', '/api/articles', submission);
    const etag = created.headers.get('ETag') ?? '';
    const { id } = await json(created);
    const bare = await warta.service.app.request(`/api/articles/${id}`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/merge-patch+json' },
      body: '{}',
    });
    expect(bare.status).toBe(428);
    expect((await patch(id, { title: 'Baru' }, { 'If-Match': etag })).status).toBe(200);
    expect((await patch(id, { title: 'Lagi' }, { 'If-Match': etag })).status).toBe(412);
    expect((await patch('01ARZ3NDEKTSV4RRFFQ69G5FAV', {})).status).toBe(404);
  });

  it('is of its own type, and a client that sends another is told which', async () => {
    const { id } = await warta.publish();
    const response = await patch(id, { title: 'x' }, { 'Content-Type': 'application/json' });
    expect(response.status).toBe(415);
    expect(response.headers.get('Accept-Patch')).toBe('application/merge-patch+json');
    expect((await patch(id, '{')).status).toBe(400);
  });

  it('that makes the article a bad one is refused with every problem at once', async () => {
    const { id } = await warta.publish();
    const response = await patch(id, { title: null, category: null, warna: 'biru', publishedAt: 'besok' });
    expect(response.status).toBe(422);
    const parameters = (await json(response)).errors.map(({ parameter }: Json) => parameter);
    expect(parameters.toSorted()).toEqual(['category', 'publishedAt', 'title', 'warna'].toSorted());
    for (const body of ['[]', '7', '"x"', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`]) {
      expect((await patch(id, body)).status).toBe(422);
    }
    expect((await patch(id, '{"__proto__":{"title":"y"}}')).status).toBe(422);
    expect((await versionsOf(id)).length).toBe(1);
  });

  it('publishes a draft, by a key that may', async () => {
    const { id } = await warta.publish({ status: 'draft', title: 'Konsep' });
    const asWriter = { Authorization: `Bearer ${writer}` };
    expect(await json(await patch(id, { title: 'Konsep Dua' }, asWriter))).toMatchObject({ status: 'draft' });
    expect((await patch(id, { status: 'published' }, asWriter)).status).toBe(403);
    expect(await json(await patch(id, { status: 'published' }))).toMatchObject({
      status: 'published',
      version: 3,
    });
    expect((await patch(id, { title: 'Terlambat' }, asWriter)).status).toBe(403);
    expect((await versionsOf(id)).map(({ by }) => by)).toEqual(['token', 'Penulis', 'token']);
  });
});

describe('a former version', () => {
  it('comes back as a new one, and nothing between is lost', async () => {
    const { id, slug } = await warta.publish({ title: 'Asli', tags: ['asli'] });
    await patch(id, { title: 'Keliru', tags: [], slug: 'alamat-lain', correction: { note: 'Judul baru.' } });
    const response = await restore(id, { version: 1, correction: { note: 'Judul semula benar.' } });
    expect(response.status).toBe(200);
    const restored = await json(response);
    expect(restored).toMatchObject({ title: 'Asli', tags: ['asli'], version: 3, slug: 'alamat-lain' });
    expect(restored.corrections.map(({ note }: Json) => note)).toEqual([
      'Judul baru.',
      'Judul semula benar.',
    ]);
    expect((await versionsOf(id)).map(({ title }) => title)).toEqual(['Asli', 'Keliru', 'Asli']);
    expect((await warta.get(`/berita/${slug}`)).headers.get('Location')).toBe('/berita/alamat-lain');
  });

  it('is one that there was, named by a number, and no withdrawal', async () => {
    const { id } = await warta.publish();
    for (const body of [{}, { version: 1 }, { version: 2 }, { version: 0 }, { version: '1' }, { versi: 1 }]) {
      const response = await restore(id, body);
      expect([body, response.status]).toEqual([body, 422]);
    }
    expect((await restore('01ARZ3NDEKTSV4RRFFQ69G5FAV', { version: 1 })).status).toBe(404);
    const stale = await restore(id, { version: 1 }, { 'If-Match': '"9"' });
    expect(stale.status).toBe(412);
  });

  it('of a draft may be brought back by its writer, that of published news not', async () => {
    const asWriter = { Authorization: `Bearer ${writer}` };
    const draft = await warta.publish({ status: 'draft', title: 'Satu' });
    await patch(draft.id, { title: 'Dua' });
    expect(await json(await restore(draft.id, { version: 1 }, asWriter))).toMatchObject({
      title: 'Satu',
      status: 'draft',
    });
    const news = await warta.publish({ title: 'Satu' });
    await patch(news.id, { title: 'Dua' });
    expect((await restore(news.id, { version: 1 }, asWriter)).status).toBe(403);
  });
});

describe('a withdrawn article', () => {
  it('comes back to page, lists and search, with the withdrawal in its history', async () => {
    const { id, slug } = await warta.publish({ title: 'Ditarik Lalu Kembali' });
    const inFeed = async () =>
      (await (await warta.get('/feed.json')).text()).includes('Ditarik Lalu Kembali');
    await warta.send('DELETE', `/api/articles/${id}?reason=Keliru`, '');
    now = new Date(now.getTime() + 5000);
    expect([(await warta.get(`/berita/${slug}`)).status, await inFeed()]).toEqual([410, false]);
    expect((await restore(id, {}, { Authorization: `Bearer ${writer}` })).status).toBe(403);
    const restored = await json(await restore(id));
    expect(restored).toMatchObject({ version: 3, status: 'published' });
    expect(restored.withdrawal).toBe(undefined);
    now = new Date(now.getTime() + 5000);
    expect([(await warta.get(`/berita/${slug}`)).status, await inFeed()]).toEqual([200, true]);
    expect((await versionsOf(id)).map(({ status }) => status)).toEqual([
      'published',
      'withdrawn',
      'published',
    ]);
    expect((await restore(id, { version: 2 })).status).toBe(422);
    const { items } = await json(await warta.get('/api/audit?limit=1', { Authorization: `Bearer ${token}` }));
    expect(items).toMatchObject([{ what: 'article-brought-back', article: id, version: 3, outcome: 'done' }]);
  });
});

describe('a time without a zone', () => {
  it.each([
    ['2026-11-26T08:00:30', '2026-11-26T08:00:30+07:00'],
    ['2026-11-26 07:30', '2026-11-26T07:30:00+07:00'],
    ['2026-11-26T07:30', '2026-11-26T07:30:00+07:00'],
    ['2026-11-26T00:30:00Z', '2026-11-26T00:30:00Z'],
  ])('%s is one of the office’s clocks', async (given, kept) => {
    expect((await warta.publish({ publishedAt: given })).publishedAt).toBe(kept);
  });

  it('is an embargo until that hour in the office, and no day that there is not', async () => {
    now = new Date('2026-11-26T02:00:00Z');
    const { id, slug } = await warta.publish({ title: 'Nanti Sore', publishedAt: '2026-11-26 16:00' });
    const status = async () => [
      (await warta.get(`/berita/${slug}`)).status,
      (await warta.get(`/api/articles/${id}`)).status,
    ];
    now = new Date('2026-11-26T08:59:59Z');
    expect(await status()).toEqual([404, 404]);
    now = new Date('2026-11-26T09:00:00Z');
    expect(await status()).toEqual([200, 200]);
    for (const publishedAt of ['2026-02-30 10:00', '2026-11-26 25:00', '2026-11-26']) {
      const response = await warta.send('POST', '/api/articles', { ...submission, publishedAt });
      expect((await json(response)).errors).toMatchObject([{ parameter: 'publishedAt' }]);
    }
  });
});
