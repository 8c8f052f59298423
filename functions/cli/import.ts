import { Command } from 'commander';
import { toLine } from '../articles/characters.ts';
import type { Drafted } from '../importers/draft.ts';
import { fetchPage } from '../importers/fetch-page.ts';
import { draftPressPage } from '../importers/press-page/press-page-draft.ts';
import { type ImportResult, importPages } from '../importers/run.ts';
import { type RawPage, listSources } from '../importers/sources.ts';
import { findCategory } from '../office/settings.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import { createProgress } from './import-progress.ts';
import { writeReport } from './import-report.ts';
import { renderSummary } from './import-summary.ts';
import { findToken } from './token.ts';
import { createPublishingClient } from './publishing-client.ts';

/**
 * `warta import …`: other newsrooms' articles, through the publishing API. A wrong call, and a call for
 * help, is thrown as commander's `CommanderError` once it is written and the exit code is set.
 */
export function createImportCommand(context: CliContext): Command {
  const command = new Command('import')
    .description('bring articles in from elsewhere')
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .exitOverride((error) => {
      context.setExitCode(error.exitCode === 0 ? 0 : 2);
      throw error;
    });
  command
    .command('press-page')
    .description('import legacy press pages, text or HTML, from files, folders and addresses')
    .argument('<sources...>', 'FILE, DIR or URL')
    .option('--dry-run', 'show what would be imported and write nothing')
    .option('--to <url>', 'the service to write to', context.env.url || localService)
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--category <slug>', 'where the articles go', context.office.categories[0].slug)
    .option('--report <file>', 'write everything that was found and done to a JSON file')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run warta -- import press-page --dry-run arsip/2019/
  $ npm run warta -- import press-page --category pendidikan --report laporan.json arsip/
  $ npm run warta -- import press-page https://humas.sekarlangit.example/berita/120`,
    )
    .action((sources: string[], options: ImportOptions) => importPressPages(context, sources, options));
  return command;
}

type ImportOptions = {
  readonly dryRun?: boolean;
  readonly to: string;
  readonly token?: string;
  readonly category: string;
  readonly report?: string;
};

async function importPressPages(
  context: CliContext,
  names: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const { language, office, stderr, stdout } = context;
  const isDryRun = options.dryRun === true;
  const stop = (message: string): void => {
    stderr.write(`${message}\n`);
    context.setExitCode(2);
  };
  if (findCategory(office, options.category) === undefined) {
    const known = office.categories.map(({ slug }) => slug).join(', ');
    return stop(renderMessage('unknown-category', language, { slug: options.category, known }));
  }
  const address = URL.parse(options.to);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return stop(renderMessage('bad-service-address', language, { to: options.to }));
  }
  const token = isDryRun ? '' : await findToken(context, options.token, address);
  if (token === undefined) return stop(renderMessage('missing-token', language));

  const sources = await listSources((url) => fetchPage(context, url), names);
  const draft = (page: RawPage): Drafted =>
    draftPressPage(page, { ...office, category: options.category, now: context.now });
  const progress = isDryRun ? undefined : createProgress(context, sources.length);
  const client = createPublishingClient({ fetch: context.fetch, to: options.to, token });
  const result = await importPages(
    {
      draft: isDryRun ? (page) => showDraft(context, page, draft(page)) : draft,
      publish: isDryRun
        ? (drafts) => Promise.resolve({ ok: true, items: drafts.map(() => ({ result: 'not-sent' })) })
        : client.publishBatch,
      onProgress: progress?.show ?? (() => {}),
      signal: context.signal,
    },
    sources,
  );
  progress?.stop();

  stdout.write(renderSummary(result, language));
  context.setExitCode(exitCodeOf(result));
  if (result.failure !== undefined) {
    const { code, detail } = result.failure;
    stderr.write(`${renderMessage(code, language, { to: options.to, detail: toLine(detail) })}\n`);
  }
  if (result.isInterrupted) stderr.write(`${renderMessage('interrupted', language)}\n`);
  if (result.isInterrupted || result.failure !== undefined) {
    stderr.write(`${renderMessage('run-again', language)}\n`);
  }
  if (options.report === undefined) return;
  const about = { finishedAt: context.now(), to: isDryRun ? undefined : options.to, language };
  const written = await writeReport(options.report, result, about);
  if (!written.ok) {
    stop(renderMessage('report-not-written', language, { file: options.report, reason: written.reason }));
  }
}

/** What a dry run shows of a page. */
function showDraft({ stdout, language }: CliContext, page: RawPage, drafted: Drafted): Drafted {
  if (!drafted.ok) return drafted;
  const { title, publishedAt, place = '–', authors, category } = drafted.draft;
  const rows = [
    ['title', title],
    ['date', publishedAt],
    ['place', place],
    ['authors', authors.join(', ') || '–'],
    ['paragraphs', String(drafted.paragraphCount)],
    ['category', category],
  ] as const;
  const lines = rows.map(([name, value]) => `  ${renderMessage(name, language).padEnd(12)}${value}`);
  stdout.write(`${toLine(page.name)}\n${lines.join('\n')}\n\n`);
  return drafted;
}

function exitCodeOf({ outcomes, isInterrupted, failure }: ImportResult): number {
  if (failure !== undefined) return 2;
  if (isInterrupted) return 130;
  return outcomes.some((outcome) => outcome.result === 'refused') ? 1 : 0;
}

const localService = 'http://127.0.0.1:3000';
