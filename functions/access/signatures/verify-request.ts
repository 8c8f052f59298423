import { createHash, createPublicKey, verify } from 'node:crypto';
import { type SignatureErrorCode, isSignatureError, verifySignature } from 'http-message-sig';
import type { Problem } from '../../articles/problem.ts';
import { checkContentDigest } from './content-digest.ts';
import { algorithmOf, cryptoOptions, signatureAlgorithms } from './public-key.ts';
import { type SignableRequest, judgeSignature } from './signature-rules.ts';

export type Signer = {
  /** Of the key that came as a bearer. */
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
};

export type VerifiedRequest =
  /** `digest`: SHA-256 of what was signed, by which the same request is known again. */
  | { readonly ok: true; readonly digest: string }
  /** No problems: there is no signature. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly signatureBase?: string };

/**
 * Whether the holder of the private key signed this request as it came (RFC 9421, section 3.2). The library
 * reads the fields and makes the signature base, node:crypto verifies, and what must be covered is ours to say.
 */
export async function verifyRequest(
  request: SignableRequest,
  { keyId, publicKey }: Signer,
  now: Date,
): Promise<VerifiedRequest> {
  const { method, targetUri, headers, body } = request;
  const key = createPublicKey(publicKey);
  const algorithm = algorithmOf(key);
  if (algorithm === undefined) throw new Error(`cannot verify by key ${keyId}: it is of an unknown kind`);
  const problems = checkContentDigest(headers.get('content-digest'), body);
  let base = new Uint8Array();
  const fields = [...headers].map(([name, value]) => ({ name, value })).filter(isAscii);
  try {
    await verifySignature(
      { kind: 'request', method, targetUri, fields },
      {
        policy: {
          algorithms: signatureAlgorithms,
          // The library says of its own policy only that it was violated, at the first fault.
          requiredComponents: [],
          requiredParameters: [],
          clockSkew: Number.MAX_SAFE_INTEGER,
        },
        resolveVerifier(candidate) {
          problems.push(...judgeSignature(candidate, request, { keyId, algorithm }, now));
          return {
            algorithm,
            verify(data, signature) {
              base = Uint8Array.from(data);
              const { hash, key: options } = cryptoOptions(key);
              return problems.length === 0 && verify(hash, data, options, signature);
            },
          };
        },
      },
    );
    return { ok: true, digest: createHash('sha256').update(base).digest('base64url') };
  } catch (error) {
    if (!isSignatureError(error)) throw error;
    if (error.code !== 'VerificationFailed') {
      const isKnown = error.code === 'AlgorithmMismatch' && problems.length > 0;
      return { ok: false, problems: isKnown ? problems : [...problems, describe(error, headers)] };
    }
    if (problems.length > 0) return { ok: false, problems };
    return {
      ok: false,
      problems: [{ parameter: 'Signature', detail: differsDetail }],
      // Whoever covers the key itself is not sent it back.
      ...(!/^"authorization"/m.test(textOf(base)) && { signatureBase: textOf(base) }),
    };
  }
}

/** A field of other characters can be signed by nobody (RFC 9421, section 2.1); it may come along. */
function isAscii({ value }: { readonly value: string }): boolean {
  return /^[\t\x20-\x7E]*$/.test(value);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** What the library could not read. */
function describe(
  error: { readonly code: SignatureErrorCode; readonly message: string },
  headers: Headers,
): Problem {
  const absent = ['Signature-Input', 'Signature'].find((name) => !headers.has(name));
  if (absent !== undefined) return { parameter: absent, detail: 'is missing' };
  return { parameter: 'Signature-Input', detail: details[error.code] ?? `is not taken: ${error.message}` };
}

const details: Partial<Record<SignatureErrorCode, string>> = {
  LabelRequired: 'holds several signatures: send one',
  LabelMismatch: 'and Signature name different signatures',
};

const differsDetail =
  'is not that of this request by the private key that belongs to the key: `signatureBase` is what Warta ' +
  'has read, line by line, and what was to be signed';
