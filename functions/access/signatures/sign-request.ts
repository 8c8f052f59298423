import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { createSignature } from 'http-message-sig';
import { renderContentDigest } from './content-digest.ts';
import { algorithmOf, cryptoOptions } from './public-key.ts';
import { type SignableRequest, componentsOf } from './signature-rules.ts';

/**
 * The headers that sign a request (RFC 9421, section 3.1) and its body (RFC 9530), to be sent along.
 *
 * @param privateKey Ed25519, or ECDSA on P-256
 * @throws for a key of another kind
 */
export async function signRequest(
  request: SignableRequest,
  { keyId, privateKey }: { readonly keyId: string; readonly privateKey: KeyObject },
  now: Date,
): Promise<Record<string, string>> {
  const { method, targetUri, body } = request;
  const alg = algorithmOf(privateKey);
  if (alg === undefined) throw new Error('cannot sign: the key is neither Ed25519 nor P-256');
  const headers = new Headers(request.headers);
  const digest = body.byteLength === 0 ? {} : { 'content-digest': renderContentDigest(body) };
  for (const [name, value] of Object.entries(digest)) headers.set(name, value);
  const { signature, signatureInput } = await createSignature(
    { kind: 'request', method, targetUri, fields: [...headers].map(([name, value]) => ({ name, value })) },
    {
      label: 'warta',
      components: componentsOf(request),
      // Two requests of one second that are alike are two signatures.
      parameters: {
        created: Math.floor(now.getTime() / 1000),
        nonce: randomBytes(12).toString('base64url'),
        keyid: keyId,
        alg,
      },
      signer: {
        algorithm: alg,
        sign: (data) => {
          const { hash, key } = cryptoOptions(privateKey);
          return sign(hash, data, key);
        },
      },
    },
  );
  return { ...digest, 'signature-input': signatureInput, signature };
}
