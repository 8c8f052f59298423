import { readersAnswer, searchesAnswer } from '../answers/statistics-answers.ts';
import { readersParameters } from '../routes/readers.ts';
import { searchCountParameters } from '../routes/searches.ts';
import { type OperationGroup, json } from './operation.ts';

export const statisticsOperations: OperationGroup = {
  name: 'statistics',
  title: { id: 'Angka untuk redaksi', en: 'Figures for the office' },
  operations: [
    {
      at: 'GET /api/readers',
      operationId: 'countReaders',
      summary: { id: 'Pelanggan menurut pembaca feed', en: 'How many read which feed' },
      description: 'As aggregators report it. No address and no other trace of a reader is kept.',
      query: readersParameters,
      key: 'write',
      answers: { 200: { description: 'The newest day first.', content: json(readersAnswer) } },
    },
    {
      at: 'GET /api/searches',
      operationId: 'countSearches',
      summary: { id: 'Yang dicari dan tidak ditemukan', en: 'What was sought and not found' },
      query: searchCountParameters,
      key: 'write',
      answers: { 200: { description: 'The commonest first.', content: json(searchesAnswer) } },
    },
  ],
};
