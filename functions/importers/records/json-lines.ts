import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ArticleSource, Drafted, ImportItem } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import { type RecordOptions, draftRecord } from './record-draft.ts';
import { toFileProblem } from '../file-problem.ts';
import { readLines } from './lines.ts';

/** The articles of JSON Lines files, one object a line; of any length, read as they come. */
export function createJsonLinesSource(files: readonly string[], options: RecordOptions): ArticleSource {
  let read = 0;
  let total = 0;
  async function* items(): AsyncGenerator<ImportItem> {
    for (const file of files) total += (await stat(file).catch(() => ({ size: 0 }))).size;
    for (const file of files) {
      try {
        for await (const { text, number, bytes, isTooLong } of readLines(createReadStream(file))) {
          read += bytes;
          const name = `${file}:${number}`;
          if (isTooLong) yield { name, ok: false, problems: [{ code: 'article-too-large', values: {} }] };
          else if (text.trim() !== '') yield { name, ...draftLine(text, number, options) };
        }
      } catch (error) {
        yield { name: file, ok: false, problems: [toFileProblem(error)] };
      }
    }
  }
  return { items: items(), progress: () => (total === 0 ? undefined : Math.min(1, read / total)) };
}

function draftLine(text: string, line: number, options: RecordOptions): Drafted {
  const value = parseJson(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { ok: false, problems: [{ code: 'not-json', line, values: {} }] };
  }
  return draftOrReason(() => draftRecord({ ...value }, line, options));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
