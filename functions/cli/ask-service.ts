import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import { openService } from './service-options.ts';
import { requestService } from './service-request.ts';

/** Where a command asks, and by what right. */
export type ServiceOptions = { readonly to: string; readonly token?: string };

/**
 * What the service answers to the office's token at a path. Undefined where it answers anything else: that is
 * told with its cure, and the exit code set.
 */
export async function askService<Schema extends v.GenericSchema>(
  context: CliContext,
  options: ServiceOptions,
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const { stderr, language, setExitCode } = context;
  const service = await openService(context, options);
  if (service === undefined) return undefined;
  const answer = await requestService(service, 'GET', path);
  const parsed = answer.ok && answer.status === 200 ? v.safeParse(schema, answer.body) : undefined;
  if (parsed?.success === true) return parsed.output;
  const reason = answer.ok
    ? `${options.to}: ${answer.describe()}`
    : renderMessage(answer.failure.code, language, { to: options.to, detail: answer.failure.detail });
  stderr.write(`${toLine(reason)}\n`);
  setExitCode(2);
  return undefined;
}
