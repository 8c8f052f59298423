import { lexiconSchema } from '../../search/lexicon/parse-lexicon.ts';
import { lexiconAnswer } from '../answers/lexicon-answer.ts';
import { reindexAnswer, reindexStateAnswer } from '../answers/reindex-answer.ts';
import { type OperationGroup, json } from './operation.ts';
import { ifMatch } from './writing.ts';

export const lexiconOperations: OperationGroup = {
  name: 'lexicon',
  title: { id: 'Kamus dan indeks', en: 'Lexicon and index' },
  operations: [
    {
      at: 'GET /api/lexicon',
      operationId: 'readLexicon',
      summary: { id: 'Membaca kamus', en: 'Reads synonyms, spellings and pinned answers' },
      key: 'write',
      answers: { 200: { description: 'The lexicon.', content: json(lexiconAnswer), headers: ['ETag'] } },
    },
    {
      at: 'PUT /api/lexicon',
      operationId: 'replaceLexicon',
      summary: { id: 'Mengganti kamus', en: 'Replaces them all' },
      headers: { 'If-Match': ifMatch },
      key: 'publish',
      body: { isRequired: true, content: json(lexiconSchema) },
      answers: { 200: { description: 'It was replaced.', content: json(lexiconAnswer), headers: ['ETag'] } },
      problems: ['invalid-lexicon', 'lexicon-changed', 'version-needed'],
    },
    {
      at: 'POST /api/reindex',
      operationId: 'reindex',
      summary: { id: 'Membangun ulang indeks', en: 'Builds the search index anew' },
      description: 'Searches are answered meanwhile. One that is at work is not begun again.',
      key: 'admin',
      answers: {
        202: { description: 'The work that was begun.', content: json(reindexAnswer), headers: ['Location'] },
      },
    },
    {
      at: 'GET /api/reindex',
      operationId: 'readReindex',
      summary: { id: 'Sejauh mana indeks dibangun ulang', en: 'How far that has come' },
      key: 'write',
      answers: { 200: { description: 'The last time.', content: json(reindexStateAnswer) } },
    },
  ],
};
