import { Command, InvalidArgumentError } from 'commander';
import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import { requestService } from './service-request.ts';

type RestoreOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly version?: number;
  readonly correction?: string;
  readonly json?: boolean;
};

/**
 * `warta restore ID`: brings a withdrawn article back, or a former version of any. Sets 0, 1 where it cannot,
 * 2 for wrong usage or no service.
 */
export function createRestoreCommand(context: CliContext): Command {
  const command = new Command('restore')
    .description('bring back a withdrawn article as it was, or a former version of one')
    .argument('<id>', 'as `publish` and the API name it')
    .option('--version <n>', 'which version; of a withdrawn article the one before', readVersion)
    .option('--correction <text>', 'what is corrected by it, for readers')
    .option('--json', 'print the answer as JSON');
  return endHelp(
    addServiceOptions(command, context),
    context,
    [
      'restore 01ARZ3NDEKTSV4RRFFQ69G5FAV',
      'restore 01ARZ3NDEKTSV4RRFFQ69G5FAV --version 2 --correction "Anggaran Rp5 miliar."',
    ],
    { 0: 'it is back', 1: 'not there or nothing to bring back', 2: 'wrong usage or no service' },
  ).action(async (id: string, options: RestoreOptions) => {
    const { stdout, stderr, language, setExitCode } = context;
    const service = await openService(context, options);
    if (service === undefined) return;
    const { version, correction } = options;
    const body = JSON.stringify({
      version,
      ...(correction !== undefined && { correction: { note: correction } }),
    });
    const path = `api/articles/${encodeURIComponent(id)}/restore`;
    const content = { type: 'application/json', body, isSentOnce: true };
    const answer = await requestService(service, 'POST', path, content);
    if (!answer.ok) {
      const { code, detail } = answer.failure;
      stderr.write(`${renderMessage(code, language, { to: options.to, detail: toLine(detail) })}\n`);
      return setExitCode(2);
    }
    if (options.json === true) stdout.write(`${JSON.stringify(answer.body)}\n`);
    const article = v.safeParse(restored, answer.body);
    if (answer.status !== 200 || !article.success) {
      const problem = v.safeParse(withErrors, answer.body);
      const reasons = problem.success
        ? problem.output.errors.map(({ parameter, detail }) => `${parameter} ${detail}`).join('; ')
        : answer.describe();
      stderr.write(`${toLine(id)}: ${toLine(reasons)}\n`);
      return setExitCode(1);
    }
    const { url, status, version: now } = article.output;
    const values = { version: String(now), status, url: toLine(url) };
    if (options.json !== true) stdout.write(`${renderMessage('restored', language, values)}\n`);
    setExitCode(0);
  });
}

function readVersion(written: string): number {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('It must be a whole number.');
}

const restored = v.object({ url: v.string(), status: v.string(), version: v.number() });
const withErrors = v.object({ errors: v.array(v.object({ parameter: v.string(), detail: v.string() })) });
