import { type Context, Hono } from 'hono';
import { articleUrl } from '../../articles/article.ts';
import type { ArticleKey } from '../../articles/list-keys.ts';
import { monthOf, parsePeriod } from '../../articles/period.ts';
import { fromPosition } from '../../articles/position.ts';
import { maxNews, newsWindowMs, renderNewsSitemap } from '../../feeds/news-sitemap.ts';
import { maxSitemapAddresses } from '../../feeds/sitemap-document.ts';
import { renderSitemap, renderSitemapIndex } from '../../feeds/sitemap.ts';
import { zoneOffset } from '../../office/zone.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { categoryList, latestList, pageUrlOf } from '../news-list.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';

/** The sitemaps, made from the keys of the lists alone: one part a month, and one for the lists' own pages. */
export function sitemapRoutes({ office, articles, now }: Dependencies): Hono {
  const app = new Hono();
  const zone = zoneOffset(office.timeZone);

  app.get('/sitemap.xml', async (c) => {
    const months = new Map<string, string>();
    const today = now().toISOString();
    for await (const key of articles.allKeys()) {
      const { publishedAt } = fromPosition(key.position);
      if (publishedAt > today) continue;
      const path = monthOf(new Date(publishedAt), zone).path;
      months.set(path, later(months.get(path), modificationOf(key)));
    }
    const parts = [...months].map(([path, lastModifiedAt]) => ({
      url: `${office.baseUrl}/sitemap/${path.replace('/', '-')}.xml`,
      lastModifiedAt,
    }));
    return respondXml(c, renderSitemapIndex([{ url: `${office.baseUrl}/sitemap/daftar.xml` }, ...parts]));
  });

  app.get('/sitemap/daftar.xml', (c) => {
    const lists = [
      latestList(office),
      ...office.categories.map((category) => categoryList(office, category)),
    ];
    const urls = [...lists.map((list) => pageUrlOf(office, list)), `${office.baseUrl}/langganan`];
    return respondXml(c, renderSitemap(urls.map((url) => ({ url }))));
  });

  app.get('/sitemap/:part', async (c) => {
    const [, year, month] = /^(\d{4})-(\d\d)\.xml$/.exec(c.req.param('part')) ?? [];
    const period = parsePeriod(`${year}/${month}`, zone);
    if (period === undefined) return respondProblem(c, 'not-found');
    const { from, until } = period;
    const { keys } = await articles.listKeys({ from, until, limit: maxSitemapAddresses });
    if (keys.length === 0) return respondProblem(c, 'not-found');
    const entries = keys.map((key) => ({
      url: articleUrl(office.baseUrl, key.slug),
      lastModifiedAt: modificationOf(key),
    }));
    return respondXml(c, renderSitemap(entries));
  });

  app.get('/sitemap-news.xml', async (c) => {
    const from = new Date(now().getTime() - newsWindowMs).toISOString();
    const { keys } = await articles.listKeys({ from, limit: maxNews });
    const news = await articles.findMany(keys);
    return respondXml(c, renderNewsSitemap({ office, articles: news, now: now() }));
  });

  return app;

  function respondXml(c: Context, xml: string): Promise<Response> {
    const contentType = 'application/xml; charset=utf-8';
    const representation = { contentType, cacheControl: cachePolicy.discovery, render: () => xml };
    return respond(c, { ...representation, etag: digestOf(xml) }, { now: now() });
  }
}

/** The last change that a crawler should know of, as {@link modifiedAt} has it: an import is none. */
function modificationOf({ version, position, changedAt }: ArticleKey): string {
  return version > 1 ? changedAt : fromPosition(position).publishedAt;
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}
