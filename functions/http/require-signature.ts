import type { Context } from 'hono';
import type { SignatureGate } from '../access/signatures/signature-gate.ts';
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
  const headers = { 'WWW-Authenticate': 'Bearer', 'Accept-Signature': renderWish(id, body.byteLength > 0) };
  if (problems.length === 0) {
    const detail = `What is written with the key "${name}" must be signed (RFC 9421): Accept-Signature names the least of it, /openapi.json the rest.`;
    return respondProblem(c, 'signature-missing', { detail, headers });
  }
  const detail = problems.map((problem) => `${problem.parameter} ${problem.detail}.`).join(' ');
  return respondProblem(c, 'signature-wrong', {
    detail,
    errors: problems,
    extensions: { signatureBase },
    headers,
  });
}

/** What the least of signatures would be (RFC 9421, section 5.1). */
function renderWish(keyId: string, hasBody: boolean): string {
  const components = ['@method', '@target-uri', ...(hasBody ? ['content-digest'] : [])];
  return `warta=(${components.map((name) => `"${name}"`).join(' ')});created;keyid="${keyId}"`;
}
