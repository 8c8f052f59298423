import type { CliContext } from './context.ts';

/**
 * The publishing token for a service: the one given, or WARTA_TOKEN, or what the local service keeps. That
 * one is for this machine only.
 */
export async function findToken(
  { env, readLocalToken }: Pick<CliContext, 'env' | 'readLocalToken'>,
  given: string | undefined,
  { hostname }: URL,
): Promise<string | undefined> {
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || hostname === '127.0.0.1';
  const token = (given ?? env.token ?? (isLocal ? await readLocalToken() : undefined))?.trim();
  return token !== undefined && /^[\x21-\x7E]+$/.test(token) ? token : undefined;
}
