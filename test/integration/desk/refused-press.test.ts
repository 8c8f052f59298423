import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerStore } from '../../../functions/access/answer-store.ts';
import { openEmbeddedTable } from '../../../functions/entry/local/embedded-table.ts';
import { answerFormOnce } from '../../../functions/http/desk/answer-form-once.ts';
import { createArticleActions } from '../../../functions/http/desk/article-actions.ts';
import type { DeskEnv, Press } from '../../../functions/http/desk/desk-parts.ts';
import { indonesian } from '../../../functions/http/desk/messages/indonesian.ts';
import { createEditions } from '../../../functions/http/pages/edition.ts';
import { office } from '../../../functions/office/settings.ts';
import { signIn, typed } from '../../support/desk.ts';
import { startService } from '../../support/service.ts';

const desk = {
  caller: { id: 'rin', name: 'Rin', role: 'publish' },
  session: { key: '', formToken: '', isRenewed: false },
  edition: createEditions(office)[0],
  text: indonesian,
} as const;

describe('a press that was refused', () => {
  it('is answered anew where the cause is gone, by the same form, unchanged', async () => {
    let now = new Date('2026-11-26T03:00:00Z');
    const [first, ...others] = office.categories;
    const categories = [{ ...first, retiredOn: '2026-11-01' }, ...others] as const;
    let warta = await startService({ now: () => now, office: { ...office, categories } });
    const person = await signIn(warta);
    const form = await person.get('/redaksi/baru');
    const change = { ...typed, title: 'Ditolak Dulu', category: first.slug };
    const refused = await person.press(form, 'Terbitkan', change);
    expect([refused.status, refused.page.texts('a', { href: '#category' }).length]).toEqual([422, 1]);

    await warta.stop({ keepData: true });
    now = new Date(now.getTime() + 3_600_000);
    warta = await startService({ now: () => now, dataPath: warta.dataPath });
    const later = await signIn(warta);
    const { page } = await later.get('/redaksi/baru');
    const formToken = page.attributes('input', { name: 'formToken' })[0]?.['value'] ?? '';
    const again = { ...change, formToken };
    const published = await later.press(form, 'Terbitkan', again);
    expect(published.page.texts('p', { role: 'status' })).toEqual(['Berita sudah terbit.']);
    const { items } = await warta.getJson('/api/articles?limit=5');
    // At the time of the press that was taken.
    expect(items).toMatchObject([{ title: 'Ditolak Dulu', publishedAt: '2026-11-26T11:00:00+07:00' }]);
    expect((await later.press(form, 'Terbitkan', again)).path).toBe(published.path);
    await warta.stop();
  });
});

describe('the name under which a form is sent on', () => {
  let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
  beforeAll(async () => {
    table = await openEmbeddedTable();
  });
  afterAll(() => table.close());

  /** A form whose presses are answered with these statuses, one after the other, a second apart. */
  const pressed = async (once: string, statuses: readonly number[]): Promise<(Press | undefined)[]> => {
    let time = Date.parse('2026-11-26T03:00:00Z');
    const answers = createAnswerStore({ ...table, now: () => new Date(time) });
    const presses: (Press | undefined)[] = [];
    const app = new Hono<DeskEnv>();
    const form = new FormData();
    form.set('once', once);
    app.use(async (c, next) => {
      c.set('form', form);
      c.set('desk', desk);
      await next();
    });
    app.post(
      '/baru',
      answerFormOnce({ publishing: { answers }, dependencies: { log: () => undefined } }),
      (c) => {
        presses.push(c.get('press'));
        return new Response(null, {
          status: statuses[presses.length - 1] ?? 500,
          headers: { Location: '/' },
        });
      },
    );
    for (const status of statuses) {
      expect((await app.request('/baru', { method: 'POST' })).status).toBe(status);
      time += 1000;
    }
    return presses;
  };

  it('is another one after a refusal', async () => {
    const [first, second, third] = await pressed('a'.repeat(24), [422, 412, 303]);
    expect(new Set([first?.name, second?.name, third?.name]).size).toBe(3);
    expect(third?.at).toEqual(new Date('2026-11-26T03:00:02Z'));
  });

  it('is the same where it may have been done', async () => {
    const [first, second, third] = await pressed('b'.repeat(24), [503, 500, 303]);
    expect(first).toBeDefined();
    expect([second, third]).toEqual([first, first]);
  });
});

it.each([
  [422, 'refused'],
  [429, 'refused'],
  [409, 'unsure'],
  [500, 'unsure'],
  [503, 'unsure'],
])('what the API answers with %i is %s', async (status, kind) => {
  const ask = () => Promise.resolve(Response.json({ detail: 'Warta failed to answer' }, { status }));
  const problems = [{ parameter: '', detail: 'Warta failed to answer' }];
  expect(await createArticleActions({ ask }).create(desk, {})).toEqual({ kind, problems });
});
