import { join } from 'node:path';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../../functions/entry/local/embedded-table.ts';
import { signIn, typed, visit } from '../../support/desk.ts';
import { type Json, json, startService, token } from '../../support/service.ts';
import { type Changes, fillIn } from '../../support/visitor.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let person: Awaited<ReturnType<typeof signIn>>;
let now = new Date('2026-11-26T03:00:00Z');
beforeAll(async () => {
  warta = await startService({ now: () => now });
  person = await signIn(warta);
});
afterAll(() => warta.stop());

type Page = Awaited<ReturnType<typeof person.get>>;

const found = async (title: string) => {
  const page = await person.get(`/redaksi?q=${encodeURIComponent(title)}`);
  return page.page.texts('a', { class: 'headline' }).filter((headline) => headline === title).length;
};
/** Presses as often as the changes say, before the first press is answered. */
const pressTogether = (page: Page, button: string, changes: readonly Changes[]) =>
  Promise.all(changes.map((change) => person.press(page, button, change)));
const idOf = ({ path }: { path: string }) => /berita\/(\w+)/.exec(path)?.[1] ?? '';
const versions = async (id: string): Promise<number> => {
  const answer = await warta.get(`/api/articles/${id}/versions`, { Authorization: `Bearer ${token}` });
  return (await json(answer)).items.length;
};

describe('a button that is pressed twice', () => {
  it('publishes once, and leads where the first press led', async () => {
    const form = await person.get('/redaksi/baru');
    const change = { ...typed, title: 'Diketuk Dua Kali' };
    const [first, second] = await pressTogether(form, 'Terbitkan', [change, change]);
    expect(second?.path).toBe(first?.path);
    expect(second?.page.texts('p', { role: 'status' })).toEqual(['Berita sudah terbit.']);
    now = new Date(now.getTime() + 5000);
    expect((await person.press(form, 'Terbitkan', change)).path).toBe(first?.path);
    expect(await found('Diketuk Dua Kali')).toBe(1);
  });

  it('saves a change once, and is no conflict with itself', async () => {
    const article = await person.press(await person.get('/redaksi/baru'), 'Terbitkan', {
      ...typed,
      title: 'Diubah Sekali',
    });
    const change = { body: 'Isi yang baru.' };
    const presses = await pressTogether(article, 'Simpan perubahan', [change, change, change]);
    expect(presses.map(({ page }) => page.texts('p', { role: 'status' }))).toEqual(
      presses.map(() => ['Perubahan tersimpan.']),
    );
    expect(await versions(idOf(article))).toBe(2);
  });

  it('is another press where the text was changed after going back', async () => {
    const form = await person.get('/redaksi/baru');
    const first = await person.press(form, 'Terbitkan', { ...typed, title: 'Naskah Satu' });
    const second = await person.press(form, 'Terbitkan', { ...typed, title: 'Naskah Dua' });
    expect(idOf(second)).not.toBe(idOf(first));
    expect([await found('Naskah Satu'), await found('Naskah Dua')]).toEqual([1, 1]);
  });

  it('says the same again where nothing was saved', async () => {
    const form = await person.get('/redaksi/baru');
    for (let press = 0; press < 2; press++) {
      const refused = await person.press(form, 'Terbitkan', { ...typed, title: '' });
      expect([refused.status, refused.page.texts('a', { href: '#title' })]).toEqual([
        422,
        ['Judul: belum diisi'],
      ]);
    }
  });

  it('of a form without a name does what it says', async () => {
    const form = await person.get('/redaksi/baru');
    const change = { ...typed, title: 'Tanpa Nama', once: 'bukan nama' };
    for (let press = 0; press < 2; press++) await person.press(form, 'Terbitkan', change);
    expect(await found('Tanpa Nama')).toBe(2);
  });
});

describe('a press whose answer was lost', () => {
  it('publishes nothing more when it is pressed again, and the time stays that of the first', async () => {
    const form = await person.get('/redaksi/baru');
    const change = { ...typed, title: 'Terputus di Tengah' };
    const first = await person.press(form, 'Terbitkan', change);
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

    await warta.stop({ keepData: true });
    const table = await openEmbeddedTable(join(warta.dataPath, 'table'));
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
    const answers = Items.filter(({ pk }) => /^request#token#desk-\w+-[\w-]{43}$/.test(pk?.S ?? ''));
    expect(answers.length).toBeGreaterThan(0);
    // As if the process had died before it could keep them.
    for (const { answer: _, ...Item } of answers)
      await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
    await table.close();
    now = new Date(now.getTime() + 120_000);
    warta = await startService({ now: () => now, dataPath: warta.dataPath });

    const again = visit(warta);
    const { action, data } = fillIn(form, 'Terbitkan', change);
    const origin = 'http://127.0.0.1:3000';
    const page = await again.ask(action, {
      method: 'POST',
      body: data,
      headers: { Origin: origin, Cookie: cookie },
    });
    expect(page.path).toContain(encodeURIComponent(`/berita/${idOf(first)}`));
    const list = await warta.getJson('/api/articles?limit=50');
    const items = list.items.filter(({ title }: Json) => title === 'Terputus di Tengah');
    expect(items).toMatchObject([{ publishedAt: '2026-11-26T10:00:05+07:00', version: 1 }]);
  });
});

describe('what was withdrawn', () => {
  it('comes back by a button, as it was and where it was, pressed twice or late', async () => {
    const someone = await signIn(warta);
    const article = await someone.press(await someone.get('/redaksi/baru'), 'Terbitkan', {
      ...typed,
      title: 'Kembali Lagi',
    });
    const withdrawn = await someone.press(article, 'Tarik berita ini', { reason: 'Salah tekan.' });
    expect((await warta.get('/berita/kembali-lagi')).status).toBe(410);
    const [first, second] = await Promise.all(
      [1, 2].map(() => someone.press(withdrawn, 'Kembalikan berita ini')),
    );
    for (const page of [first, second])
      expect(page?.page.texts('p', { role: 'status' })).toEqual(['Berita sudah dikembalikan.']);
    expect((await warta.get('/berita/kembali-lagi')).status).toBe(200);
    expect(await versions(idOf(article))).toBe(3);
    // From a page that somebody opened before.
    const late = await someone.press(withdrawn, 'Kembalikan berita ini', { once: '' });
    expect(late.page.texts('p', { role: 'status' })).toEqual(['Berita sudah dikembalikan.']);
    expect(await versions(idOf(article))).toBe(3);
  });

  it('is brought back by a publisher, and not by a writer', async () => {
    const { id } = await warta.publish({ title: 'Bukan Hak Penulis' });
    await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru.' });
    const { key } = await json(await warta.send('POST', '/api/keys', { name: 'Tari', role: 'write' }));
    const writer = await signIn(warta, key);
    const page = await writer.get(`/redaksi/berita/${id}`);
    expect(page.html).not.toContain('Kembalikan berita ini');
    const publisher = await signIn(warta);
    const form = await publisher.get(`/redaksi/berita/${id}`);
    const { action } = fillIn(form, 'Kembalikan berita ini', {});
    const mine = fillIn(page, 'Keluar', { version: '2' });
    const refused = await writer.ask(action, {
      method: 'POST',
      body: mine.data,
      headers: { Origin: 'http://127.0.0.1:3000' },
    });
    expect([refused.status, refused.html.includes('Kunci Anda hanya untuk draf')]).toEqual([422, true]);
    expect((await warta.getJson(`/api/articles/${id}`)).status).toBe(410);
  });

  it('waits for whoever has to sign in again', async () => {
    const { id } = await warta.publish({ title: 'Setelah Masuk' });
    await warta.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru.' });
    const someone = await signIn(warta);
    const form = await someone.get(`/redaksi/berita/${id}`);
    someone.cookies.clear();
    const ended = await someone.press(form, 'Kembalikan berita ini');
    expect(ended.status).toBe(401);
    const back = await someone.press(ended, 'Masuk', { key: token });
    expect(back.path).toBe(`/redaksi/berita/${id}`);
    expect((await warta.getJson(`/api/articles/${id}`)).status).toBe(410);
    await someone.press(back, 'Kembalikan berita ini');
    expect((await warta.getJson(`/api/articles/${id}`)).status).toBe('published');
  });
});
