import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/local-process.ts';
import { desktop, pages, phone } from './addresses.ts';
import { findChromium, howToGetChromium, launchChromium } from './chromium.ts';

/** `npm run pictures`: what the README shows, taken of the sample articles by this machine's Chromium. */
const pictures = [
  { name: 'home', path: pages.home, viewport: desktop, colorScheme: 'light' },
  { name: 'search-phone', path: pages.search, viewport: phone, colorScheme: 'light' },
  { name: 'article-phone', path: pages.article, viewport: phone, colorScheme: 'dark' },
] as const;

const folder = join(import.meta.dirname, '../../docs/pictures');
const executablePath = findChromium();
if (executablePath === undefined) {
  console.error(howToGetChromium);
  process.exit(1);
}
const dataPath = await mkdtemp(join(tmpdir(), 'warta-pictures-'));
const server = await startServer(dataPath, { WARTA_REQUESTS_PER_MINUTE: '0', WARTA_SAMPLE: 'on' });
const browser = await launchChromium(executablePath);
await mkdir(folder, { recursive: true });
for (const { name, path, viewport, colorScheme } of pictures) {
  const page = await browser.newPage({
    viewport,
    colorScheme,
    deviceScaleFactor: viewport === phone ? 1.5 : 1,
  });
  await page.goto(server.baseUrl + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 });
  await page.close();
  console.log(`docs/pictures/${name}.jpg`);
}
for (const viewport of [desktop, phone]) await takeDesk(viewport);
await browser.close();
server.child.kill('SIGTERM');
await server.ended;
await rm(dataPath, { recursive: true });

/** The desk while somebody writes. */
async function takeDesk(viewport: typeof desktop): Promise<void> {
  const isPhone = viewport === phone;
  const page = await browser.newPage({ viewport, deviceScaleFactor: isPhone ? 1.5 : 1 });
  await page.goto(`${server.baseUrl}/redaksi`);
  await page.getByLabel('Kunci redaksi').fill(server.token);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('link', { name: /^Banjir di Tirtapuspa Surut/ }).click();
  await page.getByLabel('Tag').waitFor();
  if (isPhone) await page.goto(`${server.baseUrl}/redaksi`);
  await page.waitForLoadState('networkidle');
  const name = isPhone ? 'desk-phone' : 'desk';
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 75 });
  await page.close();
  console.log(`docs/pictures/${name}.jpg`);
}
