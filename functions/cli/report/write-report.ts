import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { renderHtmlReport } from './html-report.ts';
import { renderJsonReport } from './json-report.ts';
import type { ReportContent } from './report-content.ts';

/** Writes a report as HTML where the file is called so, else as JSON, one outcome after the other. */
export async function writeReport(
  file: string,
  content: ReportContent,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }> {
  const render = /\.html?$/i.test(file) ? renderHtmlReport : renderJsonReport;
  try {
    await pipeline(render(content), createWriteStream(file));
    return { ok: true };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, reason };
  }
}
