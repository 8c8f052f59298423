import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { CliContext } from '../cli/context.ts';
import { createProgram } from '../cli/program.ts';
import { type CliSettings, parseCliSettings } from '../cli/settings.ts';
import { office } from '../office/settings.ts';
import { readToken } from './local/token.ts';
import { createPublicFetch } from './public-fetch.ts';

/** `npm run warta -- …`: the newsroom's commands. */
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

const {
  LANG = '',
  WARTA_URL,
  WARTA_TOKEN,
  WARTA_SIGNING_KEY,
  WARTA_DATA = '.warta',
  WARTA_CONFIG = 'warta.config.yaml',
} = process.env;
const settings = readSettings(WARTA_CONFIG);
const { language, args } = takeLanguage(process.argv.slice(2));
const context: CliContext = {
  office,
  language: language ?? settings.language ?? (LANG.startsWith('id') ? 'id' : 'en'),
  env: {
    url: WARTA_URL || settings.url,
    token: WARTA_TOKEN || settings.token,
    signingKey: WARTA_SIGNING_KEY || settings.signingKey,
  },
  readLocalToken: () => readToken(resolve(WARTA_DATA)),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch,
  publicFetch: createPublicFetch(),
  ...(settings.import !== undefined && { importSettings: settings.import }),
  now: () => new Date(),
  signal: interrupt.signal,
  setExitCode: (code) => (process.exitCode = code),
};

// A reader that goes away, as `head` does, ends the command and is no failure of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  await createProgram(context).parseAsync(args, { from: 'user' });
} catch (error) {
  // What is wrong was said already, and the exit code set.
  if (!(error instanceof CommanderError)) throw error;
}

/** The language goes before everything: the help of every command is written in it. */
function takeLanguage(args: readonly string[]): { language: 'id' | 'en' | undefined; args: string[] } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.split('=')[1] ?? args[at + 1];
  if (at === -1 || (given !== 'id' && given !== 'en')) return { language: undefined, args: [...args] };
  return { language: given, args: args.toSpliced(at, args[at] === '--lang' ? 2 : 1) };
}

function readSettings(file: string): CliSettings {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  const parsed = parseCliSettings(text, file);
  if (parsed.ok) return parsed.settings;
  process.stderr.write(`${file}:\n${parsed.problems.map((problem) => `  ${problem}\n`).join('')}`);
  return process.exit(2);
}
