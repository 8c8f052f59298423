import { Command } from 'commander';
import { checkFeeds } from '../doctor/check-feeds.ts';
import type { FeedReport } from '../doctor/examine.ts';
import { severityOf } from '../doctor/render-finding.ts';
import { renderProgress, renderReport, say } from '../doctor/render-report.ts';
import { renderReportsJson } from '../doctor/report-json.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';

/**
 * `warta check-feeds …`: the feed doctor, for any publisher's feeds. Sets 0 where there are no errors, 1 where
 * there are, 2 where an address could not be fetched, 130 where it was interrupted.
 */
export function createCheckFeedsCommand(context: CliContext): Command {
  const command = new Command('check-feeds')
    .description('examine feeds as readers meet them, and say what to cure')
    .argument('<urls...>', 'feeds, or pages that name feeds')
    .option('--json', 'print everything as JSON');
  return endHelp(
    command,
    context,
    [
      'check-feeds https://warta.sekarlangit.example/',
      'check-feeds --json http://127.0.0.1:3000/feed.rss http://127.0.0.1:3000/feed.atom',
    ],
    { 0: 'no errors', 1: 'errors found', 2: 'wrong usage or not reachable', 130: 'interrupted' },
  ).action((urls: string[], { json = false }: { readonly json?: boolean }) => runDoctor(context, urls, json));
}

async function runDoctor(context: CliContext, urls: readonly string[], asJson: boolean): Promise<void> {
  const { fetch, now, signal, stdout, stderr, language } = context;
  const isTerminal = stderr.isTTY === true;
  let questions = 0;
  const reports = await checkFeeds(
    {
      fetch,
      now,
      signal,
      onQuestion: ({ url }) => {
        questions += 1;
        if (isTerminal) stderr.write(`\r\u001B[2K${renderProgress(questions, url, language).slice(0, 79)}`);
      },
    },
    urls,
  );
  if (isTerminal) stderr.write('\r\u001B[2K');
  if (asJson) stdout.write(renderReportsJson(reports, language, now()));
  else stdout.write(reports.map((report) => renderReport(report, language)).join('\n'));
  if (signal.aborted) stderr.write(`${say('interrupted', language)}\n`);
  context.setExitCode(signal.aborted ? 130 : exitCodeOf(reports));
}

function exitCodeOf(reports: readonly FeedReport[]): number {
  if (reports.some(({ address }) => address === undefined)) return 2;
  const hasError = reports.some(({ findings }) => findings.some((found) => severityOf(found) === 'error'));
  return hasError ? 1 : 0;
}
