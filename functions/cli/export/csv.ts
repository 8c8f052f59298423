import { stringify } from 'csv-stringify/sync';
import { htmlToText } from '../../articles/html.ts';
import { type Office } from '../../office/settings.ts';
import { articleUrl } from '../../articles/article.ts';
import type { ExportedArticle } from './read-everything.ts';

/**
 * A table for people, with a column that holds each article whole for an import. A cell never begins as a
 * formula: spreadsheets run those.
 */
export async function* renderCsv(
  articles: AsyncIterable<ExportedArticle>,
  office: Office,
): AsyncGenerator<string> {
  const write = (row: readonly string[]) =>
    stringify([[...row]], { escape_formulas: true, record_delimiter: '\r\n' });
  yield `\uFEFF${write(columns)}`;
  for await (const { article, submittedDigest = '' } of articles) {
    const { id, status, title, publishedAt, category, slug } = article;
    yield write([
      id,
      status,
      title,
      publishedAt,
      category,
      article.tags.join('; '),
      article.authors.join('; '),
      article.place ?? '',
      articleUrl(office.baseUrl, slug),
      article.source?.url ?? '',
      htmlToText(article.bodyHtml),
      submittedDigest,
      JSON.stringify(article),
    ]);
  }
}

const columns = [
  'id',
  'status',
  'title',
  'publishedAt',
  'category',
  'tags',
  'authors',
  'place',
  'url',
  'sourceUrl',
  'text',
  'submittedDigest',
  'article',
];
