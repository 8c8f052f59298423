import type { Office } from '../../office/settings.ts';
import { feedParameters } from '../parameters.ts';
import { feedSearchParameters } from '../search-request.ts';
import { feedAnswers, feedHeaders } from './feed-answers.ts';
import type { Operation, OperationGroup } from './operation.ts';
import { categoryParameter, pathParameters } from './path-parameters.ts';
import type { Schemas } from './schemas.ts';

export function feedOperations(office: Office, schemas: Schemas): OperationGroup {
  const { format, slug } = pathParameters;
  const feed = {
    path: { format },
    query: feedParameters,
    headers: feedHeaders,
    answers: feedAnswers(schemas, 'At least the 30 newest articles of the list, and all of today.'),
    isConditional: true,
  } as const;
  const redirected = {
    301: { description: 'The one address of this list.', headers: ['Location'] },
  } as const;
  const labelled = {
    ...feed,
    description: 'In whatever letters the name is written: the one address of the list is in its slug.',
    path: { slug, format },
    answers: { ...feed.answers, ...redirected },
    problems: ['no-index'],
  } as const;
  return {
    name: 'feeds',
    title: { id: 'Langganan', en: 'Feeds' },
    operations: [
      {
        at: 'GET /feed.{format}',
        operationId: 'feedOfLatest',
        summary: { id: 'Langganan berita terbaru', en: 'The latest articles as a feed' },
        ...feed,
      },
      {
        at: 'GET /kategori/{category}/feed.{format}',
        operationId: 'feedOfCategory',
        summary: { id: 'Langganan satu kategori', en: 'A category as a feed' },
        description: 'One that was retired says so for 90 days, and is gone (410) after that.',
        ...feed,
        path: { category: categoryParameter(office), format },
        problems: ['list-ended'],
      },
      {
        at: 'GET /tag/{slug}/feed.{format}',
        operationId: 'feedOfTag',
        summary: { id: 'Langganan satu tag', en: 'A tag as a feed' },
        ...labelled,
      },
      {
        at: 'GET /penulis/{slug}/feed.{format}',
        operationId: 'feedOfAuthor',
        summary: { id: 'Langganan satu penulis', en: 'An author as a feed' },
        ...labelled,
      },
      {
        at: 'GET /tempat/{slug}/feed.{format}',
        operationId: 'feedOfPlace',
        summary: { id: 'Langganan satu tempat', en: 'A place as a feed' },
        ...labelled,
      },
      feedOfSearch(),
    ],
  };

  function feedOfSearch(): Operation {
    return {
      at: 'GET /cari/feed.{format}',
      operationId: 'feedOfSearch',
      summary: { id: 'Langganan satu pencarian', en: 'A search as a feed' },
      description: 'Newest first, and exact and inflected forms only.',
      ...feed,
      query: feedSearchParameters(office),
      answers: { ...feed.answers, ...redirected },
      problems: ['no-index'],
    };
  }
}
