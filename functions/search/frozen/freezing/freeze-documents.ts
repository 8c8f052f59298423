import { type DocumentId, toDocumentId, toIdSource } from '../document-ids.ts';
import type { Metadata } from '../outline.ts';
import { createTermWriter } from '../terms/term-writer.ts';
import { type DocumentValues, readColumns } from './document-values.ts';
import { type FieldLog, type TokenRun, createFieldLog, sortField } from './field-log.ts';
import { writeSegment } from './segment-writer.ts';
import { createTokenNumbers } from './token-numbers.ts';

export type DocumentsInput = {
  readonly fields: readonly { readonly name: string; readonly hasPositions: boolean }[];
  /** In the order of their numbers, each of another id. They are asked for once, one at a time. */
  readonly documents: Iterable<DocumentText>;
  /** The terms of the index that a token stands for: always the same ones. */
  readonly termsOf: (token: string) => readonly string[];
  readonly documentValues?: DocumentValues;
  readonly metadata?: Metadata;
};

export type DocumentText = {
  readonly id: DocumentId;
  /** For each of the fields what is written there; undefined where the document does not have the field. */
  readonly fields: readonly (readonly TokenRun[] | undefined)[];
};

/**
 * Writes a segment of documents whose tokens are known: the same bytes as of `freezeIndex`, of a MiniSearch that
 * was given these tokens and terms, in a fraction of the time. Of the terms of a token the one that is the token
 * itself has its place, where the field has positions; the others have none.
 */
export function freezeDocuments(input: DocumentsInput): Uint8Array<ArrayBuffer> {
  const ids: DocumentId[] = [];
  const tokens = createTokenNumbers(input.termsOf);
  const logs = input.fields.map(({ hasPositions }) => createFieldLog(tokens.numberOf, hasPositions));
  for (const { id, fields } of input.documents) {
    ids.push(toDocumentId(id));
    for (const [field, log] of logs.entries()) log.add(fields[field]);
  }
  if (new Set(ids).size < ids.length) throw new Error('two documents share an id');
  return writeSegment({
    ids: toIdSource(ids),
    fields: input.fields.map(({ name, hasPositions }, field) => ({
      name,
      lengths: logs[field]?.lengths() ?? new Uint32Array(),
      hasPositions,
    })),
    terms: writeTerms(tokens.terms, logs),
    stored: () => '',
    metadata: input.metadata ?? {},
    ...readColumns(ids, input.documentValues ?? {}),
  });
}

function writeTerms(terms: readonly string[], logs: readonly FieldLog[]) {
  const fields = logs.map((log) => sortField(log, terms));
  const writer = createTermWriter();
  const numbers = new Map(terms.map((term, number) => [term, number]));
  // Without a comparison of its own, `sort` goes by code units.
  for (const term of terms.toSorted()) {
    const number = numbers.get(term) ?? 0;
    writer.add(
      term,
      fields.map((listOf) => listOf(number)),
    );
  }
  return writer.finish();
}
