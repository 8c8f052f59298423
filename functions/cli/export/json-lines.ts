import type { ExportedArticle } from './read-everything.ts';

/** One article a line, whole. */
export async function* renderJsonLines(articles: AsyncIterable<ExportedArticle>): AsyncGenerator<string> {
  for await (const article of articles) yield `${JSON.stringify(article)}\n`;
}
