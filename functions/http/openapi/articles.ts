import type { Office } from '../../office/settings.ts';
import { articlesAnswer } from '../answers/article-answer.ts';
import { articleListParameters } from '../routes/articles.ts';
import { type OperationGroup, json } from './operation.ts';
import { pathParameters } from './path-parameters.ts';
import type { Schemas } from './schemas.ts';

export function articleOperations(office: Office, schemas: Schemas): OperationGroup {
  return {
    name: 'articles',
    title: { id: 'Berita', en: 'Articles' },
    operations: [
      {
        at: 'GET /api/articles',
        operationId: 'listArticles',
        summary: { id: 'Daftar berita, yang terbaru dahulu', en: 'Lists articles, newest first' },
        description: 'Without their bodies.',
        query: articleListParameters(office),
        answers: { 200: { description: 'A page of the list.', content: json(articlesAnswer) } },
        isConditional: true,
        problems: ['no-index'],
      },
      {
        at: 'GET /api/articles/{id}',
        operationId: 'readArticle',
        summary: { id: 'Satu berita, lengkap', en: 'Reads one article whole' },
        description: 'With a key also a draft, and what is under embargo. The ETag is what `If-Match` takes.',
        path: { id: pathParameters.id },
        key: 'optional',
        answers: { 200: { description: 'The article.', content: json(schemas.Article) } },
        isConditional: true,
        problems: ['withdrawn'],
      },
    ],
  };
}
