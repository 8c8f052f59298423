import type { Office } from '../../office/settings.ts';
import { openSearchSuggestions, suggestAnswer } from '../answers/search-answer.ts';
import { suggestParameters } from '../routes/search.ts';
import { searchParameters } from '../search-request.ts';
import { type OperationGroup, json } from './operation.ts';
import type { Schemas } from './schemas.ts';

export function searchOperations(office: Office, schemas: Schemas): OperationGroup {
  return {
    name: 'search',
    title: { id: 'Pencarian', en: 'Search' },
    operations: [
      {
        at: 'GET /api/search',
        operationId: 'search',
        summary: { id: 'Mencari berita', en: 'Searches the articles' },
        description: 'Filters are joined by AND. An empty question matches everything, newest first.',
        query: searchParameters(office),
        answers: { 200: { description: 'A page of what was found.', content: json(schemas.SearchAnswer) } },
        isConditional: true,
        problems: ['no-index'],
      },
      {
        at: 'GET /api/suggest',
        operationId: 'suggest',
        summary: { id: 'Pelengkap kata yang sedang diketik', en: 'Completes what is being typed' },
        query: suggestParameters,
        answers: {
          200: {
            description: 'The completions, the best first.',
            content: {
              ...json(suggestAnswer),
              'application/x-suggestions+json': openSearchSuggestions,
            },
          },
        },
        isConditional: true,
        problems: ['no-index'],
      },
    ],
  };
}
