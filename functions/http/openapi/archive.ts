import * as v from 'valibot';
import type { Office } from '../../office/settings.ts';
import { feedParameters } from '../parameters.ts';
import { feedAnswers, feedHeaders } from './feed-answers.ts';
import type { OperationGroup } from './operation.ts';
import { categoryParameter, pathParameters } from './path-parameters.ts';
import type { Schemas } from './schemas.ts';

export function archiveOperations(office: Office, schemas: Schemas): OperationGroup {
  const { year, month, day, after, format } = pathParameters;
  const dayOrAfter = v.union([day, after]);
  const category = categoryParameter(office);
  const archive = {
    description: 'What is not over yet is 404: its articles are in the subscription.',
    query: feedParameters,
    headers: feedHeaders,
    answers: feedAnswers(schemas, 'The articles of a closed part, linked to the parts around it (RFC 5005).'),
    isConditional: true,
  } as const;
  return {
    name: 'archive',
    title: { id: 'Arsip', en: 'Archive' },
    operations: [
      {
        at: 'GET /arsip/{year}/{month}/feed.{format}',
        operationId: 'archiveOfMonth',
        summary: { id: 'Semua berita satu bulan', en: 'A month of all articles' },
        path: { year, month, format },
        ...archive,
      },
      {
        at: 'GET /arsip/{year}/{month}/{part}/feed.{format}',
        operationId: 'archiveOfDay',
        summary: { id: 'Semua berita satu hari', en: 'A day of all articles, or more of a month' },
        path: { year, month, part: dayOrAfter, format },
        ...archive,
      },
      {
        at: 'GET /arsip/{year}/{month}/{day}/{after}/feed.{format}',
        operationId: 'moreOfDay',
        summary: { id: 'Sambungan satu hari', en: 'More of a day' },
        path: { year, month, day, after, format },
        ...archive,
      },
      {
        at: 'GET /kategori/{category}/arsip/{year}/{month}/feed.{format}',
        operationId: 'archiveOfMonthInCategory',
        summary: { id: 'Satu bulan dari satu kategori', en: 'A month of a category' },
        path: { category, year, month, format },
        ...archive,
      },
      {
        at: 'GET /kategori/{category}/arsip/{year}/{month}/{part}/feed.{format}',
        operationId: 'archiveOfDayInCategory',
        summary: { id: 'Satu hari dari satu kategori', en: 'A day of a category, or more of a month' },
        path: { category, year, month, part: dayOrAfter, format },
        ...archive,
      },
      {
        at: 'GET /kategori/{category}/arsip/{year}/{month}/{day}/{after}/feed.{format}',
        operationId: 'moreOfDayInCategory',
        summary: { id: 'Sambungan satu hari dari satu kategori', en: 'More of a day of a category' },
        path: { category, year, month, day, after, format },
        ...archive,
      },
    ],
  };
}
