import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, pages, phone } from './addresses.ts';
import { launchChromium } from './chromium.ts';

const chromiumPath = inject('chromiumPath');
const baseUrl = inject('baseUrl');

describe.skipIf(chromiumPath === '')('axe', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
  });
  afterAll(() => browser.close());

  it.each([
    ['phone', phone],
    ['desktop', desktop],
  ])('finds nothing on any page on a %s, in the light theme and in the dark one', async (_, viewport) => {
    const context = await browser.newContext({ viewport, colorScheme: 'light' });
    const page = await context.newPage();
    const found: string[] = [];
    let checks = 0;
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(baseUrl + path, { waitUntil: 'domcontentloaded' });
      // What is closed would not be looked at.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details:not(.menu)'))
          details.setAttribute('open', '');
      });
      const light = await page.evaluate<axe.AxeResults>(`${axe.source};axe.run()`);
      await page.emulateMedia({ colorScheme: 'dark' });
      // The same document in other colours: only what is about colours can come out otherwise.
      const dark = await page.evaluate<axe.AxeResults>(
        "axe.run({ runOnly: ['color-contrast', 'link-in-text-block'] })",
      );
      await page.emulateMedia({ colorScheme: 'light' });
      checks += light.passes.length + dark.passes.length;
      for (const { id, nodes } of [...light.violations, ...dark.violations])
        found.push(
          `${name}: ${id} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join()}`,
        );
    }
    await context.close();
    expect(found).toEqual([]);
    expect(checks).toBeGreaterThan(Object.keys(pages).length * 20);
  });

  it('finds nothing on the open menu, nor while completions are shown', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.goto(baseUrl);
    await page.getByText('Menu', { exact: false }).first().click();
    const menu = await page.evaluate<axe.AxeResults>(`${axe.source};axe.run()`);
    expect(menu.violations.map(({ id }) => id)).toEqual([]);
    await page.goto(baseUrl);
    await page.getByRole('combobox').pressSequentially('jemb');
    await page.getByRole('option').first().waitFor();
    const completing = await page
      .evaluate<axe.AxeResults>(`axe.run()`)
      .catch(() => page.evaluate<axe.AxeResults>(`${axe.source};axe.run()`));
    expect(completing.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  });
});
