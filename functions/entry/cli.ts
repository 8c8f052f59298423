import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { CliContext } from '../cli/context.ts';
import { createCheckFeedsCommand } from '../cli/check-feeds.ts';
import { createExportCommand } from '../cli/export/export.ts';
import { createImportCommand } from '../cli/import.ts';
import { createReadersCommand } from '../cli/readers.ts';
import { office } from '../office/settings.ts';
import { readToken } from './local/token.ts';

/** `npm run warta -- …`: the newsroom's commands. */
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

const { LANG = '', WARTA_URL, WARTA_TOKEN, WARTA_DATA = '.warta' } = process.env;
const context: CliContext = {
  office,
  language: LANG.startsWith('id') ? 'id' : 'en',
  env: { url: WARTA_URL, token: WARTA_TOKEN },
  readLocalToken: () => readToken(resolve(WARTA_DATA)),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch,
  now: () => new Date(),
  signal: interrupt.signal,
  setExitCode: (code) => (process.exitCode = code),
};

try {
  await new Command('warta')
    .description('the newsroom of a press office')
    .addCommand(createImportCommand(context))
    .addCommand(createExportCommand(context))
    .addCommand(createCheckFeedsCommand(context))
    .addCommand(createReadersCommand(context))
    .exitOverride()
    .showHelpAfterError()
    .parseAsync();
} catch (error) {
  // Commander has said what is wrong already: wrong usage is 2, help is no failure.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
