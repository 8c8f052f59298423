import { describe, expect, it } from 'vitest';
import { checkFeeds } from '../../../functions/doctor/check-feeds.ts';
import { discoverFeeds } from '../../../functions/doctor/discover-feeds.ts';
import { parseLinks } from '../../../functions/doctor/link-header.ts';
import { fetchedAt, goodDocuments } from './good-documents.ts';
import { type Site, addresses, fetchFrom, goodHoldings, goodSite, hold, origin } from './good-site.ts';

const page = `<!doctype html><html><head>
<link rel="alternate" type="application/rss+xml" href="/feed.rss">
<link rel="Alternate home" type="application/atom+xml; charset=utf-8" href="feed.atom">
<link rel="alternate" type="application/feed+json" href="https://kabar.example/feed.json">
<link rel="alternate" type="application/rss+xml" href="/feed.rss">
<link rel="alternate" hreflang="en" href="/en/">
<link rel="stylesheet" type="text/css" href="/gaya.css">
</head><body>`;

function examine(site: Site, ...urls: string[]) {
  const { signal } = new AbortController();
  const asked: string[] = [];
  const onQuestion = ({ url }: { readonly url: string }) => asked.push(url);
  const dependencies = { fetch: fetchFrom(site), now: () => fetchedAt, signal, onQuestion };
  return checkFeeds(dependencies, urls).then((reports) => ({ reports, asked }));
}

describe('the feeds of a page', () => {
  it('are those that its head names, each once', () => {
    expect(discoverFeeds(page, `${origin}/`).map(({ url }) => url)).toEqual(Object.values(addresses));
  });

  it('are resolved against the base of the page', () => {
    const based = page.replace('<head>', '<head><base href="/warta/">');
    expect(discoverFeeds(based, `${origin}/`)[1]?.url).toBe(`${origin}/warta/feed.atom`);
  });

  it('are all examined', async () => {
    const { reports } = await examine(
      goodSite({ ...goodHoldings, '/': hold('text/html', page) }),
      `${origin}/`,
    );
    expect(reports.map(({ url, format, findings }) => [url, format, findings])).toEqual([
      [addresses.rss, 'rss', []],
      [addresses.atom, 'atom', []],
      [addresses.json, 'json', []],
    ]);
  });

  it('are examined once, however often they are named', async () => {
    const { reports } = await examine(goodSite(), addresses.rss, addresses.rss, `${addresses.rss}#atas`);
    expect(reports).toHaveLength(1);
  });

  it('are not sought on a page that was named as a feed', async () => {
    const site = goodSite({ '/': hold('text/html', page), '/feed.rss': hold('text/html', page) });
    const { reports } = await examine(site, `${origin}/`);
    expect(reports[0]?.findings.map(({ code }) => code)).toEqual(['not-a-feed']);
  });
});

describe('the ids of one article', () => {
  const other = goodDocuments.atom.replace('2026:artikel/7', '2026:berita/7');

  it('are compared over all feeds of the round', async () => {
    const site = goodSite({ ...goodHoldings, '/feed.atom': hold('application/atom+xml', other) });
    const { reports } = await examine(site, ...Object.values(addresses));
    expect(reports.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      [],
      ['ids-differ'],
      ['ids-differ'],
    ]);
    expect(reports[1]?.findings[0]?.values).toEqual({
      other: addresses.rss,
      count: '1',
      example: `${origin}/berita/7`,
      id: 'tag:kabar.example,2026:berita/7',
      otherId: 'tag:kabar.example,2026:artikel/7',
    });
  });

  it('are compared with a feed that is only named in a Link header, which is asked for once', async () => {
    const holdings = { ...goodHoldings, '/feed.atom': hold('application/atom+xml', other) };
    const site: Site = async (request) => {
      const answer = await goodSite(holdings)(request);
      answer.headers.append('Link', '</feed.atom>; rel="alternate"; type="application/atom+xml"');
      return answer;
    };
    const { reports, asked } = await examine(site, addresses.rss);
    expect(reports[0]?.findings.map(({ code }) => code)).toEqual(['ids-differ']);
    expect(asked.filter((url) => url === addresses.atom)).toHaveLength(1);
  });

  it('say nothing where several articles share one address', async () => {
    const item = /<item>.*<\/item>/s.exec(goodDocuments.rss)?.[0] ?? '';
    const shared = goodDocuments.rss.replace(item, item + item.replace('artikel/7', 'artikel/8'));
    const site = goodSite({ ...goodHoldings, '/feed.rss': hold('application/rss+xml', shared) });
    const { reports } = await examine(site, addresses.rss, addresses.json);
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });
});

describe('a Link header', () => {
  it('is read with its commas, quotes and several relations', () => {
    expect(
      parseLinks('<a,b>; rel="self next"; title="x, y", </c>; type=text/html; rel=hub', `${origin}/`),
    ).toEqual([
      { url: `${origin}/a,b`, rels: ['self', 'next'], type: '' },
      { url: `${origin}/c`, rels: ['hub'], type: 'text/html' },
    ]);
  });
});

describe('an interrupted round', () => {
  it('ends with the feeds that were examined whole', async () => {
    const interrupt = new AbortController();
    const site: Site = (request) => {
      if (request.url === addresses.atom) interrupt.abort();
      return goodSite()(request);
    };
    const reports = await checkFeeds(
      { fetch: fetchFrom(site), now: () => fetchedAt, signal: interrupt.signal },
      Object.values(addresses),
    );
    expect(reports.map(({ url }) => url)).toEqual([addresses.rss]);
  });
});
