import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startService } from '../support/service.ts';

describe('pages and search', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    warta = await startService();
    const articles = [
      {
        title: 'Wakil Bupati Tinjau Pembangunan Jembatan',
        bodyHtml:
          '<p>Wakil Bupati meninjau pembangunan jembatan & <em>drainase</em>. Warga perekaman e-KTP ikut hadir.</p>',
        publishedAt: '2026-03-02T09:30:00+07:00',
        place: 'SEKARLANGIT',
        authors: ['rin'],
        tags: ['jembatan', 'infrastruktur'],
        category: 'pembangunan',
      },
      {
        title: 'Panen Raya di Desa Tegalmaya',
        bodyHtml: "<p>Petani panen padi pada Jum'at pagi. Hasilnya naik.</p>",
        publishedAt: '2025-12-05T08:00:00+07:00',
        authors: ['dms'],
        tags: ['pertanian'],
        category: 'ekonomi',
      },
      {
        title: 'Imunisasi <Anak> & Balita',
        bodyHtml: '<p>Dinas Kesehatan menggelar imunisasi.</p>',
        publishedAt: '2025-11-20T08:00:00+07:00',
        tags: ['imunisasi', 'jembatan'],
        category: 'kesehatan',
        source: { url: 'https://lama.sekarlangit.example/imunisasi', name: 'Laman lama' },
      },
    ];
    for (const article of articles) {
      const { id, title } = await warta.publish(article);
      ids.set(title, id);
    }
  });
  afterAll(() => warta.stop());

  const search = (query: string) => warta.getJson(`/api/search?${query}`);
  const titlesOf = (result: { hits: { title: string }[] }) => result.hits.map((hit) => hit.title);

  it.each([
    ['another form of the word', 'membangun', 'Wakil Bupati Tinjau Pembangunan Jembatan'],
    ['an abbreviation', 'wabup', 'Wakil Bupati Tinjau Pembangunan Jembatan'],
    ['a word with its hyphen left out', 'ektp', 'Wakil Bupati Tinjau Pembangunan Jembatan'],
    ['a word with its apostrophe left out', 'jumat', 'Panen Raya di Desa Tegalmaya'],
    ['a slip of the keyboard', 'imunsiasi', 'Imunisasi <Anak> & Balita'],
  ])('finds an article by %s', async (_, q, title) => {
    expect(titlesOf(await search(`q=${q}`))[0]).toBe(title);
  });

  it('answers with the shape of the contract', async () => {
    const result = await search('q=jembatan&limit=1');
    expect(result).toMatchObject({ query: 'jembatan', total: 2, nextCursor: expect.any(String) });
    expect(result.hits).toEqual([
      {
        id: ids.get('Wakil Bupati Tinjau Pembangunan Jembatan'),
        url: 'http://127.0.0.1:3000/berita/wakil-bupati-tinjau-pembangunan-jembatan',
        title: 'Wakil Bupati Tinjau Pembangunan Jembatan',
        summary: 'Wakil Bupati meninjau pembangunan jembatan & drainase. Warga perekaman e-KTP ikut hadir.',
        snippet: expect.stringMatching(/pembangunan <mark>jembatan<\/mark> &amp; drainase/),
        publishedAt: '2026-03-02T09:30:00+07:00',
        category: 'pembangunan',
        score: expect.any(Number),
      },
    ]);
    expect(result.facets.category).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: 'pembangunan', count: 1 })]),
    );
    const next = await search(`q=jembatan&limit=1&cursor=${result.nextCursor}`);
    expect(titlesOf(next)).toEqual(['Imunisasi <Anak> & Balita']);
    expect(next.nextCursor).toBeUndefined();
  });

  it.each([
    ['category=kesehatan', ['Imunisasi <Anak> & Balita']],
    ['tag=jembatan&sort=newest', ['Wakil Bupati Tinjau Pembangunan Jembatan', 'Imunisasi <Anak> & Balita']],
    ['author=dms', ['Panen Raya di Desa Tegalmaya']],
    ['place=sekarlangit', ['Wakil Bupati Tinjau Pembangunan Jembatan']],
    ['from=2025-12-05&to=2025-12-05', ['Panen Raya di Desa Tegalmaya']],
    ['year=2025&category=ekonomi', ['Panen Raya di Desa Tegalmaya']],
    ['year=2019', []],
    ['q=desa&category=kesehatan', []],
  ])('filters by %s', async (query, titles) => {
    expect(titlesOf(await search(query))).toEqual(titles);
  });

  it('names every parameter that is unknown, repeated or not valid', async () => {
    const response = await warta.get(
      '/api/search?q=a&q=b&page=2&sort=best&limit=0&from=kemarin&category=olahraga',
    );
    expect(response.status).toBe(422);
    const { errors } = await json(response);
    expect(errors.map((error: { parameter: string }) => error.parameter).sort()).toEqual([
      'category',
      'from',
      'limit',
      'page',
      'q',
      'sort',
    ]);
    expect((await warta.get('/api/search?q=a&cursor=rusak')).status).toBe(422);
    const { errors: others } = await json(await warta.get('/api/search?q=a&explain=ya&year=26'));
    expect(others.map((error: { parameter: string }) => error.parameter).sort()).toEqual(['explain', 'year']);
  });

  it('says why, where it is asked to', async () => {
    const { hits } = await search('q=membangun+jembatan&explain=1');
    const { score, explanation } = hits[0];
    const points = explanation.parts.map((part: { points: number }) => part.points);
    expect(points.reduce((a: number, b: number) => a + b)).toBeCloseTo(score, 5);
    expect(explanation.words.map(({ typed }: { typed: string }) => typed)).toEqual(['membangun', 'jembatan']);
    expect((await search('q=membangun+jembatan')).hits[0]).not.toHaveProperty('explanation');
  });

  it('completes what is being typed', async () => {
    const { suggestions } = await warta.getJson('/api/suggest?q=pan');
    expect(JSON.stringify(suggestions)).toContain('Panen Raya di Desa Tegalmaya');
  });

  it('finds a new article at once, and a withdrawn one no more', async () => {
    const { id } = await warta.publish({ title: 'Kirab Obor Malam' });
    expect(titlesOf(await search('q=kirab'))).toEqual(['Kirab Obor Malam']);
    await warta.send(
      'PUT',
      `/api/articles/${id}`,
      { title: 'Pawai Lampion', bodyHtml: '<p>x</p>', publishedAt: '2026-01-01T00:00:00Z', category: 'umum' },
      { 'If-Match': '*' },
    );
    expect((await search('q=kirab')).total).toBe(0);
    expect((await search('q=lampion')).total).toBe(1);
    await warta.send('DELETE', `/api/articles/${id}?reason=batal`, '');
    expect((await search('q=lampion')).total).toBe(0);
  });

  it('lists articles for programs, by cursor, category, tag, author and time', async () => {
    const first = await warta.getJson('/api/articles?limit=2');
    expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
    expect(first.items[0]).toMatchObject({ title: 'Wakil Bupati Tinjau Pembangunan Jembatan', version: 1 });
    expect(first.items[0].bodyHtml).toBeUndefined();
    const second = await warta.getJson(`/api/articles?limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map((item: { title: string }) => item.title)).toEqual(['Imunisasi <Anak> & Balita']);
    expect(second.nextCursor).toBeUndefined();

    const count = async (query: string) => (await warta.getJson(`/api/articles?${query}`)).items.length;
    expect(await count('category=ekonomi')).toBe(1);
    expect(await count('tag=jembatan')).toBe(2);
    expect(await count('author=rin')).toBe(1);
    expect(await count('from=2025-11-20&to=2025-12-05')).toBe(2);
    expect((await warta.get('/api/articles?cursor=rusak')).status).toBe(422);
    expect((await warta.get('/api/articles?tag=jembatan&cursor=rusak')).status).toBe(422);
  });

  it('offers what was meant, and the feed of the search', async () => {
    const page = await (await warta.get('/cari?q=imunisasi')).text();
    expect(page).toContain('href="http://127.0.0.1:3000/cari/feed.rss?q=imunisasi"');
    expect(await (await warta.get('/cari?q=imunsiasi')).text()).toContain('?q=imunisasi');
  });

  it('searches what it can read on the page, and says what it could not', async () => {
    const response = await warta.get('/cari?q=imunisasi&from=kemarin&utm_source=x');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('Imunisasi &lt;Anak&gt;');
    expect(page).toMatch(/diabaikan: from/);
  });

  it('leads on from an address where nothing is, as a page for people and a problem for programs', async () => {
    const page = await warta.get('/berita/tidak-ada');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('action="/cari"');
    const problem = await warta.get('/api/tidak-ada');
    expect(problem.status).toBe(404);
    expect(problem.headers.get('Content-Type')).toContain('application/problem+json');
  });

  it('says which methods an address takes', async () => {
    const response = await warta.send('PATCH', '/api/articles', {});
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toContain('POST');
  });

  it('gives out no file beside the pictures', async () => {
    for (const name of ['..%2Ftoken', 'token', '%2e%2e%2ftoken', '.jpg']) {
      expect((await warta.get(`/media/${name}`)).status).toBe(404);
    }
  });

  it('serves its stylesheet under an address that changes with it', async () => {
    const page = await (await warta.get('/')).text();
    const path = /href="(\/gaya-[0-9a-f]+\.css)"/.exec(page)?.[1] ?? '';
    const response = await warta.get(path);
    expect(response.headers.get('Content-Type')).toContain('text/css');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
  });
});
