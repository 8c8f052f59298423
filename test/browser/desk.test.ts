import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { locatedPicture } from '../support/located-picture.ts';
import { desktop, phone } from './addresses.ts';
import { launchChromium } from './chromium.ts';

const chromiumPath = inject('chromiumPath');
const baseUrl = inject('baseUrl');
const token = inject('token');

describe.skipIf(chromiumPath === '')('a press officer', () => {
  let browser: Browser;
  let folder: string;
  let photo: string;
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
    folder = await mkdtemp(join(tmpdir(), 'warta-desk-'));
    photo = join(folder, 'IMG_0001.JPG');
    await writeFile(photo, await locatedPicture());
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function atDesk(options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${baseUrl}/redaksi`);
    await enter(page);
    return { context, page };
  }

  async function enter(page: Page) {
    await page.getByLabel('Kunci redaksi').fill(token);
    await page.getByRole('button', { name: 'Masuk' }).click();
  }

  it.each([
    ['with JavaScript on a phone', true, phone],
    ['with JavaScript on a desktop', true, desktop],
    ['without JavaScript on a phone', false, phone],
    ['without JavaScript on a desktop', false, desktop],
  ])(
    'writes, adds a picture, looks at the result and publishes, %s',
    async (name, javaScriptEnabled, viewport) => {
      const { context, page } = await atDesk({ javaScriptEnabled, viewport });
      await page.getByRole('link', { name: 'Tulis berita' }).first().click();
      const title = `Pasar murah ${name}`;
      await page.getByLabel('Judul').fill(title);
      await page.getByLabel('Tempat (datelin)').fill('SEKARLANGIT');
      await page.getByLabel('Isi berita').fill('Bupati membuka **pasar murah**.');
      await page.getByLabel('Kategori').selectOption('ekonomi');
      await page.getByLabel('Tambah gambar').setInputFiles(photo);
      if (javaScriptEnabled) await page.locator('.picture img').waitFor();

      await page.getByRole('button', { name: 'Lihat hasilnya' }).click();
      const result = page.frameLocator('iframe[title^="Hasil"]:visible');
      await result.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await result.locator('.body strong').textContent()).toBe('pasar murah');

      // Asked for the words of the picture first.
      await page.getByRole('button', { name: 'Terbitkan' }).click();
      await page.getByRole('alert').getByText('tuliskan apa yang tampak').waitFor();
      await page.getByLabel('Yang tampak di gambar').fill('Telaga di pagi hari');
      await page.getByRole('button', { name: 'Terbitkan' }).click();
      await page.getByText('Berita sudah terbit.').waitFor();

      await page.getByRole('link', { name: 'Lihat di situs' }).click();
      expect(await page.locator('h1').textContent()).toBe(title);
      const picture = page.locator('.article img');
      expect(await picture.getAttribute('alt')).toBe('Telaga di pagi hari');
      const isUpright = await picture.evaluate(
        (image) => image instanceof HTMLImageElement && image.naturalHeight > image.naturalWidth,
      );
      expect(isUpright).toBe(true);
      await context.close();
    },
  );

  it('is told at once of a file that no browser makes small and no form can carry', async () => {
    const raw = join(folder, 'DSC_0001.NEF');
    await writeFile(raw, new Uint8Array(5_000_000));
    const { context, page } = await atDesk({ viewport: phone });
    await page.goto(`${baseUrl}/redaksi/baru`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.method()));
    await page.getByLabel('Tambah gambar').setInputFiles([raw, photo]);
    await page.getByText('DSC_0001.NEF: terlalu besar').waitFor();
    // The other one went in.
    await page.locator('.picture img').waitFor();
    expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
    await context.close();
  });

  it('finds everything again after a reload, and after the session has ended', async () => {
    const { context, page } = await atDesk({ viewport: phone });
    await page.goto(`${baseUrl}/redaksi/baru`);
    const address = page.url();
    await page.getByLabel('Judul').fill('Belum selesai');
    await page.getByLabel('Isi berita').fill('Kalimat pertama.');
    await page.getByLabel('Tambah gambar').setInputFiles(photo);
    await page.getByLabel('Yang tampak di gambar').fill('Telaga');
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('Telaga')));
    await page.reload();
    await page.getByText('Tulisan yang belum tersimpan dipulihkan').waitFor();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Kalimat pertama.');
    expect(await page.getByLabel('Yang tampak di gambar').inputValue()).toBe('Telaga');

    await context.clearCookies();
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Tulisan Anda tidak hilang').waitFor();
    await enter(page);
    await page.getByText('Tulisan Anda sudah kembali').waitFor();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Kalimat pertama.');

    await page.goto(`${baseUrl}/redaksi`);
    await page.getByRole('link', { name: /^Belum selesai \(/ }).click();
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('redaksi:'))),
    ).toEqual([]);
    await context.close();
  });

  it('keeps text of an older version beside the new one, until somebody decides', async () => {
    const { context, page } = await atDesk({ viewport: desktop });
    await page.goto(`${baseUrl}/redaksi/baru`);
    await page.getByLabel('Judul').fill('Dua tangan');
    await page.getByLabel('Isi berita').fill('Isi pertama.');
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
    const address = page.url().replace(/\?.*/, '');
    await page.getByLabel('Isi berita').fill('Isi dari ponsel.');
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('ponsel')));

    const elsewhere = await atDesk({ viewport: desktop });
    await elsewhere.page.goto(address);
    await elsewhere.page.getByLabel('Isi berita').fill('Isi dari kantor.');
    await elsewhere.page.getByRole('button', { name: 'Simpan draf' }).click();
    await elsewhere.page.getByText('Draf tersimpan.').waitFor();
    await elsewhere.context.close();

    await page.goto(address);
    await page.getByText('dari versi yang lebih lama').waitFor();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Isi dari kantor.');
    await page.getByLabel('Judul').fill('Dua tangan, satu berita');
    await page.waitForFunction(() =>
      Object.values(localStorage).some((kept) => kept.includes('satu berita')),
    );
    await page.getByRole('button', { name: 'Pulihkan' }).click();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Isi dari ponsel.');
    await context.close();
  });

  it('takes back what was brought back, with its pictures', async () => {
    const { context, page } = await atDesk({ viewport: desktop });
    await page.goto(`${baseUrl}/redaksi/baru`);
    await page.getByLabel('Judul').fill('Tanpa gambar');
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Isi berita').fill('Isi tersimpan.');
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
    await page.getByLabel('Tambah gambar').setInputFiles(photo);
    await page.getByLabel('Yang tampak di gambar').fill('Telaga');
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('Telaga')));
    await page.reload();
    await page.getByText('Tulisan yang belum tersimpan dipulihkan').waitFor();
    await page.getByLabel('Isi berita').fill('Ketikan sesudahnya.');
    await page.getByRole('button', { name: 'Buang, pakai yang tersimpan' }).click();
    await page.locator('.picture').waitFor({ state: 'detached' });
    await page.waitForLoadState();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Isi tersimpan.');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await page.locator('[data-kept]').isVisible()).toBe(false);
    await context.close();
  });

  it('brings Markdown back into no field of HTML, unless somebody asks for it', async () => {
    const { context, page } = await atDesk({ viewport: desktop });
    await page.goto(`${baseUrl}/redaksi/baru`);
    await page.getByLabel('Judul').fill('Dua cara');
    await page.getByLabel('Isi berita').fill('Isi.');
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
    const address = page.url().replace(/\?.*/, '');
    await page.getByLabel('Isi berita').fill('Isi **tebal**.');
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('tebal')));
    // The same version, opened as HTML: so does a service that has learned to keep more of a body.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.replace('value="markdown"', 'value="html"') });
    });
    await page.goto(address);
    await page.getByRole('button', { name: 'Pulihkan' }).waitFor();
    const format = page.locator('input[name="format"]');
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Isi.');
    expect(await format.inputValue()).toBe('html');
    await page.getByRole('button', { name: 'Pulihkan' }).click();
    expect(await page.getByLabel('Isi berita').inputValue()).toBe('Isi **tebal**.');
    expect(await format.inputValue()).toBe('markdown');
    await context.close();
  });

  it('pastes from a word processor what is clean, as the buttons write it, and takes it back with one step', async () => {
    const { context, page } = await atDesk({ viewport: desktop });
    await page.goto(`${baseUrl}/redaksi/baru`);
    const field = page.getByLabel('Isi berita');
    await field.fill('Awal. ');
    await field.press('End');
    await field.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        '<p class=MsoNormal style="color:red">Bupati <b>membuka</b><script>1</script></p>',
      );
      clipboardData.setData('text/plain', 'Bupati membuka');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }));
    });
    await page.getByText('Tempelan sudah dibersihkan.').waitFor();
    expect(await field.inputValue()).toBe('Awal. Bupati **membuka**');
    await field.press('Control+z');
    expect(await field.inputValue()).toBe('Awal. ');

    await field.fill('penting');
    await field.press('Control+a');
    await page.getByRole('button', { name: 'Tebal' }).click();
    expect(await field.inputValue()).toBe('**penting**');
    await context.close();
  });

  it('sees the result change while typing, and the way back leads out of the page', async () => {
    const { context, page } = await atDesk({ viewport: desktop });
    await page.goto(`${baseUrl}/redaksi/baru`);
    const steps = await page.evaluate(() => history.length);
    const result = page.frameLocator('iframe[title^="Hasil"]:visible');
    for (const title of ['Satu', 'Satu dua', 'Satu dua tiga']) {
      await page.getByLabel('Judul').fill(title);
      await result.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    }
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await context.close();
  });

  it.each([
    ['phone', phone],
    ['desktop', desktop],
    ['small phone', { width: 320, height: 640 }],
  ])('can use every page of the desk on a %s, in both themes (axe), at its width', async (_, viewport) => {
    const { context, page } = await atDesk({ viewport, colorScheme: 'light' });
    const complaints: string[] = [];
    page.on('console', (message) => {
      // What the frame with the result may not run is told by the browser; so is a refused form.
      if (!/is sandboxed|status of 422|Password forms/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const refuse = async () => {
      await page.goto(`${baseUrl}/redaksi/baru`);
      await page.getByLabel('Tambah gambar').setInputFiles(photo);
      await page.locator('.picture img').waitFor();
      await page.getByRole('button', { name: 'Terbitkan' }).click();
      await page.getByRole('alert').waitFor();
    };
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      overview: () => page.goto(`${baseUrl}/redaksi`),
      list: () => page.goto(`${baseUrl}/redaksi/daftar/published?q=banjir`),
      editor: () => page.locator('.rows-list .headline').first().click(),
      versions: () => page.getByRole('link', { name: 'Semua versi' }).click(),
      'refused form': refuse,
      readers: () => page.goto(`${baseUrl}/redaksi/pembaca`),
      English: () => page.goto(`${baseUrl}/en/redaksi/baru`),
      door: async () => {
        await context.clearCookies();
        await page.goto(`${baseUrl}/redaksi`);
      },
    };
    const found: string[] = [];
    for (const [name, go] of Object.entries(steps)) {
      await go();
      await page.waitForLoadState('networkidle');
      const light = await page.evaluate<axe.AxeResults>(`${axe.source};axe.run({ exclude: ['iframe'] })`);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await page.evaluate<axe.AxeResults>(
        "axe.run({ runOnly: ['color-contrast', 'link-in-text-block'] })",
      );
      await page.emulateMedia({ colorScheme: 'light' });
      for (const { id, nodes } of [...light.violations, ...dark.violations])
        found.push(
          `${name}: ${id} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join()}`,
        );
      expect(light.passes.length).toBeGreaterThan(15);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${name}: ${overflow} pixels too wide`);
    }
    await context.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
