import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../support/html-page.ts';
import { office } from '../../functions/office/settings.ts';
import { baseUrl, startService, submission } from '../support/service.ts';

describe('pages', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let correctedId: string;
  beforeAll(async () => {
    warta = await startService();
    await warta.publish({
      title: 'Imunisasi <Anak> & Balita',
      bodyHtml: '<p>Dinas Kesehatan menggelar imunisasi.</p>',
      publishedAt: '2025-11-20T08:00:00+07:00',
      category: 'kesehatan',
      place: 'SEKARLANGIT',
      authors: ['rin', 'Bayu Adipraja'],
      tags: ['imunisasi', 'posyandu'],
      source: { url: 'https://lama.sekarlangit.example/imunisasi', name: 'Laman lama' },
    });
    await warta.publish({
      title: 'Posyandu Buka Imunisasi Susulan',
      bodyHtml:
        '<p>Imunisasi susulan dibuka.</p><table><tr><td>Senin</td></tr></table>' +
        '<p><img src="https://foto.lain.example/a.jpg" alt="Antrean" /></p>',
      publishedAt: '2025-11-27T08:00:00+07:00',
      category: 'kesehatan',
      tags: ['posyandu'],
    });
    correctedId = (
      await warta.publish({ title: 'Jadwal Pasar Murah', publishedAt: '2025-12-01T00:00:00+07:00' })
    ).id;
    await warta.publish({
      title: '</script><script>alert(1)</script>',
      publishedAt: '2025-10-01T08:00:00+07:00',
      slug: 'judul-jahat',
    });
  });
  afterAll(() => warta.stop());

  const read = async (path: string) => readPage(await (await warta.get(path)).text());
  const everyPage = [
    '/',
    '/kategori/kesehatan',
    '/tag/posyandu',
    '/penulis/rin',
    '/tempat/sekarlangit',
    '/berita/imunisasi-anak-dan-balita',
    '/berita/judul-jahat',
    '/cari',
    '/cari?q=imunisasi',
    '/cari?q=zzzz',
    `/cari?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    '/cari/bantuan',
    '/langganan',
    '/tentang',
    '/tentang/api',
  ];
  const inEnglish = (path: string) => (path === '/' ? '/en' : `/en${path}`);

  it.each(everyPage.flatMap((path) => [path, inEnglish(path)]))(
    'serves %s in its language, confirms a copy of it, and lets nothing run or load but what is ours',
    async (path) => {
      const response = await warta.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Set-Cookie')).toBeNull();
      const again = await warta.get(path, { 'If-None-Match': response.headers.get('ETag') ?? '' });
      expect(again.status).toBe(304);

      const html = await response.text();
      const page = readPage(html);
      expect(page.attributes('html')).toEqual([{ lang: path.startsWith('/en') ? 'en' : 'id' }]);
      expect(page.texts('h1')).toHaveLength(1);
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:/);
      for (const inline of html.matchAll(/<script>([^]*?)<\/script>/g)) {
        const hash = createHash('sha256')
          .update(inline[1] ?? '')
          .digest('base64');
        expect(policy).toContain(`'sha256-${hash}'`);
      }
      for (const { src, type } of page.attributes('script'))
        expect(src?.startsWith('/skrip-') ?? (type === undefined || type === 'application/ld+json')).toBe(
          true,
        );
      const loaded = [
        ...page.attributes('img').map(({ src }) => src),
        ...page.attributes('link', { rel: 'stylesheet' }).map(({ href }) => href),
        ...page.attributes('link', { rel: 'icon' }).map(({ href }) => href),
      ];
      expect(loaded.filter((address) => !address?.startsWith('/'))).toEqual([]);
      expect(html).not.toMatch(/<[^>]+ on[a-z]+=|<[^>]+ style=/);
    },
  );

  it.each(everyPage)('names for %s its own address, and the same page in both languages', async (path) => {
    for (const [language, own] of [
      ['id', path],
      ['en', inEnglish(path)],
    ] as const) {
      const page = await read(own);
      const [canonical] = page.attributes('link', { rel: 'canonical' });
      const others = page.attributes('link', { rel: 'alternate' }).filter(({ hreflang }) => hreflang);
      expect(others.map(({ hreflang }) => hreflang)).toEqual(['id', 'en', 'x-default']);
      expect(others.find(({ hreflang }) => hreflang === language)?.['href']).toBe(canonical?.['href']);
      expect(others[2]?.['href']).toBe(others[0]?.['href']);
      const other = await warta.get((others[1]?.['href'] ?? '').replace(baseUrl, ''));
      expect(other.status).toBe(200);
    }
  });

  it('shows an article with its headline as text, its time as Indonesians write it, and its origin', async () => {
    const page = await read('/berita/imunisasi-anak-dan-balita');
    expect(page.texts('h1')).toEqual(['Imunisasi <Anak> & Balita']);
    expect(page.texts('time', { datetime: '2025-11-20T08:00:00+07:00' })[0]).toBe(
      'Kamis, 20 November 2025, 08.00 WIB',
    );
    expect(page.texts('p', { class: 'byline' })).toEqual(['Oleh rin dan Bayu Adipraja']);
    expect(page.texts('div', { class: 'body' })[0]).toMatch(/^SEKARLANGIT — Dinas Kesehatan/);
    expect(page.texts('a', { href: 'https://lama.sekarlangit.example/imunisasi' })).toEqual(['Laman lama']);
    const english = await read('/en/berita/imunisasi-anak-dan-balita');
    expect(english.texts('time', { datetime: '2025-11-20T08:00:00+07:00' })[0]).toBe(
      'Thursday, 20 November 2025, 08:00 WIB',
    );
    expect(english.attributes('h1')).toEqual([{ lang: 'id' }]);
  });

  it('tells programs what an article is', async () => {
    const page = await read('/berita/imunisasi-anak-dan-balita');
    expect(page.data('NewsArticle')).toMatchObject({
      '@context': 'https://schema.org',
      headline: 'Imunisasi <Anak> & Balita',
      url: `${baseUrl}/berita/imunisasi-anak-dan-balita`,
      datePublished: '2025-11-20T08:00:00+07:00',
      dateModified: '2025-11-20T08:00:00+07:00',
      author: [
        { '@type': 'Person', name: 'rin' },
        { '@type': 'Person', name: 'Bayu Adipraja' },
      ],
      publisher: { name: 'Humas Setda Kabupaten Sekarlangit' },
      inLanguage: 'id',
      articleSection: 'Kesehatan',
    });
    expect(page.data('BreadcrumbList')).toMatchObject({
      itemListElement: [
        { position: 1, item: `${baseUrl}/` },
        { position: 2, name: 'Kesehatan', item: `${baseUrl}/kategori/kesehatan` },
        { position: 3, name: 'Imunisasi <Anak> & Balita' },
      ],
    });
    expect(page.meta('og:type')).toEqual(['article']);
    expect(page.meta('article:published_time')).toEqual(['2025-11-20T08:00:00+07:00']);
    expect(page.meta('article:tag')).toEqual(['imunisasi', 'posyandu']);
    expect(page.meta('og:image')[0]).toMatch(/^http:\/\/127.0.0.1:3000\/gambar\/.*\.png$/);
  });

  it('weaves a picture for sharing for an article without one, and for nothing else', async () => {
    const [address = ''] = (await read('/berita/imunisasi-anak-dan-balita')).meta('og:image');
    const response = await warta.get(address.replace(baseUrl, ''));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cache-Control')).toContain('max-age=86400');
    const [office = ''] = (await read('/langganan')).meta('og:image');
    for (const path of [office.replace(baseUrl, ''), '/gambar/tanda.png', '/favicon.ico'])
      expect((await warta.get(path)).headers.get('Content-Type')).toBe('image/png');

    const { id } = await warta.publish({ title: 'Besok', publishedAt: '2099-01-01T00:00:00+07:00' });
    const path = (category: string, name: string) => `/gambar/${category}/${name}.png`;
    for (const absent of [
      path('pembangunan', id.toLowerCase()),
      path('kesehatan', correctedId.toLowerCase()),
      path('umum', '01kj0000000000000000000000'),
      path('umum', 'x'),
    ])
      expect((await warta.get(absent)).status).toBe(404);
  });

  it('keeps a hostile headline inside its data', async () => {
    const page = await read('/berita/judul-jahat');
    expect(page.data('NewsArticle')).toMatchObject({ headline: '</script><script>alert(1)</script>' });
  });

  it('offers the feeds of the very list, and on an article those of its category first', async () => {
    const feeds = async (path: string) =>
      (await read(path)).attributes('link', { type: 'application/rss+xml' }).map(({ href }) => href);
    expect(await feeds('/tag/posyandu')).toEqual([`${baseUrl}/tag/posyandu/feed.rss`, `${baseUrl}/feed.rss`]);
    expect((await feeds('/en/cari?q=imunisasi'))[0]).toBe(`${baseUrl}/cari/feed.rss?q=imunisasi`);
    expect((await feeds('/berita/imunisasi-anak-dan-balita'))[0]).toBe(
      `${baseUrl}/kategori/kesehatan/feed.rss`,
    );
  });

  it('leads from an article to its neighbours in time and to what is like it', async () => {
    const page = await read('/berita/imunisasi-anak-dan-balita');
    expect(page.attributes('a', { rel: 'prev' })[0]?.['href']).toBe('/berita/judul-jahat');
    expect(page.attributes('a', { rel: 'next' })[0]?.['href']).toBe(
      '/berita/posyandu-buka-imunisasi-susulan',
    );
    expect(page.texts('h3')).toContain('Posyandu Buka Imunisasi Susulan');
  });

  it('links a picture of a site that it may not ask, and lets a table scroll by itself', async () => {
    const page = await read('/berita/posyandu-buka-imunisasi-susulan');
    const [link] = page.texts('a', { href: 'https://foto.lain.example/a.jpg' });
    expect(link).toBe('Antrean. Lihat gambar di foto.lain.example');
    expect(page.attributes('div', { class: 'scroller' })).toEqual([{ class: 'scroller', tabindex: '0' }]);
  });

  it('says of a corrected article when that was, and of a withdrawn one why', async () => {
    const before = await read('/berita/jadwal-pasar-murah');
    expect(before.texts('p', { class: 'corrected' })).toEqual([]);
    const change = { ...submission, title: 'Jadwal Pasar Murah', publishedAt: '2025-12-01T00:00:00+07:00' };
    await warta.send('PUT', `/api/articles/${correctedId}`, change, { 'If-Match': '*' });
    const after = await read('/berita/jadwal-pasar-murah');
    expect(after.texts('p', { class: 'corrected' })[0]).toMatch(
      /^Diperbarui \p{L}+, \d+ \p{L}+ \d{4}, .* WIB/u,
    );

    await warta.send('DELETE', `/api/articles/${correctedId}?reason=Jadwal%20batal`, '');
    const gone = await warta.get('/en/berita/jadwal-pasar-murah');
    expect(gone.status).toBe(410);
    const page = readPage(await gone.text());
    expect(page.texts('h1')).toEqual(['This article was withdrawn']);
    expect(page.texts('p', { class: 'corrected' })).toEqual(['Reason: Jadwal batal']);
    expect(page.attributes('a').map(({ href }) => href)).toContain('/en/kategori/kesehatan');
  });

  it('keeps question, order and filters together while it narrows a search, each with a way back', async () => {
    const page = await read('/en/cari?q=imunisasi&sort=newest&tag=posyandu&from=2025-11-01');
    expect(page.attributes('input', { id: 'q' })[0]?.['value']).toBe('imunisasi');
    const links = page.attributes('a').map(({ href }) => href);
    expect(links).toContain(
      '/en/cari?q=imunisasi&from=2025-11-01&tag=posyandu&sort=newest&category=kesehatan',
    );
    expect(links).toContain('/en/cari?q=imunisasi&from=2025-11-01&tag=posyandu&sort=newest&year=2025');
    expect(links).toContain('/en/cari?q=imunisasi&from=2025-11-01&sort=newest');
    expect(links).toContain('/en/cari?q=imunisasi&sort=newest');
    expect(links).toContain('/en/cari?q=imunisasi&from=2025-11-01&tag=posyandu');
    expect(page.texts('ul', { class: 'chips active' })[0]).toMatch(/Tag: posyandu\s+From 1 November 2025/);
    expect(page.texts('title')[0]).toContain('Search results: imunisasi (2 articles found)');
    expect(page.attributes('input', { type: 'date' }).map(({ value }) => value)).toEqual(['2025-11-01', '']);
    expect(page.attributes('input', { type: 'hidden' }).map(({ name }) => name)).toEqual([
      'q',
      'tag',
      'sort',
    ]);
    expect(page.texts('p', { role: 'status' })).toEqual(['2 articles found']);
    const ofYear = await read('/en/cari?q=imunisasi&year=2025');
    expect(ofYear.texts('ul', { class: 'chips active' })[0]?.trim()).toBe('Year: 2025');
    expect(ofYear.attributes('a', { 'aria-current': 'true' }).map(({ href }) => href)).toContain(
      '/en/cari?q=imunisasi',
    );
    expect(ofYear.attributes('input', { type: 'hidden' }).map(({ name }) => name)).toEqual(['q', 'year']);
  });

  it('helps where a search finds nothing', async () => {
    const page = await read('/cari?q=zzzz');
    expect(page.texts('p', { role: 'status' })).toEqual(['0 berita ditemukan']);
    const links = page.attributes('a').map(({ href }) => href);
    expect(links).toContain('/cari/bantuan');
    expect(links).toContain('/kategori/kesehatan');
  });

  it.each([
    ['/tidak-ada', 'Halaman tidak ditemukan', '/cari'],
    ['/en/tidak-ada', 'Page not found', '/en/cari'],
    ['/en/berita/tidak-ada', 'Page not found', '/en/cari'],
  ])('leads on from %s', async (path, heading, search) => {
    const response = await warta.get(path);
    expect(response.status).toBe(404);
    const page = readPage(await response.text());
    expect(page.texts('h1')).toEqual([heading]);
    expect(page.attributes('form').map(({ action }) => action)).toContain(search);
    expect(page.attributes('meta', { name: 'robots' })).toHaveLength(1);
  });

  it('has every feed in its directory, as an address to copy and for readers on the web', async () => {
    const page = await read('/langganan');
    const addresses = page.attributes('input', { type: 'url' }).map(({ value }) => value);
    expect(addresses).toContain(`${baseUrl}/feed.rss`);
    expect(addresses).toContain(`${baseUrl}/kategori/kesehatan/feed.rss`);
    for (const address of addresses)
      expect((await warta.get((address ?? '').replace(baseUrl, ''))).status).toBe(200);
    expect(page.attributes('a').map(({ href }) => href)).toContain(
      `https://feedly.com/i/subscription/feed%2F${encodeURIComponent(`${baseUrl}/feed.rss`)}`,
    );
    expect(page.attributes('a').map(({ href }) => href)).toContain('/tag/posyandu#langganan');
  });

  it('sends a wrong cursor back to the beginning, in the same language', async () => {
    for (const [path, beginning] of [
      ['/en/kategori/kesehatan?cursor=rusak', '/en/kategori/kesehatan'],
      ['/en/cari?q=imunisasi&sort=newest&cursor=rusak', '/en/cari?q=imunisasi&sort=newest'],
    ] as const) {
      expect((await warta.get(path)).headers.get('Location')).toBe(beginning);
    }
  });
});

describe('the page of a category that has ended', () => {
  it('says so, and offers no subscription that would never bring anything', async () => {
    const [first, ...others] = office.categories;
    const categories = [{ ...first, retiredOn: '2026-01-01' }, ...others] as const;
    const warta = await startService({ office: { ...office, categories } });
    const page = readPage(await (await warta.get(`/kategori/${first.slug}`)).text());
    await warta.stop();
    expect(page.texts('h2')).toContain('Kategori ini sudah ditutup');
    const feeds = page.attributes('a').filter(({ href }) => href?.includes('/feed.'));
    expect(feeds).toEqual([]);
    const found = page.attributes('link', { type: 'application/rss+xml' }).map(({ href }) => href);
    expect(found).toEqual([`${baseUrl}/feed.rss`]);
  });
});
