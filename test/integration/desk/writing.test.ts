import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, typed } from '../../support/desk.ts';
import { readPage } from '../../support/html-page.ts';
import { startService } from '../../support/service.ts';

describe('writing at the desk', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let person: Awaited<ReturnType<typeof signIn>>;
  let now = new Date('2026-11-26T03:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: () => now });
    person = await signIn(warta);
  });
  afterAll(() => warta.stop());

  const status = (visit: { page: ReturnType<typeof readPage> }) => visit.page.texts('p', { role: 'status' });
  const write = async (change: Record<string, string> = {}, button = 'Terbitkan') =>
    person.press(await person.get('/redaksi/baru'), button, { ...typed, ...change });
  const idOf = ({ path }: { path: string }) => /berita\/(\w+)/.exec(path)?.[1] ?? '';
  const read = async (path: string) => readPage(await (await warta.get(path)).text());

  it('keeps a draft that nobody else sees, and publishes it', async () => {
    const draft = await write({ title: 'Draf Pertama' }, 'Simpan draf');
    expect(status(draft)).toEqual(['Draf tersimpan.']);
    expect((await warta.get('/berita/draf-pertama')).status).toBe(404);
    const overview = await person.get('/redaksi');
    expect(overview.page.texts('a', { class: 'headline' })).toContain('Draf Pertama');

    now = new Date('2026-11-26T04:00:00Z');
    const published = await person.press(draft, 'Terbitkan');
    expect(status(published)).toEqual(['Berita sudah terbit.']);
    const page = await read('/berita/draf-pertama');
    expect(page.texts('strong')).toContain('pasar murah');
    expect(page.texts('li')).toContain('gula');
    expect(page.attributes('time')[0]?.['datetime']).toBe('2026-11-26T11:00:00+07:00');
  });

  it('says every problem in the office’s language, and gives the text back', async () => {
    const refused = await write({ title: '', body: '', when: 'at', publishedAt: '' });
    expect(refused.status).toBe(422);
    expect(refused.page.texts('a', { href: '#title' })).toEqual(['Judul: belum diisi']);
    expect(refused.page.texts('a', { href: '#body' })).toEqual(['Isi berita: belum diisi']);
    expect(refused.page.texts('a', { href: '#publishedAt' })[0]).toMatch(
      /^Waktu terbit: tanggal dan jam ini/,
    );
    expect(refused.page.attributes('input', { name: 'tags' })[0]?.['value']).toBe(typed.tags);
    expect(refused.page.attributes('input', { name: 'title' })[0]?.['aria-invalid']).toBe('true');
  });

  it('schedules by the office’s clock, and takes it back', async () => {
    const planned = await write({ title: 'Besok Pagi', when: 'at', publishedAt: '2026-11-27T06:30' });
    expect(status(planned)).toEqual(['Berita sudah dijadwalkan.']);
    expect((await warta.get('/berita/besok-pagi')).status).toBe(404);
    const list = await person.get('/redaksi/daftar/scheduled');
    expect(list.page.texts('a', { class: 'headline' })).toEqual(['Besok Pagi']);
    expect(list.html).toContain('Jumat, 27 November 2026, 06.30 WIB');
    const again = await person.press(planned, 'Batalkan jadwal, jadikan draf');
    expect(status(again)).toEqual(['Draf tersimpan.']);
    expect(again.page.attributes('input', { name: 'publishedAt' })[0]?.['value']).toBe('2026-11-27T06:30');
  });

  it('tells readers of a correction, and keeps what was said before', async () => {
    const article = await write({ title: 'Angka Keliru' });
    now = new Date('2026-11-26T05:00:00Z');
    const corrected = await person.press(article, 'Simpan perubahan', {
      body: 'Bupati membuka **dua pasar murah**.',
      correction: 'Jumlah pasar semula tertulis satu.',
    });
    expect(status(corrected)).toEqual(['Perubahan tersimpan.']);
    const page = await read('/berita/angka-keliru');
    expect(page.texts('span', { class: 'correction' })[0]).toContain('Jumlah pasar semula tertulis satu.');

    const versions = await person.get(`/redaksi/berita/${idOf(article)}/versi`);
    expect(versions.page.texts('strong')).toEqual(['Versi 2', 'Versi 1']);
    expect(versions.page.texts('p', { class: 'meta' })[0]).toContain('oleh token');
    const comparison = await person.get(`/redaksi/berita/${idOf(article)}/versi/1`);
    expect(comparison.page.texts('ins').join('')).toContain('dua');
    expect(comparison.page.texts('del').join('')).toContain('gula');
    const former = await person.get(`/redaksi/berita/${idOf(article)}?dari=1`);
    expect(former.page.texts('textarea', { name: 'body' })[0]).toContain('gula');
    await person.press(former, 'Simpan perubahan');
    expect((await read('/berita/angka-keliru')).texts('li')).toContain('gula');
  });

  it('changes nothing but what was changed: a body that Markdown cannot say stays as it was', async () => {
    const bodyHtml =
      '<table><tr><th colspan="2">Kecamatan</th></tr><tr><td>Puspa</td><td>12</td></tr></table>' +
      '<p>Luasnya 12 m<sup>2</sup>.<br>\nSelesai.</p>';
    const { id } = await warta.publish({
      title: 'Tabel Lama',
      bodyHtml,
      tags: ['a', 'b'],
      source: { url: 'https://lama.sekarlangit.example/tabel', name: 'Laman lama' },
      formerUrls: ['/berita.php?id=7'],
      publishedAt: '2019-12-20T09:15:42+07:00',
    });
    const before = await warta.getJson(`/api/articles/${id}`);
    await person.press(await person.get(`/redaksi/berita/${id}`), 'Simpan perubahan', {
      title: 'Tabel Baru',
    });
    const { title, version, updatedAt, ...others } = await warta.getJson(`/api/articles/${id}`);
    expect(others).toEqual({ ...before, title: undefined, version: undefined, updatedAt: undefined });
    expect({ title, version }).toEqual({ title: 'Tabel Baru', version: 2 });
    expect(updatedAt).toBe(now.toISOString());
    expect((await warta.get('/berita.php?id=7')).status).toBe(301);
  });

  it('shows both sides of a conflict, and loses neither', async () => {
    const mine = await write({ title: 'Dua Penulis' });
    const other = await signIn(warta);
    await other.press(await other.get(`/redaksi/berita/${idOf(mine)}`), 'Simpan perubahan', {
      body: 'Bupati membuka pasar murah di alun-alun.',
    });
    const conflict = await person.press(mine, 'Simpan perubahan', {
      body: 'Wakil bupati membuka pasar murah.',
    });
    expect(conflict.status).toBe(412);
    expect(conflict.page.texts('h2')).toContain('Orang lain sudah mengubah berita ini');
    expect(conflict.page.texts('del').join(' ')).toContain('alun-alun');
    expect(conflict.page.texts('ins').join(' ')).toContain('Wakil');
    expect(conflict.page.texts('textarea', { name: 'body' })).toEqual(['Wakil bupati membuka pasar murah.']);
    expect((await read('/berita/dua-penulis')).texts('div', { class: 'body' })[0]).toContain('alun-alun');

    const settled = await person.press(conflict, 'Simpan perubahan');
    expect(status(settled)).toEqual(['Perubahan tersimpan.']);
    expect((await read('/berita/dua-penulis')).texts('div', { class: 'body' })[0]).toContain('Wakil bupati');
  });

  it('withdraws with the reason that readers see, and keeps what was typed meanwhile', async () => {
    const article = await write({ title: 'Terlalu Cepat' });
    const withdrawn = await person.press(article, 'Tarik berita ini', { reason: 'Acaranya batal.' });
    expect(status(withdrawn)).toEqual(['Berita sudah ditarik.']);
    expect(withdrawn.html).not.toContain('Simpan perubahan');
    const gone = await warta.get('/berita/terlalu-cepat');
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('Acaranya batal.');
    const late = await person.press(article, 'Simpan perubahan', { body: 'Ketikan terakhir.' });
    expect(late.status).toBe(422);
    expect(late.page.texts('textarea', { name: 'body' })).toEqual(['Ketikan terakhir.']);
    expect((await person.get('/redaksi/daftar/withdrawn')).page.texts('a', { class: 'headline' })).toEqual([
      'Terlalu Cepat',
    ]);
  });

  it('finds by the words of a headline, in every state', async () => {
    await write({ title: 'Sensus Ternak Dimulai' });
    await write({ title: 'Sensus Ikan' }, 'Simpan draf');
    const found = await person.get('/redaksi?q=sens');
    expect(found.page.texts('a', { class: 'headline' }).toSorted()).toEqual([
      'Sensus Ikan',
      'Sensus Ternak Dimulai',
    ]);
    expect((await person.get('/redaksi?q=ikan+sensus')).page.texts('a', { class: 'headline' })).toEqual([
      'Sensus Ikan',
    ]);
    expect((await person.get('/redaksi?q=zzz')).html).toContain('Tidak ada judul yang cocok');
  });

  it('walks through more drafts than a page holds, the last saved first', async () => {
    const batch = Array.from({ length: 65 }, (_, number) => ({
      title: `Rancangan ${number}`,
      bodyHtml: '<p>Isi.</p>',
      publishedAt: '2026-01-01T00:00:00+07:00',
      category: 'umum',
      status: 'draft',
    }));
    for (const draft of batch) {
      now = new Date(now.getTime() + 1000);
      await warta.send('POST', '/api/articles', draft);
    }
    const titles: string[] = [];
    let page = await person.get('/redaksi/daftar/draft');
    for (let pages = 0; pages < 4; pages++) {
      titles.push(...page.page.texts('a', { class: 'headline' }));
      const next = page.page.attributes('a', { rel: 'next' })[0]?.['href'];
      if (next === undefined) break;
      page = await person.get(next.replaceAll('&amp;', '&'));
    }
    const drafts = titles.filter((title) => title.startsWith('Rancangan'));
    expect(drafts).toEqual(batch.map(({ title }) => title).toReversed());
    const found = await person.get('/redaksi/daftar/draft?q=rancangan+64');
    expect(found.page.texts('a', { class: 'headline' })).toEqual(['Rancangan 64']);
  });

  it('lists all that is scheduled on one page, the soonest first', async () => {
    const days = Array.from({ length: 33 }, (_, number) => new Date(Date.UTC(2027, 0, 33 - number)));
    for (const day of days) {
      await warta.publish({
        title: `Agenda ${day.toISOString().slice(0, 10)}`,
        bodyHtml: '<p>Isi.</p>',
        publishedAt: day.toISOString().replace('.000Z', 'Z'),
      });
    }
    const agenda = days.map((day) => `Agenda ${day.toISOString().slice(0, 10)}`).toReversed();
    const list = await person.get('/redaksi/daftar/scheduled');
    expect(list.page.texts('a', { class: 'headline' })).toEqual(agenda);
    expect(list.page.attributes('a', { rel: 'next' })).toEqual([]);
    const found = await person.get('/redaksi/daftar/scheduled?q=agenda');
    expect(found.page.texts('a', { class: 'headline' })).toEqual(agenda);
    expect(found.page.attributes('a', { rel: 'next' })).toEqual([]);
    const overview = (await person.get('/redaksi')).page.texts('a', { class: 'headline' });
    expect(overview.filter((title) => title.startsWith('Agenda'))).toEqual(agenda.slice(0, 8));
  });

  it('says that a body is nested too deep, and gives it back', async () => {
    const form = await person.get('/redaksi/baru');
    const deep = { ...typed, title: 'Kutipan Dalam', body: `${'>'.repeat(10_000)} Isi.` };
    const refused = await person.press(form, 'Simpan draf', deep);
    expect(refused.status).toBe(422);
    expect(refused.page.texts('a', { href: '#body' })[0]).toMatch(/^Isi berita: terlalu banyak kutipan/);
    expect(refused.page.texts('textarea', { name: 'body' })).toEqual([deep.body]);
    const preview = await person.press(form, 'Lihat hasilnya', deep);
    expect(preview.status).toBe(422);
    expect(preview.page.texts('p')[0]).toMatch(/^Isi berita: terlalu banyak kutipan/);
  });

  it('asks why with other words where readers will never see it', async () => {
    const hint = ({ page }: { page: ReturnType<typeof readPage> }) =>
      page.texts('span', { id: 'reason-hint' });
    const draft = await write({ title: 'Draf Dibuang' }, 'Simpan draf');
    expect(hint(draft)).toEqual([
      'Draf hilang dari semua daftar. Pembaca melihat alasan ini hanya bila berita ini pernah terbit.',
    ]);
    expect(hint(await person.get(`/en/redaksi/berita/${idOf(draft)}`))[0]).toContain(
      'only if it was published before',
    );
    await person.press(draft, 'Buang draf ini', { reason: 'Rahasia dapur.' });
    const unseen = await warta.get('/berita/draf-dibuang');
    expect(unseen.status).toBe(404);
    expect(await unseen.text()).not.toContain('Rahasia dapur.');
    expect(hint(await write({ title: 'Terbit Dulu' }))[0]).toContain('pembaca melihat alasan ini');
  });

  it('shows before what readers will see after, to the last letter', async () => {
    const form = await person.get('/redaksi/baru');
    const text = {
      ...typed,
      title: 'Sama <Persis> & Tepat',
      body: 'Satu *dua*.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    };
    const preview = await person.press(form, 'Lihat hasilnya', text);
    expect(preview.status).toBe(200);
    await person.press(form, 'Terbitkan', text);
    const published = await (await warta.get('/berita/sama-persis-dan-tepat')).text();
    const article = (html: string) =>
      /<h1[^]*?<div class="body"[^]*?<\/div>\s*<div class="tail/.exec(html)?.[0] ?? html;
    expect(article(preview.html)).toBe(article(published));
    expect(await warta.getJson('/api/articles?tag=pasar')).toMatchObject({ total: expect.any(Number) });
  });

  it('lets nothing run, neither in a preview nor in a list, whatever is typed', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script><svg onload=alert(1)>';
    const form = await person.get('/redaksi/baru');
    const preview = await person.press(form, 'Lihat hasilnya', {
      ...typed,
      title: evil,
      body: `Teks ${evil}`,
    });
    const draft = await person.press(form, 'Simpan draf', {
      ...typed,
      title: evil,
      body: `Teks ${evil}`,
      tags: evil,
    });
    for (const { page } of [preview, draft, await person.get('/redaksi')]) {
      expect(page.texts('svg')).toEqual([]);
      expect(page.attributes('img').filter((attributes) => 'onerror' in attributes)).toEqual([]);
      const scripts = page
        .attributes('script')
        .filter(({ src, type }) => src === undefined && type === undefined);
      expect(scripts).toHaveLength(1);
    }
  });

  it('cleans what was pasted from a word processor', async () => {
    const form = await person.get('/redaksi/baru');
    const body = new FormData();
    body.set('formToken', form.page.attributes('input', { name: 'formToken' })[0]?.['value'] ?? '');
    body.set(
      'html',
      '<html><!--StartFragment--><p class=MsoNormal style="color:red">Bupati <b>membuka</b><o:p></o:p> pasar.</p>' +
        '<p class=MsoListParagraph><span>·&nbsp;&nbsp;</span>beras</p><p class=MsoListParagraph><span>·&nbsp;&nbsp;</span>gula</p>' +
        '<script>alert(1)</script><!--EndFragment--></html>',
    );
    const answer = await person.ask('/redaksi/bersih', {
      method: 'POST',
      body,
      headers: { Origin: 'http://127.0.0.1:3000' },
    });
    expect(JSON.parse(answer.html)).toEqual({ markdown: 'Bupati **membuka** pasar.\n\n- beras\n- gula' });
  });

  it('speaks English below /en, and says there what was sought and who subscribes', async () => {
    const english = await person.get('/en/redaksi/pembaca');
    expect(english.page.attributes('html')).toEqual([{ lang: 'en' }]);
    expect(english.page.texts('h1')).toEqual(['Subscribers and searches']);
    await warta.get('/feed.rss', { 'User-Agent': 'Feedly/1.0 (+http://x; 12 subscribers)' });
    for (let times = 0; times < 5; times++) await warta.get('/cari?q=jadwal+samsat');
    const page = (await person.get('/redaksi/pembaca')).page;
    expect(page.texts('td')).toEqual(['jadwal samsat', '5', '5', '/feed.rss', 'Feedly', '12']);
  });
});
