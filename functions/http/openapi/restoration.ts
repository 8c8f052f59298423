import { exportAnswer } from '../answers/export-answer.ts';
import { exportParameters } from '../routes/restoration.ts';
import { type OperationGroup, json } from './operation.ts';
import type { Schemas } from './schemas.ts';
import { batchOf } from './writing.ts';

export function restorationOperations({ StoredSubmission, Outcomes }: Schemas): OperationGroup {
  return {
    name: 'restoration',
    title: { id: 'Ekspor dan impor', en: 'Export and import' },
    operations: [
      {
        at: 'GET /api/export/articles',
        operationId: 'exportArticles',
        summary: { id: 'Semua berita seperti tersimpan', en: 'Gives out everything as it is kept' },
        description: 'Drafts and withdrawn articles included.',
        query: exportParameters,
        key: 'admin',
        answers: { 200: { description: 'Some of all articles.', content: json(exportAnswer) } },
      },
      {
        at: 'PUT /api/import/articles',
        operationId: 'importArticles',
        summary: { id: 'Memasukkan kembali hasil ekspor', en: 'Takes back what was exported' },
        description: 'Each keeps its id, version and addresses.',
        key: 'admin',
        body: batchOf(StoredSubmission),
        answers: { 200: { description: 'What became of each, in order.', content: json(Outcomes) } },
      },
    ],
  };
}
