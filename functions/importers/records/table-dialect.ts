import { parse } from 'csv-parse/sync';
import { open } from 'node:fs/promises';
import type { ImportProblem } from '../messages.ts';

export type TableDialect = { readonly delimiter: string; readonly encoding: string };

/**
 * How a table is written. Spreadsheets part columns with a semicolon where the comma is for decimals, as in
 * Indonesia, and some write windows-1252: the one that parts the first rows into the same number of columns,
 * the most of them, is the one.
 */
export async function sniffTable(
  file: string,
): Promise<
  | { readonly ok: true; readonly dialect: TableDialect }
  | { readonly ok: false; readonly problem: ImportProblem }
> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample.length >= 2 && sample[0] === 0xff && sample[1] === 0xfe) {
      return sniffText(new TextDecoder('utf-16le').decode(sample), 'utf-16le');
    }
    if (sample.includes(0)) return { ok: false, problem: { code: 'not-text', values: {} } };
    const encoding = isUtf8(sample) ? 'utf-8' : 'windows-1252';
    return sniffText(new TextDecoder(encoding).decode(sample), encoding);
  } finally {
    await handle.close();
  }
}

function sniffText(sample: string, encoding: string): Awaited<ReturnType<typeof sniffTable>> {
  const ranked = delimiters
    .map((delimiter) => ({ delimiter, columns: countColumns(sample, delimiter) }))
    .sort((a, b) => b.columns - a.columns);
  return { ok: true, dialect: { delimiter: ranked[0]?.delimiter ?? ',', encoding } };
}

/** The columns of the first row, as far as the rows below agree with it. */
function countColumns(sample: string, delimiter: string): number {
  try {
    const rows: string[][] = parse(sample, {
      delimiter,
      bom: true,
      to: sampleRows,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const columns = rows[0]?.length ?? 0;
    const agreeing = rows.filter((row) => row.length === columns).length;
    return columns * (agreeing / Math.max(1, rows.length));
  } catch {
    // The sample may end inside of quotes: the first row alone decides then.
    return (sample.split('\n', 1)[0] ?? '').split(delimiter).length;
  }
}

/** A character may be cut at the end of the sample. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const delimiters = [',', ';', '\t', '|'];
const sampleBytes = 64_000;
const sampleRows = 20;
