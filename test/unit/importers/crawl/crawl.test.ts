import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCrawlState } from '../../../../functions/importers/crawl/crawl-state.ts';
import { readPageLinks } from '../../../../functions/importers/crawl/page-links.ts';
import { isPublicAddress } from '../../../../functions/importers/crawl/public-address.ts';
import { createSite, host } from '../../../support/crawled-site.ts';
import { hostileHtml, pieces } from '../../../support/hostile-html.ts';

const article = (title: string) =>
  `<h1>${title}</h1><p>20/12/2019</p><p>Warga membersihkan saluran air di Desa Awan sejak pagi hari tadi.</p>`;
const list = (titles: readonly string[], next = '') =>
  `<ul>${titles.map((title) => `<li><h3><a href="/b/${title}">${title}</a></h3></li>`).join('')}</ul>${next}`;

const told = (items: Awaited<ReturnType<ReturnType<typeof createSite>['crawl']>>) =>
  items.map((item) => (item.ok ? item.draft.title : item.problems[0]?.code));

describe('a crawl', () => {
  it('goes from list to list by their next links, and fetches every page once', async () => {
    const { crawl, paths } = createSite({
      '/': list(['Satu', 'Dua'], '<a rel="next" href="/?hal=2">2</a>'),
      '/?hal=2': list(
        ['Dua', 'Tiga'],
        '<a href="/">Selanjutnya »</a><a href="https://lain.example/x">Berita dari tetangga kita semua</a>',
      ),
      '/b/Satu': article('Satu Jembatan Dibuka'),
      '/b/Dua': article('Dua Pasar Diresmikan'),
      '/b/Tiga': article('Tiga Sekolah Diperbaiki'),
    });
    expect(told(await crawl())).toEqual([
      'Satu Jembatan Dibuka',
      'Dua Pasar Diresmikan',
      'Tiga Sekolah Diperbaiki',
    ]);
    expect(paths()).toEqual(['/robots.txt', '/', '/b/Satu', '/b/Dua', '/?hal=2', '/b/Tiga']);
  });

  it('keeps to robots.txt and to the pace that it asks for', async () => {
    const { crawl, asked } = createSite({
      '/robots.txt': 'User-agent: *\nDisallow: /b/Satu\nCrawl-delay: 3\n',
      '/': list(['Satu', 'Dua']),
      '/b/Dua': article('Dua Pasar Diresmikan'),
    });
    expect(told(await crawl())).toEqual(['robots-refused', 'Dua Pasar Diresmikan']);
    expect(asked).toEqual([
      ['/robots.txt', 0],
      ['/', 500],
      ['/b/Dua', 3500],
    ]);
  });

  it('fetches nothing of a site whose robots.txt fails', async () => {
    const { crawl, paths } = createSite({ '/robots.txt': { status: 500 }, '/': list(['Satu']) });
    expect(told(await crawl())).toEqual(['robots-unreachable']);
    expect(new Set(paths())).toEqual(new Set(['/robots.txt']));
  });

  it('waits where the site is busy, as long as it says, and goes on', async () => {
    let busy = 2;
    const { crawl, asked } = createSite({
      '/': list(['Satu']),
      '/b/Satu': () =>
        busy-- > 0
          ? { status: 503, headers: { 'retry-after': '7' } }
          : { body: article('Satu Jembatan Dibuka') },
    });
    expect(told(await crawl())).toEqual(['Satu Jembatan Dibuka']);
    const times = asked.filter(([path]) => path === '/b/Satu').map(([, at]) => at);
    expect(times).toEqual([1000, 8000, 15_000]);
  });

  it('stops at pages without end, and where a site is larger than asked for', async () => {
    const endless = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, path) =>
          String(path).startsWith('/?') || path === '/'
            ? list(
                ['Satu'],
                `<a rel="next" href="/?h=${String(path).length}${'x'.repeat(String(path).length)}">x</a>`,
              )
            : article('Satu Jembatan Dibuka'),
      },
    );
    const site = createSite(endless);
    expect(told(await site.crawl())).toEqual(['Satu Jembatan Dibuka']);
    expect(site.paths().length).toBeLessThan(30);
    const small = createSite({ '/': list(['Satu', 'Dua']), '/b/Satu': article('Satu Jembatan Dibuka') });
    expect(told(await small.crawl('/', { maxPages: 2 }))).toEqual(['Satu Jembatan Dibuka', 'crawl-limit']);
  });

  it('that goes on later fetches only what it has not dealt with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warta-crawl-'));
    const file = join(folder, 'lama.state');
    const state = await openCrawlState(file);
    state.add(`${host}/b/Satu`);
    state.add(`${host}/b/Satu`);
    expect(await readFile(file, 'utf8')).toBe(`${host}/b/Satu\n`);
    const { crawl, paths } = createSite({
      '/': list(['Satu', 'Dua']),
      '/b/Dua': article('Dua Pasar Diresmikan'),
    });
    expect(told(await crawl('/', { done: new Set((await openCrawlState(file)).done) }))).toEqual([
      'Dua Pasar Diresmikan',
    ]);
    expect(paths()).not.toContain('/b/Satu');
    await rm(folder, { recursive: true });
  });

  it('does not follow a site to another host, nor where its robots.txt forbids', async () => {
    const { crawl, paths } = createSite({
      '/': list(['Satu', 'Dua']),
      '/b/Satu': { status: 302, headers: { location: 'https://lain.example/b' } },
      '/b/Dua': { status: 301, headers: { location: '/rahasia/dua' } },
      '/robots.txt': 'User-agent: *\nDisallow: /rahasia/',
    });
    expect(told(await crawl())).toEqual(['other-host', 'robots-refused']);
    expect(paths()).toEqual(['/robots.txt', '/', '/b/Satu', '/b/Dua']);
  });

  it('keeps to the rules of https too, where a site has moved there', async () => {
    const old = 'http://lama.example';
    const moved = (path: string) => ({ status: 301, headers: { location: `${host}${path}` } });
    const { crawlFrom, asked } = createSite({
      [`${old}/`]: list(['Satu', 'Dua', 'Tiga']),
      [`${old}/b/Satu`]: moved('/rahasia/satu'),
      [`${old}/b/Dua`]: moved('/b/Dua'),
      '/robots.txt': 'User-agent: *\nDisallow: /rahasia/\nCrawl-delay: 3',
      '/b/Dua': article('Dua Pasar Diresmikan'),
      [`${old}/b/Tiga`]: article('Tiga Sekolah Diperbaiki'),
    });
    expect(told(await crawlFrom(`${old}/`))).toEqual([
      'robots-refused',
      'Dua Pasar Diresmikan',
      'Tiga Sekolah Diperbaiki',
    ]);
    expect(asked).toEqual([
      [`${old}/robots.txt`, 0],
      [`${old}/`, 500],
      [`${old}/b/Satu`, 1000],
      ['/robots.txt', 1500],
      [`${old}/b/Dua`, 4500],
      ['/b/Dua', 4500],
      [`${old}/b/Tiga`, 7500],
    ]);
  });

  it('fetches nothing that has moved to where robots.txt fails', async () => {
    const old = 'http://lama.example';
    const { crawlFrom, paths } = createSite({
      [`${old}/`]: list(['Satu']),
      [`${old}/b/Satu`]: { status: 302, headers: { location: `${host}/b/Satu` } },
      '/robots.txt': { status: 500 },
      '/b/Satu': article('Satu Jembatan Dibuka'),
    });
    expect(told(await crawlFrom(`${old}/`))).toEqual(['robots-unreachable']);
    expect(paths()).not.toContain('/b/Satu');
  });

  it('follows robots.txt within its host, and asks no other host for it', async () => {
    const rules = 'User-agent: *\nDisallow: /b/Satu';
    const pages = { '/': list(['Satu']), '/b/Satu': article('Satu Jembatan Dibuka') };
    const within = createSite({
      ...pages,
      '/robots.txt': { status: 301, headers: { location: '/aturan/robots.txt' } },
      '/aturan/robots.txt': rules,
    });
    expect(told(await within.crawl())).toEqual(['robots-refused']);
    const without = createSite({
      ...pages,
      '/robots.txt': { status: 301, headers: { location: 'https://lain.example/robots.txt' } },
      'https://lain.example/robots.txt': rules,
    });
    expect(told(await without.crawl())).toEqual(['Satu Jembatan Dibuka']);
    expect(without.paths()).toEqual(['/robots.txt', '/', '/b/Satu']);
  });

  it('from a page without articles says so', async () => {
    expect(told(await createSite({ '/': '<p>Selamat datang.</p>' }).crawl())).toEqual(['no-articles-found']);
  });
});

it('a list page says which links are articles and which lead on', () => {
  const html =
    '<nav><a href="/profil">Profil</a></nav><h2><a href="b/1#isi">Pasar</a></h2><a href="/b/2">Jembatan baru dibuka bupati</a>' +
    '<p>… <a href="/b/3">Selengkapnya</a></p><a href="/foto.jpg">Foto jembatan dari udara pagi</a><a href="mailto:a@b.example">Kirim surat kepada kami semua</a>' +
    '<div class="pagination"><a href="?p=2">2</a> <a href="?p=3">Berikutnya</a></div><a href="/2019">2019</a>';
  expect(readPageLinks(html, `${host}/berita/`)).toEqual({
    articles: [`${host}/berita/b/1`, `${host}/b/2`, `${host}/b/3`],
    next: [`${host}/berita/?p=2`, `${host}/berita/?p=3`],
  });
});

describe('a hostile site', () => {
  it('gets nothing fetched that is not its own, and comes to an end, whatever its pages and robots.txt say', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'User-agent: *\n',
            'Disallow: /b/\n',
            'Allow: /*?$\n',
            'Disallow: ' + '*'.repeat(60) + 'x$\n',
            'Crawl-delay: -1\n',
            'Crawl-delay: 1e308\n',
            'Crawl-delay: 2\n',
            'Sitemap: http://asing.example/\n',
            '\0',
          ),
          { maxLength: 8 },
        )
        .map((lines) => lines.join('')),
    );
    const answer = fc.record({
      status: fc.constantFrom(200, 200, 200, 301, 302, 404, 429, 500, 503),
      body: hostileHtml(),
      headers: fc.dictionary(
        fc.constantFrom('location', 'retry-after', 'content-type', 'content-length', 'refresh'),
        fc.constantFrom(
          'http://asing.example/',
          '/b/1',
          '-1',
          '99999',
          'text/html',
          'image/png',
          '0; url=/x',
          'http://[',
        ),
      ),
    });
    const robots = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: answer });
    await fc.assert(
      fc.asyncProperty(robots, answer, answer, answer, async (rules, first, second, third) => {
        const site = createSite({ '/robots.txt': rules, '/': first, '/b/1': second, '/?h=2': third });
        const items = await site.crawl('/', { maxPages: 30 });
        expect(items.every((item) => item.ok || item.problems.length > 0)).toBe(true);
        expect(site.paths().filter((path) => !path.startsWith('/'))).toEqual([]);
        expect(site.paths().length).toBeLessThan(200);
      }),
      { numRuns: 200 },
    );
  });

  it('leads only to pages of its own host, by http', () => {
    fc.assert(
      fc.property(hostileHtml(), (html) => {
        const { articles, next } = readPageLinks(html, `${host}/berita/`);
        for (const address of [...articles, ...next]) {
          const url = new URL(address);
          expect([url.host, url.protocol, url.hash]).toEqual([
            'lama.example',
            expect.stringMatching(/^https?:$/),
            '',
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(pieces)('is read in time however often it repeats %j', (piece) => {
    const { articles, next } = readPageLinks(piece.repeat(100_000 / piece.length), `${host}/`);
    expect(articles.length + next.length).toBeLessThan(1100);
  });
});

it.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['169.254.169.254', false],
  ['0.0.0.0', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['bukan', false],
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
