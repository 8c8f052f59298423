import type { Context } from 'hono';
import type { SignatureGate } from '../access/signatures/signature-gate.ts';
import { componentsOf } from '../access/signatures/signature-rules.ts';
import type { Problem } from '../articles/problem.ts';
import { respondProblem } from './problem.ts';
import { limitBody } from './request-body.ts';

/** The answer to a request that a key does not vouch for; undefined for one that its holder signed as it came. */
export async function requireSignature(
  verify: SignatureGate,
  c: Context,
  { id, name, publicKey }: { readonly id: string; readonly name: string; readonly publicKey: string },
): Promise<Response | undefined> {
  const tooLarge = await limitBody(c, () => Promise.resolve());
  if (tooLarge !== undefined) return tooLarge;
  const { method, url, raw } = c.req;
  // Whoever comes after this reads the body too.
  const body = new Uint8Array(await raw.clone().arrayBuffer());
  const verified = await verify({ method, url, headers: raw.headers, body }, { keyId: id, publicKey });
  if (verified.ok) return undefined;
  const { problems, signatureBase } = verified;
  const components = componentsOf({ headers: raw.headers, body }).map((component) => `"${component}"`);
  const wish = `(${components.join(' ')});created;keyid="${id}"`;
  // RFC 9421, section 5.1: what the least of signatures would be.
  const headers = { 'WWW-Authenticate': 'Bearer', 'Accept-Signature': `warta=${wish}` };
  if (problems.length === 0) {
    const detail = `What is written with the key "${name}" must be signed (RFC 9421): Accept-Signature names the least of it, /openapi.json the rest.`;
    return respondProblem(c, 'signature-missing', {
      detail,
      errors: findMissing(raw.headers, body),
      headers,
    });
  }
  const detail = problems.map((problem) => `${problem.parameter} ${problem.detail}.`).join(' ');
  return respondProblem(c, 'signature-wrong', {
    detail,
    errors: problems,
    extensions: { signatureBase },
    headers,
  });
}

/** The headers that a request without a signature lacks. */
function findMissing(headers: Headers, body: Uint8Array): Problem[] {
  return [
    { parameter: 'Signature-Input', detail: 'is missing: what is signed, as Accept-Signature names it' },
    { parameter: 'Signature', detail: 'is missing: the signature of that' },
    ...(body.byteLength > 0 && !headers.has('Content-Digest')
      ? [{ parameter: 'Content-Digest', detail: 'is missing: sha-256 or sha-512 of the body (RFC 9530)' }]
      : []),
  ];
}
