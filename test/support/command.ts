import { PassThrough } from 'node:stream';
import { type Command, CommanderError } from 'commander';
import { bindCommand } from '../../functions/cli/bind-command.ts';
import type { CliContext } from '../../functions/cli/context.ts';
import { office } from '../../functions/office/settings.ts';
import { baseUrl, token } from './service.ts';

/** Runs a command of the CLI against a service in this process, and tells what it wrote. */
export async function runCommand(
  create: (context: CliContext) => Command,
  args: readonly string[],
  more: Partial<CliContext> = {},
) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written: string[] = [];
  stdout.on('data', (chunk: unknown) => written.push(String(chunk)));
  let exitCode: number | undefined;
  const context: CliContext = {
    office,
    language: 'en',
    env: { url: baseUrl, token },
    readLocalToken: () => Promise.resolve(undefined),
    stdout,
    stderr,
    fetch: () => Promise.reject(new TypeError('nothing is to be fetched')),
    publicFetch: () => Promise.reject(new TypeError('nothing is to be fetched')),
    now: () => new Date('2026-06-01T00:00:00Z'),
    signal: new AbortController().signal,
    setExitCode: (code) => (exitCode = code),
    ...more,
  };
  await bindCommand(create(context), context)
    .parseAsync(args, { from: 'user' })
    .catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
    });
  return { stdout: written.join(''), stderr: String(stderr.read() ?? ''), exitCode };
}
