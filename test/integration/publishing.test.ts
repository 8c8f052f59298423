import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startService, submission } from '../support/service.ts';

describe('the publishing API', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    warta = await startService();
  });
  afterAll(() => warta.stop());

  const create = (change: Record<string, unknown> = {}) =>
    warta.send('POST', '/api/articles', { ...submission, ...change });

  it('creates an article and says where it is', async () => {
    const response = await create({ tags: ['jembatan'], place: 'SEKARLANGIT' });
    expect(response.status).toBe(201);
    const article = await json(response);
    expect(article).toMatchObject({ ...submission, version: 1, status: 'published', tags: ['jembatan'] });
    expect(response.headers.get('Location')).toBe(`/api/articles/${article.id}`);
    expect(await warta.getJson(`/api/articles/${article.id}`)).toEqual(article);
    expect((await warta.get(new URL(article.url).pathname)).status).toBe(200);
  });

  it.each([
    ['no token', {}, 401],
    ['a wrong token', { Authorization: 'Bearer bukan-ini' }, 401],
    ['a token of another scheme', { Authorization: 'Basic dG9rZW4=' }, 401],
  ])('turns away %s, whatever the method', async (_, headers: Record<string, string>, status) => {
    for (const [method, path] of [
      ['POST', '/api/articles'],
      ['POST', '/api/articles/batch'],
      ['PUT', '/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
      ['DELETE', '/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ]) {
      const response = await warta.service.app.request(path ?? '', { method: method ?? '', headers });
      expect(response.status).toBe(status);
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    }
  });

  it('answers a bad article with every problem at once, as problem+json', async () => {
    const response = await create({ title: '', category: 'x', publishedAt: '2026-13-01' });
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toMatch('application/problem+json');
    const problem = await json(response);
    expect(problem.errors.map((error: { parameter: string }) => error.parameter)).toEqual([
      'title',
      'publishedAt',
      'category',
    ]);
    expect(problem).toMatchObject({ status: 422, type: expect.stringMatching(/^tag:/) });
  });

  it.each([
    ['text that is no JSON', '{', 'application/json', 400],
    ['another media type', '<p>', 'text/html', 415],
    ['a body beyond the limit', JSON.stringify({ bodyHtml: 'x'.repeat(6_000_001) }), 'application/json', 413],
    [
      'an article beyond the limit',
      JSON.stringify({ ...submission, bodyHtml: 'x'.repeat(400_000) }),
      'application/json',
      413,
    ],
  ])('refuses %s', async (_, body, type, status) => {
    const response = await warta.send('POST', '/api/articles', body, { 'Content-Type': type });
    expect(response.status).toBe(status);
    expect(await json(response)).toMatchObject({ status });
  });

  it('edits the version that is named, and no other', async () => {
    const created = await create();
    const { id } = await json(created);
    const etag = created.headers.get('ETag') ?? '';
    const edit = (headers: Record<string, string>) =>
      warta.send('PUT', `/api/articles/${id}`, { ...submission, title: 'Ralat: Jembatan Dibuka' }, headers);

    expect((await edit({})).status).toBe(428);
    const saved = await edit({ 'If-Match': etag });
    expect(saved.status).toBe(200);
    expect(await json(saved)).toMatchObject({ id, version: 2, title: 'Ralat: Jembatan Dibuka' });
    const late = await edit({ 'If-Match': etag });
    expect(late.status).toBe(412);
    expect((await json(late)).detail).toContain('version 2');
    expect((await edit({ 'If-Match': saved.headers.get('ETag')?.replace('W/', '') ?? '' })).status).toBe(200);
    expect((await warta.send('PUT', '/api/articles/tidak-ada', submission, { 'If-Match': '*' })).status).toBe(
      404,
    );
  });

  it('moves an article to a new slug, and redirects the old address for ever', async () => {
    const { id, slug } = await json(await create({ title: 'Alamat Lama' }));
    await warta.send(
      'PUT',
      `/api/articles/${id}`,
      { ...submission, slug: 'alamat-baru' },
      { 'If-Match': '*' },
    );
    const response = await warta.get(`/berita/${slug}`);
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toBe('/berita/alamat-baru');
  });

  it('lets an article go back to its first slug: no browser keeps the redirects', async () => {
    const { id, slug } = await json(await create({ title: 'Judul Semula' }));
    const rename = (name: string) =>
      warta.send('PUT', `/api/articles/${id}`, { ...submission, slug: name }, { 'If-Match': '*' });
    await rename('judul-sementara');
    const away = await warta.get(`/berita/${slug}`);
    await rename(slug);
    const back = await warta.get('/berita/judul-sementara');
    for (const redirect of [away, back]) {
      expect(redirect.status).toBe(301);
      expect(redirect.headers.get('Cache-Control')).toContain('no-cache');
    }
    expect(back.headers.get('Location')).toBe(`/berita/${slug}`);
    expect((await warta.get(`/berita/${slug}`)).status).toBe(200);
  });

  it('says nothing to readers of what was withdrawn before they could see it', async () => {
    for (const unseen of [{ status: 'draft' }, { publishedAt: '2099-01-01T00:00:00Z' }]) {
      const { id, slug } = await json(
        await create({ title: 'Tak Jadi', formerUrls: ['/tak-jadi.html'], ...unseen }),
      );
      await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Rahasia.' });
      for (const path of [`/api/articles/${id}`, `/berita/${slug}`, '/tak-jadi.html']) {
        const response = await warta.get(path);
        expect(response.status).toBe(404);
        expect(await response.text()).not.toContain('Rahasia.');
      }
    }
  });

  it('withdraws with a reason, after which page, API and editors are told 410', async () => {
    const { id, slug } = await json(await create({ title: 'Akan Ditarik' }));
    const remove = (query: string) => warta.send('DELETE', `/api/articles/${id}${query}`, '');
    expect((await remove('')).status).toBe(422);
    const removed = await remove('?reason=Data%20anggaran%20keliru.');
    expect(removed.status).toBe(200);
    expect(await json(removed)).toMatchObject({ id, version: 2, status: 'withdrawn' });

    for (const path of [`/api/articles/${id}`, `/berita/${slug}`]) {
      const response = await warta.get(path);
      expect(response.status).toBe(410);
      expect(await response.text()).toContain('Data anggaran keliru.');
    }
    expect((await remove('?reason=lagi')).status).toBe(410);
    const edit = await warta.send('PUT', `/api/articles/${id}`, submission, { 'If-Match': '*' });
    expect(edit.status).toBe(410);
  });

  it('takes the reason from a body too', async () => {
    const { id } = await json(await create());
    const response = await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Salah foto.' });
    expect((await json(response)).withdrawal).toMatchObject({ reason: 'Salah foto.' });
  });

  it('keeps a draft and an embargo from everyone', async () => {
    const draft = await json(await create({ status: 'draft', title: 'Konsep' }));
    const embargo = await json(await create({ publishedAt: '2099-01-01T00:00:00Z', title: 'Nanti' }));
    for (const { id, slug } of [draft, embargo]) {
      expect((await warta.get(`/api/articles/${id}`)).status).toBe(404);
      expect((await warta.get(`/berita/${slug}`)).status).toBe(404);
    }
    const { items } = await warta.getJson('/api/articles?limit=100');
    expect(items.map((item: { title: string }) => item.title)).not.toContain('Nanti');
    expect((await warta.getJson('/api/search?q=konsep')).total).toBe(0);
    expect((await warta.getJson('/api/search?q=nanti')).total).toBe(0);
  });

  describe('in batches', () => {
    const batch = async (items: unknown[]) =>
      (await json(await warta.send('POST', '/api/articles/batch', items))).items;

    it('gives each item the outcome that it would have had alone, in order', async () => {
      const source = { id: 'halaman-1' };
      const items = await batch([
        { ...submission, source },
        { ...submission, title: '' },
        { ...submission, source },
        { ...submission, source, title: 'Lain' },
        { ...submission, bodyHtml: 'x'.repeat(400_000) },
        'bukan artikel',
        submission,
      ]);
      expect(items.map((item: { index: number }) => item.index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(items.map((item: { status: number }) => item.status)).toEqual([
        201, 422, 200, 409, 413, 422, 201,
      ]);
      expect(items[1].errors).toEqual([{ parameter: 'title', detail: 'must not be empty' }]);
      const ids = [items[0], items[2], items[3]].map((item: { id: string }) => item.id);
      expect(new Set(ids).size).toBe(1);
    });

    it('finds everything there when it is sent again', async () => {
      const articles = Array.from({ length: 30 }, (_, n) => ({
        ...submission,
        title: `Ke-${n}`,
        source: { id: `ulang-${n}` },
      }));
      const first = await batch(articles);
      const second = await batch(articles);
      expect(first.every((item: { status: number }) => item.status === 201)).toBe(true);
      expect(second.every((item: { status: number }) => item.status === 200)).toBe(true);
      expect(second.map((item: { id: string }) => item.id)).toEqual(
        first.map((item: { id: string }) => item.id),
      );
    });

    it('says that a source has other content now, or was withdrawn, and writes neither', async () => {
      const [first] = await batch([{ ...submission, source: { id: 'berubah' } }]);
      const [changed] = await batch([{ ...submission, title: 'Lain', source: { id: 'berubah' } }]);
      expect(changed).toMatchObject({ status: 409, id: first.id, url: first.url });
      await warta.send('DELETE', `/api/articles/${first.id}?reason=keliru`, '');
      const [gone] = await batch([{ ...submission, source: { id: 'berubah' } }]);
      expect(gone).toMatchObject({ status: 410, id: first.id });
    });

    it('reads NDJSON, where a bad line spoils only itself', async () => {
      const lines = [JSON.stringify(submission), '{"title":', '', JSON.stringify(submission)].join('\n');
      const response = await warta.send('POST', '/api/articles/batch', lines, {
        'Content-Type': 'application/x-ndjson',
      });
      const { items } = await json(response);
      expect(items.map((item: { status: number }) => item.status)).toEqual([201, 400, 201]);
      expect(items[1].detail).toContain('Line 2');
    });

    it('is refused whole when it is no batch', async () => {
      const send = async (body: unknown) => (await warta.send('POST', '/api/articles/batch', body)).status;
      expect(await send({})).toBe(400);
      expect(await send('[')).toBe(400);
      expect(await send(Array(501).fill(submission))).toBe(413);
      expect(await send([])).toBe(200);
    });
  });
});
