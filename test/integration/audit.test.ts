import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditLog } from '../../functions/access/audit-log.ts';
import { createAuditCommand } from '../../functions/cli/audit.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { runCommand } from '../support/command.ts';
import { type Json, json, startService, submission, token } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let now = new Date('2026-11-26T01:00:00Z');
let rina = '';
beforeAll(async () => {
  warta = await startService({ now: () => new Date(now.setMilliseconds(now.getMilliseconds() + 1)) });
  rina = (await json(await warta.send('POST', '/api/keys', { name: 'Rina', role: 'publish' }))).key;
});
afterAll(() => warta.stop());

const as = (key: string) => ({ Authorization: `Bearer ${key}`, 'If-Match': '*' });
const audit = async (query = ''): Promise<Json> => json(await warta.get(`/api/audit${query}`, as(token)));
const newest = async (count: number): Promise<Json[]> => (await audit(`?limit=${count}`)).items;

describe('who and when', () => {
  it('stands with every version, for the newsroom and not for readers', async () => {
    const { id } = await warta.publish({ title: 'Satu' });
    const changed = await warta.send('PUT', `/api/articles/${id}`, { ...submission, title: 'Dua' }, as(rina));
    expect(changed.status).toBe(200);
    await warta.send('DELETE', `/api/articles/${id}?reason=Keliru`, '', as(rina));
    const { items } = await json(await warta.get(`/api/articles/${id}/versions`, as(token)));
    expect(items.map(({ version, by, status }: Json) => [version, by, status])).toEqual([
      [3, 'Rina', 'withdrawn'],
      [2, 'Rina', 'published'],
      [1, 'token', 'published'],
    ]);
    expect(items[0].updatedAt > items[1].updatedAt).toBe(true);
    const second = await json(await warta.get(`/api/articles/${id}/versions/2`, as(token)));
    expect(second).toMatchObject({ title: 'Dua', by: 'Rina' });

    const other = await warta.publish({ title: 'Tiga' });
    for (const path of [
      `/api/articles/${other.id}`,
      '/api/articles',
      '/feed.json',
      `/berita/${other.slug}`,
    ]) {
      expect(await (await warta.get(path)).text()).not.toContain('"by":');
    }
  });

  it('goes along when everything is exported and comes back', async () => {
    const made = await warta.send('POST', '/api/articles', { ...submission, title: 'Diekspor' }, as(rina));
    const { id } = await json(made);
    const { items } = await json(await warta.get('/api/export/articles', as(token)));
    const record = items.find((item: Json) => item.article.id === id);
    expect(record.article.by).toBe('Rina');
    const elsewhere = await startService();
    try {
      const answer = await json(await elsewhere.send('PUT', '/api/import/articles', [record]));
      expect(answer.items).toMatchObject([{ status: 201, id }]);
      const versions = await json(await elsewhere.get(`/api/articles/${id}/versions`, as(token)));
      expect(versions.items).toMatchObject([{ version: 1, by: 'Rina' }]);
      const again = await json(await elsewhere.send('PUT', '/api/import/articles', [record]));
      expect(again.items).toMatchObject([{ status: 200 }]);
    } finally {
      await elsewhere.stop();
    }
  });
});

describe('the audit log', () => {
  it('says who did what to which article and key, the newest first', async () => {
    const made = await json(await warta.send('POST', '/api/articles', submission, as(rina)));
    const { id } = made;
    await warta.send('PUT', `/api/articles/${id}`, submission, as(rina));
    await warta.send('DELETE', `/api/articles/${id}?reason=Keliru`, '', as(rina));
    const key = await json(await warta.send('POST', '/api/keys', { name: 'Sebentar', role: 'write' }));
    await warta.send('DELETE', `/api/keys/${key.id}`, '');
    const keyId = rina.split('_')[1];
    const own = { at: undefined, by: 'token', keyId: 'token', outcome: 'done' };
    const hers = { at: undefined, by: 'Rina', keyId, outcome: 'done', article: id };
    const entries = await newest(5);
    expect(entries.map((entry) => ({ ...entry, at: undefined }))).toEqual([
      { ...own, what: 'key-revoked', key: key.id },
      { ...own, what: 'key-created', key: key.id },
      { ...hers, what: 'article-withdrawn', version: 3 },
      { ...hers, what: 'article-changed', version: 2 },
      { ...hers, what: 'article-created', version: 1 },
    ]);
    const times = entries.map(({ at }) => Date.parse(at));
    expect(times.toSorted((a, b) => b - a)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(Date.parse(made.updatedAt));
  });

  it('names a batch once, with the articles that were new, and says of an export that it began', async () => {
    const source = { id: 'audit-1' };
    const batch = [
      { ...submission, source },
      { ...submission, title: '' },
      { ...submission, title: 'Lain' },
    ];
    const { items } = await json(await warta.send('POST', '/api/articles/batch', batch, as(rina)));
    const articles = [items[0].id, items[2].id];
    expect(await newest(1)).toMatchObject([{ what: 'batch-published', by: 'Rina', articles }]);
    await warta.get('/api/export/articles', as(token));
    expect(await newest(1)).toMatchObject([{ what: 'archive-exported', by: 'token', outcome: 'done' }]);
  });

  it('notes nothing of what was no act: a bad article, a stale version', async () => {
    const { id } = await warta.publish();
    const before = await newest(1);
    await warta.send('POST', '/api/articles', { ...submission, title: '' }, as(rina));
    await warta.send('PUT', `/api/articles/${id}`, submission, { ...as(rina), 'If-Match': '"7"' });
    expect(await newest(1)).toEqual(before);
  });

  it('says of an article that is sent again what was taken in of it: nothing, or new redirects', async () => {
    const sent = { ...submission, source: { id: 'audit-again' } };
    const { id } = await json(await warta.send('POST', '/api/articles', sent, as(rina)));
    const again = async (more: Record<string, unknown>) => {
      const response = await warta.send('POST', '/api/articles', { ...sent, ...more }, as(rina));
      const [{ what, article, outcome }] = await newest(1);
      expect(article).toBe(id);
      return [response.status, what, outcome];
    };
    expect(await again({})).toEqual([200, 'article-created', 'done']);
    expect(await again({ formerUrls: ['/audit-1.html'] })).toEqual([200, 'redirects-added', 'done']);
    expect(await again({ formerUrls: ['/audit-1.html'] })).toEqual([200, 'article-created', 'done']);
    const other = { title: 'Lain' };
    expect(await again(other)).toEqual([409, 'article-created', 'refused']);
    expect(await again({ ...other, formerUrls: ['/audit-2.html'] })).toEqual([
      409,
      'redirects-added',
      'done',
    ]);
    const answer = await warta.send('POST', '/api/articles', { ...sent, ...other, formerUrls: ['/audit-3'] });
    expect((await json(answer)).detail).toMatch(/^Nothing but its former addresses was taken in\./);
    for (const path of ['/audit-1.html', '/audit-2.html', '/audit-3'])
      expect((await warta.get(path)).status).toBe(301);

    await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru.' }, as(rina));
    expect(await again({})).toEqual([410, 'article-created', 'refused']);
    expect(await again({ formerUrls: ['/audit-4'] })).toEqual([410, 'redirects-added', 'done']);
    expect((await warta.get('/audit-4')).status).toBe(410);
    const gone = await warta.send('POST', '/api/articles', { ...sent, formerUrls: ['/audit-5'] }, as(rina));
    const { detail } = await json(gone);
    expect(detail).toBe('Nothing but its former addresses was taken in. Keliru.');
  });

  it('names in the entry of a batch the articles that got redirects, whatever became of the rest', async () => {
    const sources = ['batch-sama', 'batch-lain', 'batch-tarik', 'batch-utuh'].map((id) => ({ id }));
    const sent = sources.map((source) => ({ ...submission, source }));
    const first = await json(await warta.send('POST', '/api/articles/batch', sent, as(rina)));
    const [same, other, gone, alike] = first.items.map(({ id }: Json) => id);
    expect((await newest(1))[0]).not.toHaveProperty('redirected');
    await warta.send('DELETE', `/api/articles/${gone}`, { reason: 'Keliru.' }, as(rina));
    const again = [
      { ...sent[0], formerUrls: ['/batch-1'] },
      { ...sent[0], formerUrls: ['/batch-2'] },
      { ...sent[1], title: 'Lain', formerUrls: ['/batch-3'] },
      { ...sent[2], formerUrls: ['/batch-4'] },
      sent[3],
    ];
    const { items } = await json(await warta.send('POST', '/api/articles/batch', again, as(rina)));
    expect(items.map(({ status, id }: Json) => [status, id])).toEqual([
      [200, same],
      [200, same],
      [409, other],
      [410, gone],
      [200, alike],
    ]);
    expect(items[3].detail).toMatch(/^Nothing but its former addresses was taken in\./);
    expect(await newest(1)).toMatchObject([
      { what: 'batch-published', outcome: 'done', articles: [], redirected: [same, other, gone] },
    ]);
    const here: typeof fetch = async (input, init) =>
      warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
    const shown = await runCommand(createAuditCommand, ['--limit', '1'], { fetch: here, language: 'id' });
    expect(shown.stdout).toContain('Rina: mengirim berkelompok 0 berita baru, 3 mendapat pengalihan');
  });

  it('takes in no secret where a whole key is named instead of its id, and nothing that is no id', async () => {
    const { id, key } = await json(await warta.send('POST', '/api/keys', { name: 'Salin', role: 'write' }));
    const before = await newest(1);
    for (const noId of [key.slice(0, -1), key.toUpperCase(), 'x'.repeat(2000)]) {
      expect((await warta.send('DELETE', `/api/keys/${noId}`, '')).status).toBe(404);
    }
    expect(await newest(1)).toEqual(before);
    const revoked = await warta.send('DELETE', `/api/keys/${key}`, '');
    expect(await json(revoked)).toMatchObject({ id, revokedAt: expect.any(String) });
    expect(await newest(1)).toMatchObject([{ what: 'key-revoked', key: id, outcome: 'done' }]);
    expect(JSON.stringify(await audit('?limit=100'))).not.toContain(key.split('_')[2].slice(0, -1));
  });

  it('is read page by page, between days of the office, by an administrator', async () => {
    const all: Json[] = [];
    let cursor: string | undefined;
    do {
      const page = await audit(`?limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(3);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(all).toEqual((await audit('?limit=100')).items);
    expect(all.length).toBeGreaterThan(10);
    expect((await audit('?from=2026-11-27')).items).toEqual([]);
    expect((await audit('?to=2026-11-25')).items).toEqual([]);
    expect((await audit('?from=2026-11-26&to=2026-11-26&limit=100')).items).toEqual(all);
    for (const query of ['?cursor=eA', '?limit=0', '?from=kemarin']) {
      expect((await warta.get(`/api/audit${query}`, as(token))).status).toBe(422);
    }
    expect((await warta.get('/api/audit', as(rina))).status).toBe(403);
  });

  it('is printed by `warta audit`, for people and for programs', async () => {
    const here: typeof fetch = async (input, init) =>
      warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
    const { id } = await json(await warta.send('POST', '/api/articles', submission, as(rina)));
    const shown = await runCommand(createAuditCommand, ['--limit', '1'], { fetch: here, language: 'id' });
    expect(shown.stdout).toMatch(new RegExp(`^2026-11-26T\\S+Z {2}Rina: membuat berita ${id} versi 1\n$`));
    const printed = await runCommand(createAuditCommand, ['--limit', '100', '--json'], { fetch: here });
    expect(JSON.parse(printed.stdout).items).toEqual(await newest(100));
    const refused = await runCommand(createAuditCommand, ['--token', rina], { fetch: here });
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('role admin')]);
  });
});

describe('an act that cannot be noted, or does not end', () => {
  let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
  beforeAll(async () => {
    table = await openEmbeddedTable();
  });
  afterAll(() => table.close());
  const caller = { id: '0123456789ab', name: 'Rina', role: 'publish' } as const;
  const done = () => ({ outcome: 'done' as const });

  it('is done all the same, and its entry goes to the log whole', async () => {
    const logged: Json[] = [];
    const log = createAuditLog({
      ...table,
      tableName: 'gone',
      now: () => now,
      log: (entry) => logged.push(entry),
    });
    const act = { what: 'article-changed', article: 'A', version: 2 } as const;
    expect(await log.record(caller, act, () => Promise.resolve('written'), done)).toBe('written');
    expect(logged).toMatchObject([
      { level: 'error', event: 'audit-not-written', ...act, by: 'Rina', outcome: 'begun' },
      { level: 'error', event: 'audit-not-written', ...act, by: 'Rina', outcome: 'done' },
    ]);
  });

  it('stands as begun while it is under way, and as failed where it failed', async () => {
    const log = createAuditLog({ ...table, now: () => now, log: () => {} });
    const during: Json[] = [];
    const run = async () => {
      during.push(...(await log.list({ limit: 5 })).entries);
      throw new Error('the table is away');
    };
    await expect(log.record(caller, { what: 'article-created' }, run, done)).rejects.toThrow('away');
    expect(during).toMatchObject([{ what: 'article-created', outcome: 'begun' }]);
    expect((await log.list({ limit: 5 })).entries).toMatchObject([{ outcome: 'failed' }]);
  });
});
