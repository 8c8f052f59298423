import { toLine } from '../articles/characters.ts';
import type { ArticleSource, Draft, ImportItem } from '../importers/draft.ts';
import { type ArticleOutcome, type ImportEnd, importArticles } from '../importers/run.ts';
import { createTwinFinder } from '../importers/twins.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import { type ImportPlan, bareHost } from './import-options.ts';
import { createProgress } from './import-progress.ts';
import { createPublishingClient } from './publishing-client.ts';
import { openSpool } from './report/outcome-spool.ts';
import { renderSummary } from './report/summary.ts';
import { type Tally, createTally } from './report/tally.ts';
import { writeReport } from './report/write-report.ts';
import { showDraft } from './show-draft.ts';

/**
 * Runs an import to its end and tells what became of it. Sets 0 where all went in, 1 where something was
 * refused, 2 where nothing more could be sent, 130 where it was interrupted.
 *
 * @param onKnown told of each outcome once the service has answered
 */
export async function runImport(
  context: CliContext,
  plan: ImportPlan,
  source: ArticleSource,
  onKnown?: (outcome: ArticleOutcome) => void,
): Promise<void> {
  const { language, stdout, stderr, signal } = context;
  const { options, isDryRun, categories } = plan;
  const client = createPublishingClient(plan.service);
  const tally = createTally();
  const spool = options.report.length > 0 ? await openSpool() : undefined;
  const progress = isDryRun ? undefined : createProgress(context, source.progress);
  const onOutcome = (outcome: ArticleOutcome): void => {
    tally.add(outcome);
    onKnown?.(outcome);
    spool?.add(outcome);
    progress?.show(tally.read().total);
  };
  const end = await importArticles(
    {
      publish: isDryRun
        ? (drafts) => Promise.resolve({ ok: true, items: drafts.map(() => ({ result: 'not-sent' })) })
        : client.publishBatch,
      ...(!isDryRun && { findTwin: createTwinFinder(client, context.office.timeZone) }),
      keepsTwins: options.duplicates === 'keep',
      onOutcome,
      signal,
    },
    prepareItems(context, plan, source.items),
  );
  progress?.stop();

  const told = tally.read();
  if (options.json === true) stdout.write(`${JSON.stringify(toFigures(told, end))}\n`);
  else stdout.write(renderSummary(told, categories.mapped(), language));
  context.setExitCode(exitCodeOf(told, end));
  if (end.failure !== undefined) {
    const { code, detail } = end.failure;
    stderr.write(`${renderMessage(code, language, { to: options.to, detail: toLine(detail) })}\n`);
  }
  if (end.isInterrupted) stderr.write(`${renderMessage('interrupted', language)}\n`);
  if (end.isInterrupted || end.failure !== undefined) {
    stderr.write(`${renderMessage('run-again', language)}\n`);
  }
  if (spool === undefined) return;
  await spool.end();
  const content = {
    tally: told,
    end,
    categories: categories.mapped(),
    finishedAt: context.now(),
    service: isDryRun ? undefined : options.to,
    language,
    outcomes: () => spool.read(),
  };
  for (const file of options.report) {
    const written = await writeReport(file, content);
    if (written.ok) continue;
    stderr.write(`${renderMessage('report-not-written', language, { file, reason: written.reason })}\n`);
    context.setExitCode(2);
  }
  await spool.remove();
}

/** Old addresses come along where they are ours to redirect; a dry run shows what would go in. */
async function* prepareItems(
  context: CliContext,
  { isDryRun, oldHosts, options }: ImportPlan,
  items: AsyncIterable<ImportItem>,
): AsyncGenerator<ImportItem> {
  for await (const item of items) {
    const prepared = item.ok ? { ...item, draft: withOldAddress(item.draft, oldHosts) } : item;
    if (isDryRun && prepared.ok && options.json !== true) showDraft(context, prepared.name, prepared.draft);
    yield prepared;
  }
}

function withOldAddress(draft: Draft, oldHosts: ReadonlySet<string>): Draft {
  const { stored, source, formerUrls = [], ...others } = draft;
  if (stored !== undefined) return draft;
  const url = source.url === undefined ? null : URL.parse(source.url);
  const isOurs = url !== null && oldHosts.has(bareHost(url.hostname));
  const isPage = isOurs && (url.pathname !== '/' || url.search !== '');
  if (!isOurs) return { ...others, source };
  return {
    ...others,
    source,
    formerUrls: [...new Set([...(isPage ? [url.href] : []), ...formerUrls])].slice(0, 20),
  };
}

function toFigures({ total, counts, doubtfulCount }: Tally, end: ImportEnd) {
  return { read: total, ...counts, doubtful: doubtfulCount, ...end };
}

function exitCodeOf({ counts }: Tally, { isInterrupted, failure }: ImportEnd): number {
  if (failure !== undefined) return 2;
  if (isInterrupted) return 130;
  return counts.refused > 0 ? 1 : 0;
}
