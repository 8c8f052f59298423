import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCursor } from '../../functions/articles/cursor.ts';
import { toPosition } from '../../functions/articles/position.ts';
import { createApp } from '../../functions/http/app.ts';
import { type Office, office } from '../../functions/office/settings.ts';
import { createClock } from '../support/articles.ts';
import { type Described, createDescribedApi, fillPath } from '../support/described-api.ts';
import { type Json, baseUrl, json, startService, submission, token } from '../support/service.ts';

const clock = createClock('2026-03-20T05:00:00Z');
const withRetired: Office = {
  ...office,
  categories: [...office.categories, { slug: 'arsip-lama', name: 'Arsip Lama', retiredOn: '2025-01-01' }],
};

type Asked = {
  readonly path?: Record<string, string>;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly isStranger?: boolean;
};

describe('the description of the API, held against the service', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let api: ReturnType<typeof createDescribedApi>;
  let examples: Record<string, string>;

  beforeAll(async () => {
    warta = await startService({ now: clock.now, office: withRetired });
    await mkdir(join(warta.dataPath, 'media'), { recursive: true });
    await writeFile(join(warta.dataPath, 'media', 'foto.png'), 'gambar');
    const { id } = await warta.publish({
      title: 'Pasar Murah "Dibuka"',
      publishedAt: '2026-02-10T08:00:00+07:00',
      category: 'kesehatan',
      place: 'PASAR MURAH',
      tags: ['Pasar Murah'],
      authors: ['Pasar Murah'],
      images: [
        { url: '/media/foto.png', type: 'image/png', length: 6, alt: 'Pasar', width: 8, height: 8 },
        { url: 'https://foto.example/2.jpg', type: 'image/jpeg', length: 9, alt: '', caption: 'Dua' },
      ],
      source: { id: '12', url: 'https://lama.example/12', name: 'Laman lama' },
      formerUrls: ['/berita.php?id=12'],
    });
    await warta.publish({
      title: 'Pasar Pagi',
      publishedAt: '2026-02-10T07:00:00+07:00',
      category: 'kesehatan',
      place: 'PASAR MURAH',
      tags: ['Pasar Murah'],
      authors: ['Pasar Murah'],
    });
    await warta.publish({
      title: 'Pasar Hari Ini',
      publishedAt: '2026-03-10T08:00:00+07:00',
      category: 'kesehatan',
    });
    // A second version, so that there is a former one, and news in every list.
    clock.advance(3_600_000);
    await warta.send(
      'PATCH',
      `/api/articles/${id}`,
      { summary: 'Pasar murah dibuka.' },
      {
        'Content-Type': 'application/merge-patch+json',
        'If-Match': '*',
      },
    );
    examples = {
      id,
      version: '1',
      format: 'json',
      category: 'kesehatan',
      slug: 'pasar-murah',
      year: '2026',
      month: '02',
      day: '10',
      after: renderCursor(toPosition('2026-02-10T09:00:00+07:00', id)),
      name: 'foto.png',
    };
    api = createDescribedApi(await warta.getJson('/openapi.json'));
  });
  afterAll(() => warta.stop());

  const find = (at: string): Described => {
    const found = api.operations.find(({ method, path }) => `${method} ${path}` === at);
    if (found === undefined) throw new Error(`${at} is not described`);
    return found;
  };

  /** Asks as the document says, and holds the answer against it. */
  async function ask(described: Described, asked: Asked = {}, app = warta.service.app): Promise<Response> {
    const { method, path, operation } = described;
    const part = path.startsWith('/sitemap/') ? '2026-02.xml' : '10';
    const url = `${baseUrl}${fillPath(path, { part, ...examples, ...asked.path })}${asked.query ?? ''}`;
    const needsToken = operation.security?.every((entry: Json) => Object.keys(entry).length > 0);
    const needed = path.endsWith('/restore') ? { version: 1 } : submission;
    const body = asked.body ?? (operation.requestBody?.required ? needed : undefined);
    const [mediaType = 'application/json'] = Object.keys(operation.requestBody?.content ?? {});
    const response = await app.request(url, {
      method,
      headers: {
        ...(needsToken && !asked.isStranger && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': mediaType }),
        ...asked.headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    await api.check(described, response);
    return response;
  }

  const statusOf = async (at: string, asked?: Asked) => (await ask(find(at), asked)).status;
  /** With its address, so that a failure names it. */
  const outcomeOf = async (described: Described, asked?: Asked, app = warta.service.app) =>
    `${(await ask(described, asked, app)).status} ${described.method} ${described.path}`;
  const reads = () => api.operations.filter(({ method }) => method === 'GET');
  const documenting = (status: number) =>
    api.operations.filter(({ operation }) => operation.responses[status] !== undefined);

  it('describes every address for programs that the service has, and none that it has not', async () => {
    const registered = new Set(
      warta.service.app.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^/]*\})?/g, '{}')}`),
    );
    const described = new Set(
      api.operations.flatMap(({ method, path }) =>
        ['rss', 'atom', 'json'].map((format) => {
          const address = path.replace('{format}', format);
          return `${method} ${address.replace(/\{\w+\}/g, '{}')}`;
        }),
      ),
    );
    const how =
      'describe it as an Operation in a file of functions/http/openapi/ (groups.ts lists them), with the ' +
      'schemas that its route checks with and answers by, and ask for it in this test';
    const undescribed: string[] = [];
    for (const at of registered)
      if (!described.has(at) && !(await isForPeople(at))) undescribed.push(`${at}: ${how}`);
    expect(undescribed).toEqual([]);
    expect([...described].filter((at) => !registered.has(at))).toEqual([]);
  });

  /** A page, what pages load, or where their forms go: whatever becomes of the request, no program is answered. */
  async function isForPeople(at: string): Promise<boolean> {
    const [method = '', path = ''] = at.split(' ');
    const asForm = { Origin: baseUrl, 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = method === 'GET' ? {} : { method, headers: asForm, body: '' };
    const response = await warta.service.app.request(baseUrl + path.replaceAll('{}', 'x'), request);
    const type = response.headers.get('Content-Type') ?? 'text/html';
    return /^(text\/(html|css|javascript)|image\/)/.test(type);
  }

  it('is served with a validator, and the same to everyone', async () => {
    const first = await warta.get('/openapi.json', { 'Accept-Encoding': 'gzip' });
    expect(first.headers.get('Content-Encoding')).toBe('gzip');
    expect((await first.arrayBuffer()).byteLength).toBeLessThan(20_000);
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const etag = first.headers.get('ETag') ?? '';
    expect((await warta.get('/openapi.json', { 'If-None-Match': etag })).status).toBe(304);
  });

  it('says what is read', async () => {
    for (const described of reads()) {
      const formats = described.path.includes('{format}') ? ['rss', 'atom', 'json'] : ['json'];
      for (const format of formats) {
        expect(await outcomeOf(described, { path: { format } })).toMatch(/^200/);
      }
    }
    await ask(find('GET /api/suggest'), { query: '?q=pas&format=opensearch' });
    await ask(find('GET /api/search'), { query: '?q=pasr+murah+"buka&sort=newest&limit=1' });
    await ask(find('GET /api/search'), { query: '?q=pasar+murah+2026&explain=1' });
    await ask(find('GET /api/articles'), { query: '?limit=1' });
  });

  it('says where a copy is still good', async () => {
    for (const described of documenting(304)) {
      const etag = (await ask(described)).headers.get('ETag') ?? '';
      expect(await outcomeOf(described, { headers: { 'If-None-Match': etag } })).toMatch(/^304/);
    }
    for (const described of documenting(226)) {
      const held = `"${'x'.repeat(22)}.${Date.parse('2026-03-20T05:30:00Z').toString(36)}"`;
      for (const format of ['rss', 'atom', 'json']) {
        const asked = { path: { format }, headers: { 'If-None-Match': held, 'A-IM': 'feed' } };
        expect(await outcomeOf(described, asked)).toMatch(/^226/);
      }
    }
    expect(await statusOf('GET /cari/feed.{format}', { query: '?tag=x&q=pasar' })).toBe(301);
    for (const described of documenting(301).filter(({ path }) => path.includes('{slug}')))
      expect(await outcomeOf(described, { path: { slug: 'Pasar Murah' } })).toMatch(/^301/);
  });

  it('says what is written', async () => {
    const source = { id: 'ditulis' };
    const created = await ask(find('POST /api/articles'), { body: { ...submission, source } });
    expect(created.status).toBe(201);
    const { id } = await json(created);
    const path = { id };
    const etag = created.headers.get('ETag') ?? '';
    expect(await statusOf('POST /api/articles', { body: { ...submission, source } })).toBe(200);
    expect(await statusOf('POST /api/articles', { body: { ...submission, source, title: 'Lain' } })).toBe(
      409,
    );
    const correction = { note: 'Jembatan, bukan jalan.' };
    const edit = { path, headers: { 'If-Match': etag }, body: { ...submission, correction } };
    expect(await statusOf('PUT /api/articles/{id}', edit)).toBe(200);
    expect(await statusOf('PUT /api/articles/{id}', edit)).toBe(412);
    expect(await statusOf('PUT /api/articles/{id}', { path })).toBe(428);
    expect(await statusOf('GET /api/articles/{id}', { path })).toBe(200);
    expect(
      await statusOf('DELETE /api/articles/{id}', {
        path,
        headers: { 'If-Match': etag },
        body: { reason: 'x' },
      }),
    ).toBe(412);
    expect(await statusOf('DELETE /api/articles/{id}', { path, query: '?reason=Keliru' })).toBe(200);
    for (const at of [
      'GET /api/articles/{id}',
      'PUT /api/articles/{id}',
      'DELETE /api/articles/{id}',
    ] as const) {
      const gone = { path, headers: { 'If-Match': '*' }, query: '?reason=x' };
      expect(await outcomeOf(find(at), gone)).toMatch(/^410/);
    }
    expect(await statusOf('PATCH /api/articles/{id}', { path, headers: { 'If-Match': '*' } })).toBe(410);
    expect(await statusOf('POST /api/articles', { body: { ...submission, source } })).toBe(410);
    expect(await statusOf('POST /api/articles/{id}/restore', { path, body: {} })).toBe(200);
    const patch = { path, headers: { 'If-Match': '*' }, body: { place: 'SEKARLANGIT', summary: null } };
    expect(await statusOf('PATCH /api/articles/{id}', patch)).toBe(200);
    const old = { path, headers: { 'If-Match': '"99"' }, query: '?reason=x' };
    for (const at of ['PATCH /api/articles/{id}', 'POST /api/articles/{id}/restore'])
      expect(await statusOf(at, old)).toBe(412);
    expect(await statusOf('PATCH /api/articles/{id}', { path })).toBe(428);
    expect(
      await statusOf('GET /kategori/{category}/feed.{format}', { path: { category: 'arsip-lama' } }),
    ).toBe(410);
  });

  it('says how far the index has come', async () => {
    expect(await statusOf('GET /api/reindex')).toBe(200);
    expect(await statusOf('POST /api/reindex')).toBe(202);
    expect(await statusOf('GET /api/reindex')).toBe(200);
  });

  it('says what becomes of a request that names itself', async () => {
    const headers = { 'Idempotency-Key': 'sekali' };
    const batch = find('POST /api/articles/batch');
    const twice = await Promise.all([1, 2].map(() => ask(batch, { headers, body: [submission] })));
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const replayed = await ask(batch, { headers, body: [submission] });
    expect(replayed.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await statusOf('POST /api/articles/batch', { headers, body: [] })).toBe(422);
  });

  it('says what the search is taught', async () => {
    const read = await ask(find('GET /api/lexicon'));
    const body = {
      synonyms: [['pasar', 'pekan']],
      spellings: { psr: 'pasar' },
      pinned: [{ query: 'pasar', articles: [examples['id']], until: '2026-12-31' }],
    };
    const replace = { headers: { 'If-Match': read.headers.get('ETag') ?? '' }, body };
    expect(await statusOf('PUT /api/lexicon', replace)).toBe(200);
    expect(await statusOf('PUT /api/lexicon', replace)).toBe(412);
    expect(await statusOf('PUT /api/lexicon', { body })).toBe(428);
    expect(await statusOf('GET /api/lexicon')).toBe(200);
    const { hits } = await json(await ask(find('GET /api/search'), { query: '?q=pasar&explain=1' }));
    expect(hits[0]).toMatchObject({ id: examples['id'], pinned: true });
  });

  it('says what becomes of a draft that nobody saw', async () => {
    const draft = await ask(find('POST /api/articles'), { body: { ...submission, status: 'draft' } });
    const path = { id: (await json(draft)).id };
    expect(await statusOf('DELETE /api/articles/{id}', { path, body: { reason: 'Batal' } })).toBe(200);
  });

  it('says what becomes of many, and gives out everything as it takes it back', async () => {
    const many = await ask(find('POST /api/articles/batch'), {
      body: [submission, { ...submission, title: 7, correction: { note: 'x' } }, submission],
    });
    expect((await json(many)).items.map(({ status }: Json) => status)).toEqual([201, 422, 201]);
    const items: Json[] = [];
    let query = '';
    do {
      const page = await json(await ask(find('GET /api/export/articles'), { query }));
      items.push(...page.items);
      query = page.nextCursor === undefined ? '' : `?cursor=${page.nextCursor}`;
    } while (query !== '');
    expect(items.length).toBeGreaterThan(4);
    for (const item of items) expect(api.accepts('/components/schemas/StoredSubmission', item)).toBe(true);
    const back = await ask(find('PUT /api/import/articles'), { body: items });
    for (const item of (await json(back)).items) expect(item).toMatchObject({ status: 200 });
  });

  it('says who is turned away', async () => {
    for (const described of documenting(401)) {
      expect(await outcomeOf(described, { isStranger: true })).toMatch(/^401/);
      const wrong = { headers: { Authorization: 'Bearer bukan-ini' } };
      expect(await outcomeOf(described, wrong)).toMatch(/^401/);
    }
  });

  it('says what a key makes and unmakes, and what one may not do', async () => {
    const made = await ask(find('POST /api/keys'), { body: { name: 'Portal', role: 'write' } });
    expect(made.status).toBe(201);
    const { id, key } = await json(made);
    for (const described of documenting(403)) {
      const headers = { Authorization: `Bearer ${key}`, 'If-Match': '*' };
      expect(await outcomeOf(described, { headers })).toMatch(/^403/);
    }
    expect(await statusOf('GET /api/keys')).toBe(200);
    expect(await statusOf('DELETE /api/keys/{id}', { path: { id } })).toBe(200);
  });

  it('says what cannot be read', async () => {
    for (const described of documenting(415)) {
      const headers = { 'If-Match': '*' };
      expect(await outcomeOf(described, { headers, body: '{' })).toMatch(/^400/);
      const asHtml = { ...headers, 'Content-Type': 'text/html' };
      expect(await outcomeOf(described, { headers: asHtml, body: '<p>' })).toMatch(/^415/);
    }
    for (const described of documenting(413)) {
      const body = JSON.stringify({ bodyHtml: 'x'.repeat(6_000_001) });
      expect(await outcomeOf(described, { headers: { 'If-Match': '*' }, body })).toMatch(/^413/);
    }
    const ofOneBody = documenting(422).filter(({ path }) => path !== '/api/articles/batch');
    for (const described of ofOneBody) {
      const isWriting = described.operation.requestBody?.required === true;
      const wrong = isWriting
        ? { headers: { 'If-Match': '*' }, body: { judul: 'x' } }
        : { query: '?tidak-ada=1' };
      expect(await outcomeOf(described, wrong)).toMatch(/^422/);
    }
  });

  it('says where nothing is', async () => {
    const nowhere = {
      id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      slug: '-',
      category: 'tidak-ada',
      year: '2031',
      part: 'tidak-ada',
      name: 'tidak-ada.png',
      format: 'atom',
    };
    for (const described of documenting(404)) {
      const query = described.method === 'DELETE' ? '?reason=x' : '';
      const path = /\{(?!format)/.test(described.path) ? nowhere : {};
      const asked = { path: { format: 'pdf,rss', ...path }, headers: { 'If-Match': '*' }, query };
      expect(await outcomeOf(described, asked)).toMatch(/^404/);
    }
  });

  it('says who has to wait, and for what', async () => {
    const limited = await startService({ requestLimit: { requestsPerMinute: 1, addressOf: () => 'a' } });
    await limited.get('/robots.txt');
    for (const described of api.operations)
      expect(await outcomeOf(described, {}, limited.service.app)).toMatch(/^429/);
    await limited.stop();

    const nothing = { keys: [], changedAt: undefined, next: undefined };
    const app = createReader(
      () => Promise.resolve(nothing),
      () => Promise.resolve(undefined),
    );
    for (const described of documenting(503)) {
      const query = described.path === '/api/articles' ? '?tag=pasar' : '';
      expect(await outcomeOf(described, { query }, app)).toMatch(/^503/);
    }
  });

  it('says that it failed', async () => {
    const app = createReader(fail, fail);
    for (const at of ['GET /api/articles', 'GET /feed.{format}', 'GET /sitemap/{part}', 'GET /healthz'])
      expect(await outcomeOf(find(at), {}, app)).toMatch(/^500/);
  });

  it('says where a picture is that readers get at another address', async () => {
    const app = createReader(fail, fail);
    const path = { name: `${'0123456789abcdef'.repeat(2)}.jpg` };
    expect(await outcomeOf(find('GET /media/{name}'), { path }, app)).toMatch(/^302/);
  });

  it('promises no answer that was not given above', () => {
    const promised = api.operations.flatMap(({ method, path, operation }) =>
      Object.keys(operation.responses).map((status) => `${method} ${path} ${status}`),
    );
    const unseen = promised.filter((answer) => !api.seen.has(answer) && !answer.endsWith(' 500'));
    expect(unseen).toEqual([]);
  });
});

const fail = () => Promise.reject(new Error('the table does not answer'));

/** A service for readers over a table and an index that a test makes up. */
function createReader(look: () => Promise<Json>, index: () => Promise<undefined>) {
  return createApp({
    office,
    articles: {
      findById: look,
      findBySlug: look,
      findByFormerAddress: look,
      findMany: look,
      listKeys: look,
      allKeys: () => (async function* () {})(),
    },
    lists: { look },
    index,
    readers: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
    searches: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
    now: clock.now,
    log: () => undefined,
  });
}
