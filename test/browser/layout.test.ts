import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, pages, phone } from './addresses.ts';
import { launchChromium } from './chromium.ts';

const chromiumPath = inject('chromiumPath');
const baseUrl = inject('baseUrl');

describe.skipIf(chromiumPath === '')('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
  });
  afterAll(() => browser.close());

  async function open(options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    return { context, page: await context.newPage() };
  }

  it.each([
    ['a small phone, which is also a desktop at 400 %', { width: 320, height: 640 }],
    ['a phone', phone],
    ['a desktop at 200 %', { width: 640, height: 450 }],
    ['a desktop', desktop],
  ])('fits the width of %s, whatever words stand on it', async (_, viewport) => {
    const { context, page } = await open({ viewport });
    const tooWide: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(baseUrl + path, { waitUntil: 'domcontentloaded' });
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      if (scrollWidth > clientWidth) tooWide.push(`${name}: ${scrollWidth} > ${clientWidth}`);
    }
    await context.close();
    expect(tooWide).toEqual([]);
  });

  it('asks nobody else for anything, runs nothing that its policy forbids, and makes no complaint', async () => {
    const { context, page } = await open({ viewport: desktop });
    const others: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseUrl)) others.push(request.url());
    });
    page.on('console', (message) => {
      // The two pages that answer 404 and 410 are told so by the browser.
      if (!/status of (404|410)/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const path of Object.values(pages)) {
      await page.goto(baseUrl + path, { waitUntil: 'load' });
      const data = await page.locator('script[type="application/ld+json"]').allTextContents();
      for (const json of data) expect(JSON.parse(json)).toHaveProperty('@type');
    }
    await context.close();
    expect(others).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('keeps still while its pictures come', async () => {
    const { context, page } = await open({ viewport: phone });
    await page.addInitScript(() => {
      const moved = { total: 0 };
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) moved.total += Number(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of [pages.home, pages.article, pages.search, pages.subscriptions]) {
      await page.goto(baseUrl + path, { waitUntil: 'networkidle' });
      expect(await page.evaluate('moved.total')).toBeLessThan(0.02);
    }
    await context.close();
  });

  it('has targets that a thumb can hit (WCAG 2.2, 2.5.8)', async () => {
    const { context, page } = await open({ viewport: phone });
    await page.goto(baseUrl + pages.search);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, summary, .button, .sorts a, .chips a, .facet a')]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(({ text }) => text),
    );
    await context.close();
    expect(small).toEqual([]);
  });

  it('prints the article and where it was found, in dark ink on light paper', async () => {
    const { context, page } = await open({ viewport: desktop, colorScheme: 'dark' });
    await page.goto(baseUrl + pages.article);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.menu', '.search', '.share', '.trail', '.aside', '.neighbours'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator('.found-at').textContent()).toBe(baseUrl + pages.article);
    expect(await page.locator('.found-at').isVisible()).toBe(true);
    const [ink, paper] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor].map((colour) => Number(/\d+/.exec(colour)?.[0]));
    });
    expect(ink).toBeLessThan(60);
    expect(paper).toBeGreaterThan(240);
    await context.close();
  });
});
