import { type KeyObject, createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseKeyText } from '../access/key-text.ts';
import { algorithmOf } from '../access/signatures/public-key.ts';
import type { CliContext } from './context.ts';

/** Signs what is about to be sent: the headers that go along, or why the key cannot be used. */
export type Sign = (request: {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly reason: string }
>;

/**
 * How requests are signed by the private key in a file, which is read for the first of them: what only reads
 * needs no key. Undefined for a token that is no named key, of which nobody asks a signature.
 */
export function createSigner(
  { now, language }: Pick<CliContext, 'now' | 'language'>,
  file: string,
  token: string,
): Sign | undefined {
  const keyId = parseKeyText(token)?.id;
  if (keyId === undefined) return undefined;
  let opened: ReturnType<typeof openPrivateKey> | undefined;
  return async ({ method, address, headers, body }) => {
    const key = await (opened ??= openPrivateKey(file));
    if (!key.ok) return { ok: false, reason: `${file}: ${key.code ?? noPrivateKey[language]}` };
    // Most commands sign nothing.
    const { signRequest } = await import('../access/signatures/sign-request.ts');
    const request = { method, targetUri: address, headers: new Headers(headers), body: Buffer.from(body) };
    return { ok: true, headers: await signRequest(request, { keyId, privateKey: key.privateKey }, now()) };
  };
}

/** `code`: why the file cannot be read; undefined where it holds no key that signs. */
async function openPrivateKey(
  file: string,
): Promise<
  | { readonly ok: true; readonly privateKey: KeyObject }
  | { readonly ok: false; readonly code: string | undefined }
> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => error);
  if (typeof text !== 'string') return { ok: false, code: reasonOf(text) };
  const privateKey = readPrivateKey(text);
  return privateKey === undefined ? { ok: false, code: undefined } : { ok: true, privateKey };
}

function readPrivateKey(text: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(text);
    return algorithmOf(key) === undefined ? undefined : key;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

const noPrivateKey = {
  id: 'bukan kunci privat Ed25519 atau P-256 tanpa sandi, dalam PEM',
  en: 'no private key for Ed25519 or P-256 without a passphrase, as PEM',
} as const;
