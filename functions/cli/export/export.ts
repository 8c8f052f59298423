import { Command, Option } from 'commander';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Office } from '../../office/settings.ts';
import { formatCount, renderMessage } from '../import-messages.ts';
import type { CliContext } from '../context.ts';
import { endHelp } from '../help-ending.ts';
import { findToken } from '../token.ts';
import { renderCsv } from './csv.ts';
import { renderJsonLines } from './json-lines.ts';
import { ExportFailure, type ExportedArticle, readEverything } from './read-everything.ts';
import { renderWxr } from './wxr.ts';

type ExportOptions = {
  readonly format: 'jsonl' | 'csv' | 'wxr';
  readonly to?: string;
  readonly from: string;
  readonly token?: string;
};

/**
 * `warta export`: everything that the service has, drafts and withdrawn articles included, one after the
 * other. What it writes can be imported again, and gives the same articles with their ids, versions and addresses.
 */
export function createExportCommand(context: CliContext): Command {
  const command = new Command('export')
    .description('write all articles to a file, as JSON Lines, CSV or WXR')
    .addOption(
      new Option('--format <format>', 'how to write').choices(['jsonl', 'csv', 'wxr']).default('jsonl'),
    )
    .option('--to <file>', 'where to write (the standard output)')
    .option('--from <url>', 'the service to read', context.env.url || 'http://127.0.0.1:3000')
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)');
  return endHelp(
    command,
    context,
    [
      'export --to warta.jsonl',
      'export --format csv --to warta.csv',
      'import jsonl --to https://baru.example warta.jsonl',
    ],
    { 0: 'all written', 2: 'wrong usage, no service or no room', 130: 'interrupted' },
  ).action((options: ExportOptions) => runExport(context, options));
}

async function runExport(context: CliContext, options: ExportOptions): Promise<void> {
  const { language, stderr, office, fetch, signal } = context;
  const stop = (message: string): void => {
    stderr.write(`${message}\n`);
    context.setExitCode(2);
  };
  const address = URL.parse(options.from);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return stop(renderMessage('bad-service-address', language, { to: options.from }));
  }
  const token = await findToken(context, options.token, address);
  if (token === undefined) return stop(renderMessage('missing-token', language));

  let count = 0;
  const articles = countArticles(readEverything({ fetch, to: options.from, token }, signal), () => count++);
  const text = renderers[options.format](articles, office);
  // A file that is whole, or none: what was there stays until then.
  const unfinished = options.to === undefined ? undefined : `${options.to}.part`;
  const target = unfinished === undefined ? context.stdout : createWriteStream(unfinished);
  try {
    await pipeline(Readable.from(text), target, { end: unfinished !== undefined });
    if (unfinished !== undefined && options.to !== undefined) await rename(unfinished, options.to);
    stderr.write(`${renderMessage('exported', language, { count: formatCount(count, language) })}\n`);
    context.setExitCode(0);
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { force: true });
    if (signal.aborted) {
      stderr.write(`${renderMessage('interrupted', language)}\n`);
      return context.setExitCode(130);
    }
    if (error instanceof ExportFailure) {
      const { code, detail } = error.failure;
      return stop(renderMessage(code, language, { to: options.from, detail }));
    }
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    stop(renderMessage('file-not-written', language, { file: options.to ?? '-', reason }));
  }
}

async function* countArticles(
  articles: AsyncIterable<ExportedArticle>,
  onArticle: () => void,
): AsyncGenerator<ExportedArticle> {
  for await (const article of articles) {
    yield article;
    onArticle();
  }
}

const renderers: Readonly<
  Record<
    ExportOptions['format'],
    (articles: AsyncIterable<ExportedArticle>, office: Office) => AsyncIterable<string>
  >
> = { jsonl: renderJsonLines, csv: renderCsv, wxr: renderWxr };
