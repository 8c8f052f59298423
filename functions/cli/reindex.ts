import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { formatCount, renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import { type Service, requestService } from './service-request.ts';

type ReindexOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly wait: boolean;
  readonly json?: boolean;
};

/**
 * `warta reindex`: has the service build its search index anew from the table, and shows how far that is. The
 * same for a laptop and for AWS. Sets 0 done, 1 where it failed, 2 for wrong usage or no service, and 130 where
 * it was not waited for: then it goes on without us.
 */
export function createReindexCommand(context: CliContext): Command {
  const command = new Command('reindex')
    .description('build the search index anew from the articles, while searches go on')
    .option('--no-wait', 'start it and go')
    .option('--json', 'print the outcome as JSON');
  return endHelp(addServiceOptions(command, context), context, ['reindex', 'reindex --no-wait'], {
    0: 'done, or begun with --no-wait',
    1: 'it failed',
    2: 'wrong usage or no service',
    130: 'not waited for',
  }).action(async (options: ReindexOptions) => {
    const service = await openService(context, options);
    if (service !== undefined) await reindex(context, service, options);
  });
}

async function reindex(context: CliContext, service: Service, { wait, json }: ReindexOptions): Promise<void> {
  const { stdout, language, setExitCode, signal } = context;
  const begun = await ask(context, service, 'POST');
  const progress = wait && begun !== undefined ? await follow(context, service, begun) : begun;
  if (progress === undefined) return;
  const { state, done, startedAt, updatedAt } = progress;
  const seconds = Math.max(0, (Date.parse(updatedAt) - Date.parse(startedAt)) / 1000);
  const line = texts[state][language]
    .replace('{done}', formatCount(done, language))
    .replace('{seconds}', formatCount(Math.round(seconds * 10) / 10, language));
  stdout.write(json === true ? `${JSON.stringify(progress)}\n` : `${line}\n`);
  setExitCode(state === 'failed' ? 1 : signal.aborted ? 130 : 0);
}

/** Until it has ended, or the first Ctrl-C. */
async function follow(context: CliContext, service: Service, begun: Progress): Promise<Progress | undefined> {
  const show = createDisplay(context);
  let progress: Progress | undefined = begun;
  for (let pauseMs = 50; progress?.state === 'running'; pauseMs = Math.min(pauseMs * 2, 1000)) {
    show(progress.done);
    await setTimeout(pauseMs, undefined, { signal: context.signal }).catch(() => undefined);
    if (context.signal.aborted) break;
    progress = await ask(context, service, 'GET');
  }
  return progress;
}

/** Undefined where the service did not say: that is told, and the exit code is set. */
async function ask(
  { stderr, language, setExitCode }: CliContext,
  service: Service,
  method: 'GET' | 'POST',
): Promise<Progress | undefined> {
  const answer = await requestService(service, method, 'api/reindex');
  if (answer.ok) {
    const progress = v.safeParse(progressSchema, answer.body);
    if (progress.success) return progress.output;
    stderr.write(`${toLine(answer.describe())}\n`);
  } else {
    const { code, detail } = answer.failure;
    stderr.write(`${renderMessage(code, language, { to: service.to, detail: toLine(detail) })}\n`);
  }
  setExitCode(2);
  return undefined;
}

/** How many articles were read, whenever that is more; on a terminal in one line. */
function createDisplay({ stderr, language }: CliContext): (done: number) => void {
  let shown = 0;
  return (done) => {
    if (done <= shown) return;
    shown = done;
    const line = texts.progress[language].replace('{done}', formatCount(done, language));
    stderr.write(stderr.isTTY === true ? `\r${line}` : `${line}\n`);
  };
}

type Progress = v.InferOutput<typeof progressSchema>;

const progressSchema = v.object({
  state: v.picklist(['running', 'done', 'failed']),
  startedAt: v.string(),
  updatedAt: v.string(),
  done: v.number(),
});

const texts = {
  progress: { id: '{done} berita dibaca', en: '{done} articles read' },
  running: {
    id: 'Indeks sedang dibangun ulang di layanan; pencarian tetap berjalan.',
    en: 'The index is being built in the service; searches go on.',
  },
  done: {
    id: 'Indeks dibangun ulang: {done} berita dalam {seconds} detik.',
    en: 'The index was built anew: {done} articles in {seconds} seconds.',
  },
  failed: {
    id: 'Indeks tidak jadi dibangun ulang; yang lama tetap dipakai. Lihat log layanan.',
    en: 'The index was not built; the one before is used on. See the log of the service.',
  },
} as const;
