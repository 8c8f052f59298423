import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ArticleSource, ImportItem } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import { toFileProblem } from '../file-problem.ts';
import { type RecordOptions, draftRecord } from './record-draft.ts';
import { fieldOf } from './record-fields.ts';
import { type TableDialect, sniffTable } from './table-dialect.ts';

/** The articles of tables (CSV), one a row below the row that names the columns; of any length. */
export function createTableSource(files: readonly string[], options: RecordOptions): ArticleSource {
  let read = 0;
  let total = 0;
  async function* items(): AsyncGenerator<ImportItem> {
    for (const file of files) total += (await stat(file).catch(() => ({ size: 0 }))).size;
    for (const file of files) {
      try {
        const dialect = await sniffTable(file);
        if (dialect.ok) yield* readTable(file, dialect.dialect);
        else yield { name: file, ok: false, problems: [dialect.problem] };
      } catch (error) {
        yield { name: file, ok: false, problems: [toTableProblem(error)] };
      }
    }
  }

  async function* readTable(file: string, { delimiter, encoding }: TableDialect): AsyncGenerator<ImportItem> {
    const parser = Readable.from(decode(file, encoding)).pipe(
      parse({
        delimiter,
        bom: true,
        info: true,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: maxRecordCharacters,
      }),
    );
    let columns: readonly string[] | undefined;
    let line = 1;
    for await (const parsed of parser) {
      const { record, info }: { record: string[]; info: { lines: number } } = parsed;
      if (columns === undefined) {
        columns = record.map((name) => name.trim());
        const fields = new Set(columns.map((name) => fieldOf(name, options.columns ?? {})));
        const isExport = columns.includes('article');
        const missing = (['title', 'bodyHtml', 'publishedAt'] as const).filter((field) => !fields.has(field));
        if (!isExport && missing.length > 0) {
          const values = { missing: missing.join(', '), columns: columns.join(', ').slice(0, 300) };
          yield { name: file, ok: false, problems: [{ code: 'missing-columns', line: 1, values }] };
          return;
        }
      } else {
        const row = line;
        const fields = Object.fromEntries(columns.map((name, at) => [name, record[at] ?? '']));
        yield { name: `${file}:${line}`, ...draftOrReason(() => draftRecord(fields, row, options)) };
      }
      line = info.lines + 1;
    }
  }

  async function* decode(file: string, encoding: string): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of createReadStream(file)) {
      const bytes: Uint8Array = chunk;
      read += bytes.length;
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  }

  return { items: items(), progress: () => (total === 0 ? undefined : Math.min(1, read / total)) };
}

function toTableProblem(error: unknown) {
  const isTable = error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
  if (!isTable) return toFileProblem(error);
  return { code: 'bad-table' as const, values: { reason: error.message.slice(0, 200) } };
}

const maxRecordCharacters = 5_000_000;
