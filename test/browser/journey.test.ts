import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, phone } from './addresses.ts';
import { launchChromium } from './chromium.ts';

const chromiumPath = inject('chromiumPath');
const baseUrl = inject('baseUrl');

describe.skipIf(chromiumPath === '')('a citizen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
  });
  afterAll(() => browser.close());

  /** Goes on with Tab until what has the focus says so; what cannot be reached by keyboard is never found. */
  async function tabTo(page: Page, wanted: RegExp): Promise<void> {
    for (let step = 0; step < 150; step++) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => {
        const element = document.activeElement;
        return element === null
          ? ''
          : `${element.tagName} ${element.textContent} ${element.getAttribute('aria-label')}`;
      });
      if (wanted.test(text.replace(/\s+/g, ' '))) return;
    }
    throw new Error(`no Tab leads to ${wanted}`);
  }

  it.each([
    ['with JavaScript on a desktop', true, desktop],
    ['with JavaScript on a phone', true, phone],
    ['without JavaScript on a phone', false, phone],
    ['without JavaScript on a desktop', false, desktop],
  ])(
    'goes by keyboard alone from home over search, filter and article to a subscription, %s',
    async (_, javaScriptEnabled, viewport) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport });
      const page = await context.newPage();
      await page.goto(baseUrl);

      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Langsung ke isi');
      await tabTo(page, /^INPUT/);
      await page.keyboard.type('banjir');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/cari\?q=banjir$/);
      expect(await page.locator('p[role=status]').textContent()).toMatch(/^\d+ berita ditemukan$/);

      if (viewport === phone) {
        await tabTo(page, /^SUMMARY Persempit hasil/);
        await page.keyboard.press('Enter');
      }
      await tabTo(page, /^A Umum \d/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/category=umum/);
      expect(await page.locator('#q').inputValue()).toBe('banjir');

      await tabTo(page, /^A Banjir di Tirtapuspa Surut/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/berita\/banjir-di-tirtapuspa-surut/);
      expect(await page.locator('h1').textContent()).toMatch(/^Banjir di Tirtapuspa Surut/);

      await tabTo(page, /^A banjir /);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tag\/banjir/);
      await tabTo(page, /^A RSS/);
      const feed = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
      expect(feed).toBe(`${baseUrl}/tag/banjir/feed.rss`);
      expect((await page.request.get(feed)).headers()['content-type']).toContain('application/rss+xml');
      await context.close();
    },
  );

  it('completes what is typed with the arrows, and can think better of it', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.goto(baseUrl);
    const field = page.getByRole('combobox', { name: 'Cari berita' });
    await field.pressSequentially('jemb');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    const first = (await options.first().textContent()) ?? '';

    await field.press('ArrowDown');
    expect(await field.inputValue()).toBe(first);
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    const active = (await field.getAttribute('aria-activedescendant')) ?? '';
    expect(await page.locator(`#${active}`).textContent()).toBe(first);

    await field.press('Escape');
    expect(await field.inputValue()).toBe('jemb');
    expect(await field.getAttribute('aria-expanded')).toBe('false');

    await field.pressSequentially('a');
    await options.first().waitFor();
    await options.first().click();
    await page.waitForURL(/\/cari\?q=/);
    await context.close();
  });

  it('copies the address of a feed', async () => {
    const context = await browser.newContext({ viewport: phone });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(`${baseUrl}/langganan`);
    await page.getByRole('button', { name: 'Salin Kesehatan' }).click();
    await page.getByText('✓ Tersalin').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${baseUrl}/kategori/kesehatan/feed.rss`,
    );
    await context.close();
  });

  it('chooses the theme, finds it again on the next page, and gets no cookie', async () => {
    const context = await browser.newContext({ viewport: phone, colorScheme: 'light' });
    const page = await context.newPage();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(baseUrl);
    const light = await ground();
    const button = page.getByRole('button', { name: 'Tema' });
    await button.click();
    await button.click();
    expect(await button.textContent()).toBe('Tema: gelap');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(`${baseUrl}/langganan`);
    expect(await ground()).toBe(dark);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('changes to English on the very page, and stays in it', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await context.newPage();
    await page.goto(`${baseUrl}/cari?q=banjir`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/cari\?q=banjir$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('.teaser a.headline').first().click();
    await page.waitForURL(/\/en\/berita\//);
    await context.close();
  });
});
