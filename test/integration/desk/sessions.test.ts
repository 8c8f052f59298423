import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, typed, visit } from '../../support/desk.ts';
import { baseUrl, json, startService, token } from '../../support/service.ts';
import { fillIn } from '../../support/visitor.ts';

describe('the door of the desk', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  const now = new Date('2026-11-26T01:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: () => now });
  });
  afterAll(() => warta.stop());

  it('opens for a key, and closes for good: a copied cookie is worth nothing after it', async () => {
    const person = await signIn(warta);
    expect(person.desk.page.texts('h1')).toEqual(['Berita']);
    const copied = new Map(person.cookies);
    const door = await person.press(person.desk, 'Keluar');
    expect(door.page.texts('h1')).toEqual(['Masuk']);
    expect(person.cookies.size).toBe(0);
    for (const [name, value] of copied) person.cookies.set(name, value);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Masuk']);
  });

  it('keeps nothing of it anywhere: neither key nor cookie stands in a page, and no cache keeps one', async () => {
    const person = await signIn(warta);
    const [cookie = ''] = person.cookies.values();
    for (const path of [
      '/redaksi',
      '/redaksi/baru',
      '/redaksi/daftar/draft',
      '/redaksi/pembaca',
      '/redaksi/masuk',
    ]) {
      const { html, headers } = await person.get(path);
      expect(html).not.toContain(token);
      expect(html).not.toContain(cookie);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Robots-Tag')).toBe('noindex');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe/);
    }
  });

  it.each([
    ['http://127.0.0.1:3000', /^redaksi=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/],
    [
      'https://warta.example',
      /^__Host-redaksi=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ])('gives at %s a cookie that no script and no other site can use', async (origin, wanted) => {
    const body = new URLSearchParams({ key: token });
    const response = await warta.service.app.request(`${origin}/redaksi/masuk`, {
      method: 'POST',
      body,
      headers: { Origin: origin },
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('Set-Cookie')).toMatch(wanted);
  });

  it('leads to the page that was asked for, and never to another site', async () => {
    const person = visit(warta);
    const door = await person.get('/redaksi/daftar/draft');
    expect((await person.press(door, 'Masuk', { key: token })).page.texts('h1')).toEqual(['Draf']);
    for (const ke of [
      'https://jahat.example/',
      '//jahat.example/redaksi',
      '/redaksi/../api',
      '/redaksilain',
      '/\\jahat.example',
    ]) {
      const stranger = visit(warta);
      const arrived = await stranger.press(await stranger.get('/redaksi/masuk'), 'Masuk', { key: token, ke });
      expect(arrived.page.texts('h1')).toEqual(['Berita']);
    }
  });

  it('stays shut for a wrong key, and after ten of them for a quarter of an hour', async () => {
    const wrong = visit(warta);
    const door = await wrong.get('/redaksi/masuk');
    for (let tries = 0; tries < 10; tries++) {
      const refused = await wrong.press(door, 'Masuk', { key: `salah-${tries}` });
      expect(refused.status).toBe(401);
      expect(refused.page.texts('p', { role: 'alert' })[0]).toMatch(/^Kunci ini tidak dikenal/);
    }
    const waiting = await wrong.press(door, 'Masuk', { key: token });
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get('Retry-After'))).toBeGreaterThan(600);
  });
});

describe('a session at the desk', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let now = new Date('2026-11-26T01:00:00Z');
  const wait = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
  beforeAll(async () => {
    warta = await startService({ now: () => now });
  });
  afterAll(() => warta.stop());

  it('goes on while it is used, and ends after eight hours alone', async () => {
    const person = await signIn(warta);
    wait(7);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Berita']);
    wait(7);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Berita']);
    wait(8.1);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Masuk']);
  });

  it('ends after a day, however busy it was', async () => {
    const person = await signIn(warta);
    for (let hours = 0; hours < 23; hours += 5) {
      expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Berita']);
      wait(5);
    }
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Masuk']);
  });

  it('takes no form of another site, and none without the token of the session', async () => {
    const person = await signIn(warta);
    const form = await person.get('/redaksi/baru');
    const { action, data } = fillIn(form, 'Terbitkan', typed);
    const post = (body: FormData, headers: Record<string, string>) =>
      person.ask(action, { method: 'POST', body, headers });
    expect((await post(data, { Origin: 'https://jahat.example' })).status).toBe(403);
    expect((await post(data, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post(data, {})).status).toBe(403);
    data.set('formToken', 'x'.repeat(43));
    expect((await post(data, { Origin: baseUrl })).status).toBe(403);
    data.delete('formToken');
    expect((await post(data, { Origin: baseUrl })).status).toBe(403);
    expect(await warta.getJson('/api/articles')).toMatchObject({ items: [] });
  });

  it('loses no text when it ends: whoever signs in again finds it in the form', async () => {
    const person = await signIn(warta);
    const form = await person.get('/redaksi/baru');
    wait(9);
    const door = await person.press(form, 'Simpan draf', typed);
    expect(door.status).toBe(401);
    expect(door.page.texts('p', { role: 'alert' })[0]).toMatch(/Tulisan Anda tidak hilang/);
    const slip = await person.press(door, 'Masuk', { key: 'salah' });
    expect(slip.status).toBe(401);
    const editor = await person.press(slip, 'Masuk', { key: token });
    expect(editor.page.texts('p', { role: 'status' })[0]).toMatch(/^Tulisan Anda sudah kembali/);
    expect(editor.page.texts('textarea', { name: 'body' })[0]).toContain('**pasar murah**');
    const saved = await person.press(editor, 'Simpan draf');
    expect(saved.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);
    expect(saved.page.attributes('input', { name: 'title' })[0]?.['value']).toBe(typed.title);
  });

  it('keeps the reason of a withdrawal when it ends, and withdraws nothing by itself', async () => {
    const person = await signIn(warta);
    const article = await person.press(await person.get('/redaksi/baru'), 'Terbitkan', {
      ...typed,
      title: 'Ditarik Terlambat',
    });
    wait(9);
    const door = await person.press(article, 'Tarik berita ini', { reason: 'Acaranya "batal".' });
    expect(door.status).toBe(401);
    const editor = await person.press(door, 'Masuk', { key: token });
    expect(editor.page.texts('h1')).toEqual(['Ditarik Terlambat']);
    expect(editor.page.texts('p', { role: 'status' })[0]).toMatch(/^Alasan Anda sudah kembali/);
    expect(editor.page.attributes('details', { class: 'withdrawal' })[0]).toHaveProperty('open');
    expect((await warta.get('/berita/ditarik-terlambat')).status).toBe(200);
    const withdrawn = await person.press(editor, 'Tarik berita ini');
    expect(withdrawn.page.texts('p', { role: 'status' })).toEqual(['Berita sudah ditarik.']);
    const gone = await warta.get('/berita/ditarik-terlambat');
    expect(gone.status).toBe(410);
    expect(await gone.text()).toMatch(/Acaranya (?:"|&quot;)batal(?:"|&quot;)\./);
  });

  it('leads home where the form that came too late holds no text', async () => {
    const person = await signIn(warta);
    wait(9);
    const door = await person.press(person.desk, 'Keluar');
    expect(door.status).toBe(401);
    const home = await person.press(door, 'Masuk', { key: token });
    expect(home.page.texts('h1')).toEqual(['Berita']);
  });

  it('finds the article again whose preview came too late', async () => {
    const person = await signIn(warta);
    const article = await person.press(await person.get('/redaksi/baru'), 'Simpan draf', {
      ...typed,
      title: 'Pratinjau Terlambat',
    });
    wait(9);
    const door = await person.press(article, 'Lihat hasilnya', { body: 'Ketikan baru.' });
    const editor = await person.press(door, 'Masuk', { key: token });
    expect(editor.page.texts('h1')).toEqual(['Pratinjau Terlambat']);
    expect(editor.page.texts('textarea', { name: 'body' })).toEqual(['Ketikan baru.']);
  });
});

describe('a named key at the desk', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let now = new Date('2026-11-26T01:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: () => now });
  });
  afterAll(() => warta.stop());

  const makeKey = async (role: string): Promise<{ key: string; id: string }> => {
    const made = await json(await warta.send('POST', '/api/keys', { name: `Sari ${role}`, role }));
    return { key: made.key, id: made.id };
  };

  it('may do at the desk what it may do elsewhere: a writer’s key is for drafts', async () => {
    const { key } = await makeKey('write');
    const writer = await signIn(warta, key);
    expect(writer.desk.html).toContain('Sari write');
    const form = await writer.get('/redaksi/baru');
    expect(form.page.texts('button')).not.toContain('Terbitkan');
    const draft = await writer.press(form, 'Simpan draf', typed);
    expect(draft.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);
    const forced = await writer.press(draft, 'Simpan draf', { do: 'publish' });
    expect(forced.status).toBe(422);
    expect(forced.html).toContain('Kunci Anda hanya untuk draf');
    expect((await warta.get('/berita/pasar-murah-dibuka')).status).toBe(404);
  });

  it('ends its sessions when it is revoked', async () => {
    const { key, id } = await makeKey('publish');
    const person = await signIn(warta, key);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Berita']);
    await warta.send('DELETE', `/api/keys/${id}`, '');
    now = new Date(now.getTime() + 6000);
    expect((await person.get('/redaksi')).page.texts('h1')).toEqual(['Masuk']);
  });
});
