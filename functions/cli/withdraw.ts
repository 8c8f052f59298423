import { Command } from 'commander';
import { toLine } from '../articles/characters.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import { requestService } from './service-request.ts';

type WithdrawOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly reason: string;
  readonly json?: boolean;
};

/** `warta withdraw ID`: takes an article back, with a reason that readers see. Sets 0, 1 where it cannot, 2 else. */
export function createWithdrawCommand(context: CliContext): Command {
  const command = new Command('withdraw')
    .description('withdraw an article: it leaves every list, and its page says why')
    .argument('<id>', 'as `publish` and the API name it')
    .requiredOption('--reason <text>', 'why, for readers')
    .option('--json', 'print the answer as JSON');
  return endHelp(
    addServiceOptions(command, context),
    context,
    ['withdraw 01ARZ3NDEKTSV4RRFFQ69G5FAV --reason "Jadwal keliru; lihat berita penggantinya."'],
    { 0: 'withdrawn', 1: 'not there or withdrawn before', 2: 'wrong usage or no service' },
  ).action(async (id: string, options: WithdrawOptions) => {
    const { stdout, stderr, language, setExitCode } = context;
    const service = await openService(context, options);
    if (service === undefined) return;
    const body = JSON.stringify({ reason: options.reason });
    const path = `api/articles/${encodeURIComponent(id)}`;
    const answer = await requestService(service, 'DELETE', path, { type: 'application/json', body });
    if (!answer.ok) {
      const { code, detail } = answer.failure;
      stderr.write(`${renderMessage(code, language, { to: options.to, detail: toLine(detail) })}\n`);
      return setExitCode(2);
    }
    if (options.json === true) stdout.write(`${JSON.stringify(answer.body)}\n`);
    if (answer.status !== 200) {
      stderr.write(`${toLine(id)}: ${toLine(answer.describe())}\n`);
      return setExitCode(1);
    }
    if (options.json !== true) stdout.write(`${renderMessage('withdrawn', language)}: ${toLine(id)}\n`);
    setExitCode(0);
  });
}
