import { type Article, absoluteBodyHtml, articleUrl, tagUri } from '../../articles/article.ts';
import { escapeText } from '../../importers/press-page/line.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import type { ExportedArticle } from './read-everything.ts';

/**
 * WordPress's own format (WXR 1.2), which WordPress and those who left it read. Each post carries its
 * article whole beside, for an import into another Warta.
 */
export async function* renderWxr(
  articles: AsyncIterable<ExportedArticle>,
  office: Office,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}>\n<channel>\n`;
  yield [
    element('title', office.name),
    element('link', office.baseUrl),
    element('language', office.language),
    element('wp:wxr_version', '1.2'),
    element('wp:base_site_url', office.baseUrl),
    element('wp:base_blog_url', office.baseUrl),
    ...office.categories.map(
      ({ slug, name }) =>
        `<wp:category>${element('wp:category_nicename', slug)}${element('wp:cat_name', name)}</wp:category>\n`,
    ),
  ].join('');
  let number = 0;
  for await (const { article, submittedDigest } of articles) {
    number++;
    yield renderItem(article, submittedDigest, number, office);
  }
  yield '</channel>\n</rss>\n';
}

function renderItem(article: Article, digest: string | undefined, number: number, office: Office): string {
  const { title, slug, publishedAt, category, status } = article;
  const published = new Date(publishedAt);
  const [utc, local] = [published.toISOString().slice(0, 19), publishedAt.slice(0, 19)].map((text) =>
    text.replace('T', ' '),
  );
  const term = (domain: string, nicename: string, name: string) =>
    `<category domain="${domain}" nicename="${escapeText(nicename)}">${escapeText(name)}</category>\n`;
  return [
    '<item>\n',
    element('title', title),
    element('link', articleUrl(office.baseUrl, slug)),
    element('pubDate', published.toUTCString()),
    element('dc:creator', article.authors[0] ?? office.publisher),
    `<guid isPermaLink="false">${escapeText(tagUri(office.tagAuthority, article.id))}</guid>\n`,
    element('content:encoded', absoluteBodyHtml(office.baseUrl, article.bodyHtml)),
    element('excerpt:encoded', article.summary),
    element('wp:post_id', String(number)),
    element('wp:post_date', local ?? ''),
    element('wp:post_date_gmt', utc ?? ''),
    element('wp:post_name', slug),
    element('wp:status', states[status]),
    element('wp:post_type', 'post'),
    term('category', category, findCategory(office, category)?.name ?? category),
    ...article.tags.map((tag) => term('post_tag', tag, tag)),
    meta('_warta_article', JSON.stringify(article)),
    ...(digest === undefined ? [] : [meta('_warta_digest', digest)]),
    '</item>\n',
  ].join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>\n`;
}

function meta(key: string, value: string): string {
  return `<wp:postmeta>${element('wp:meta_key', key)}${element('wp:meta_value', value)}</wp:postmeta>\n`;
}

/** What was withdrawn must not come back to life elsewhere. */
const states = { draft: 'draft', published: 'publish', withdrawn: 'private' } as const;
const namespaces =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"';
