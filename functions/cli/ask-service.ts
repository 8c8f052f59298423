import * as v from 'valibot';
import type { CliContext } from './context.ts';
import { findToken } from './token.ts';

/** Where a command asks, and by what right. */
export type ServiceOptions = { readonly to: string; readonly token?: string };

/** What the service answers to the office's token at a path, or why it cannot be told. */
export async function askService<Schema extends v.GenericSchema>(
  context: CliContext,
  { to, token: given }: ServiceOptions,
  path: string,
  schema: Schema,
): Promise<{ ok: true; answer: v.InferOutput<Schema> } | { ok: false; reason: string }> {
  const address = URL.parse(path, to.replace(/\/*$/, '/'));
  if (address === null) return { ok: false, reason: `${to}: ${texts.badAddress[context.language]}` };
  const token = await findToken(context, given, address);
  if (token === undefined) return { ok: false, reason: texts.noToken[context.language] };
  try {
    const response = await context.fetch(address, { headers: { authorization: `Bearer ${token}` } });
    const body: unknown = JSON.parse(await response.text());
    const answer = v.safeParse(schema, body);
    if (answer.success) return { ok: true, answer: answer.output };
    const problem = v.safeParse(problemSchema, body);
    const detail = problem.success ? `: ${problem.output.detail}` : '';
    return { ok: false, reason: `${to}: HTTP ${response.status}${detail}` };
  } catch (error) {
    return { ok: false, reason: `${to}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const problemSchema = v.object({ detail: v.string() });

const texts = {
  badAddress: { id: 'bukan alamat http', en: 'is no http address' },
  noToken: {
    id: 'Perlu token penerbitan: berikan dengan --token atau WARTA_TOKEN.',
    en: 'A publishing token is needed: give it with --token or WARTA_TOKEN.',
  },
} as const;
