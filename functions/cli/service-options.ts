import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import type { Service } from './service-request.ts';
import { createSigner } from './signing.ts';
import { findToken } from './token.ts';

/** The options of a command that speaks to a service. */
export function addServiceOptions(command: Command, { env }: CliContext): Command {
  return command
    .option('--to <url>', 'the service to write to', env.url || localService)
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--signing-key <file>', 'sign what is written by the private key in FILE.pem', env.signingKey);
}

/** The service that the options name, or undefined where they are wrong: that is said, and the exit code is set. */
export async function openService(
  context: CliContext,
  options: { readonly to: string; readonly token?: string; readonly signingKey?: string },
): Promise<Service | undefined> {
  const { fetch, language, stderr, setExitCode } = context;
  const stop = (message: string): undefined => {
    stderr.write(`${message}\n`);
    setExitCode(2);
  };
  const address = URL.parse(options.to);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return stop(renderMessage('bad-service-address', language, { to: options.to }));
  }
  const token = await findToken(context, options.token, address);
  if (token === undefined) return stop(renderMessage('missing-token', language));
  const { signingKey: file } = options;
  const sign = file === undefined ? undefined : createSigner(context, file, token);
  return { fetch, to: options.to, token, ...(sign !== undefined && { sign }) };
}

export const localService = 'http://127.0.0.1:3000';
