import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, office } from '../../functions/office/settings.ts';
import { json, startService, submission, token } from '../support/service.ts';

const withRetired: Office = {
  ...office,
  categories: [...office.categories, { slug: 'lama', name: 'Lama', retiredOn: '2026-01-01' }],
};

describe('an article after it was written', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    warta = await startService({ office: withRetired });
  });
  afterAll(() => warta.stop());

  const put = (id: string, change: Record<string, unknown> = {}) =>
    warta.send('PUT', `/api/articles/${id}`, { ...submission, ...change }, { 'If-Match': '*' });
  const asWriter = (path: string) => warta.get(path, { Authorization: `Bearer ${token}` });

  it('shows readers what was corrected and when, in program and page, as text', async () => {
    const { id, slug } = await warta.publish({ title: 'Anggaran Jembatan' });
    const note = 'Anggaran <b>Rp5 miliar</b>, bukan Rp50 miliar.';
    const corrected = await json(await put(id, { title: 'Anggaran Jembatan', correction: { note } }));
    expect(corrected.corrections).toEqual([{ at: corrected.updatedAt, note }]);
    expect((await warta.getJson(`/api/articles/${id}`)).corrections).toEqual(corrected.corrections);
    const page = await (await warta.get(`/berita/${slug}`)).text();
    expect(page).toContain('Anggaran &lt;b&gt;Rp5 miliar&lt;/b&gt;, bukan Rp50 miliar.');
    expect(page).toContain(`datetime="${corrected.updatedAt}"`);
  });

  it('has nothing to correct when it is new, and a note needs words', async () => {
    const create = await warta.send('POST', '/api/articles', { ...submission, correction: { note: 'x' } });
    expect(create.status).toBe(422);
    expect((await json(create)).errors).toMatchObject([{ parameter: 'correction' }]);
    const { id } = await warta.publish();
    expect((await put(id, { correction: { note: ' ' } })).status).toBe(422);
  });

  it('stays a draft through a change that does not publish it, and its writer can read it', async () => {
    const { id } = await warta.publish({ status: 'draft', title: 'Konsep' });
    expect(await json(await put(id, { title: 'Konsep Kedua' }))).toMatchObject({ status: 'draft' });
    expect((await warta.get(`/api/articles/${id}`)).status).toBe(404);
    expect((await warta.get(`/api/articles/${id}`, { Authorization: 'Bearer bukan' })).status).toBe(404);
    const read = await asWriter(`/api/articles/${id}`);
    expect(await json(read)).toMatchObject({ title: 'Konsep Kedua', version: 2 });
    expect(read.headers.get('Cache-Control')).toBe('no-store');
    const published = await warta.send(
      'PUT',
      `/api/articles/${id}`,
      { ...submission, status: 'published' },
      { 'If-Match': read.headers.get('ETag') ?? '' },
    );
    expect(await json(published)).toMatchObject({ status: 'published', version: 3 });
  });

  it('tells its versions to writers only', async () => {
    const { id } = await warta.publish({ title: 'Versi Satu' });
    await put(id, { title: 'Versi Dua' });
    expect((await warta.get(`/api/articles/${id}/versions`)).status).toBe(401);
    expect((await warta.get(`/api/articles/${id}/versions/1`)).status).toBe(401);
    const { items } = await json(await asWriter(`/api/articles/${id}/versions`));
    expect(items).toMatchObject([
      { version: 2, title: 'Versi Dua' },
      { version: 1, title: 'Versi Satu' },
    ]);
    expect(await json(await asWriter(`/api/articles/${id}/versions/1`))).toMatchObject({
      id,
      title: 'Versi Satu',
      bodyHtml: submission.bodyHtml,
    });
    for (const path of [`${id}/versions/3`, `${id}/versions/0`, '01ARZ3NDEKTSV4RRFFQ69G5FAV/versions']) {
      expect((await asWriter(`/api/articles/${path}`)).status).toBe(404);
    }
  });

  it('goes into a retired category only with news from before it was retired', async () => {
    const late = await warta.send('POST', '/api/articles', { ...submission, category: 'lama' });
    expect(late.status).toBe(422);
    expect((await json(late)).errors).toMatchObject([{ parameter: 'category' }]);
    const early = { ...submission, category: 'lama', publishedAt: '2025-12-31T23:59:59+07:00' };
    expect((await warta.send('POST', '/api/articles', early)).status).toBe(201);
    const { id } = await warta.publish();
    expect((await put(id, { category: 'lama' })).status).toBe(422);
    expect((await warta.getJson(`/api/articles/${id}`)).version).toBe(1);
  });
});
