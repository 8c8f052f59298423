import { type KeyObject, createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseKeyText } from '../access/key-text.ts';
import { algorithmOf } from '../access/signatures/public-key.ts';
import type { CliContext } from './context.ts';

/** Signs what is about to be sent; the answer is the headers that go along. */
export type Sign = (request: {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<Record<string, string>>;

/**
 * How requests are signed by the private key in a file; undefined for a token that is no named key, of which
 * nobody asks a signature.
 */
export async function openSigner(
  { now, language }: Pick<CliContext, 'now' | 'language'>,
  file: string,
  token: string,
): Promise<
  { readonly ok: true; readonly sign: Sign | undefined } | { readonly ok: false; readonly reason: string }
> {
  const keyId = parseKeyText(token)?.id;
  if (keyId === undefined) return { ok: true, sign: undefined };
  const text = await readFile(file, 'utf8').catch((error: unknown) => error);
  if (typeof text !== 'string') return { ok: false, reason: reasonOf(text) };
  const privateKey = readPrivateKey(text);
  if (privateKey === undefined) return { ok: false, reason: noPrivateKey[language] };
  return {
    ok: true,
    sign: async ({ method, address, headers, body }) => {
      // Most commands sign nothing.
      const { signRequest } = await import('../access/signatures/sign-request.ts');
      const request = {
        method,
        targetUri: address,
        headers: new Headers(headers),
        body: Buffer.from(body),
      };
      return signRequest(request, { keyId, privateKey }, now());
    },
  };
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
