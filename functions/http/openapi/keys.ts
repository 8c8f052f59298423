import * as v from 'valibot';
import type { Office } from '../../office/settings.ts';
import { auditAnswer } from '../answers/audit-answer.ts';
import { keyAnswer, keysAnswer, madeKeyAnswer } from '../answers/key-answer.ts';
import { auditParameters } from '../routes/audit.ts';
import { keyRequest } from '../routes/keys.ts';
import { type OperationGroup, json } from './operation.ts';

export function keyOperations(office: Office): OperationGroup {
  return {
    name: 'keys',
    title: { id: 'Kunci dan catatan', en: 'Keys and the audit log' },
    operations: [
      {
        at: 'GET /api/keys',
        operationId: 'listKeys',
        summary: { id: 'Semua kunci redaksi', en: 'Lists the keys of the newsroom' },
        key: 'admin',
        answers: { 200: { description: 'Without their secrets.', content: json(keysAnswer) } },
      },
      {
        at: 'POST /api/keys',
        operationId: 'createKey',
        summary: { id: 'Membuat satu kunci', en: 'Makes a key' },
        key: 'admin',
        body: { isRequired: true, content: json(keyRequest) },
        answers: { 201: { description: 'The key, with its secret.', content: json(madeKeyAnswer) } },
        problems: ['invalid-parameters'],
      },
      {
        at: 'DELETE /api/keys/{id}',
        operationId: 'revokeKey',
        summary: { id: 'Mencabut satu kunci', en: 'Revokes a key' },
        path: { id: v.string() },
        key: 'admin',
        answers: { 200: { description: 'It was revoked.', content: json(keyAnswer) } },
      },
      {
        at: 'GET /api/audit',
        operationId: 'readAuditLog',
        summary: { id: 'Siapa melakukan apa', en: 'Who did what, and when' },
        query: auditParameters(office),
        key: 'admin',
        answers: { 200: { description: 'Newest first.', content: json(auditAnswer) } },
      },
    ],
  };
}
