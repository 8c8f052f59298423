import type { Context, MiddlewareHandler } from 'hono';
import type { Authenticated, Authenticator } from '../access/authenticator.ts';
import { type Caller, type Role, hasRole } from '../access/role.ts';
import type { SignatureGate } from '../access/signatures/signature-gate.ts';
import { type ProblemDetails, respondProblem } from './problem.ts';
import { requireSignature } from './require-signature.ts';

/** By what the service tells who asks. */
export type Access = Pick<Authenticator, 'authenticate' | 'forget'> & {
  /** Whether a request was signed by the holder of a key. */
  readonly verify: SignatureGate;
};

/** Behind {@link authorize}, `c.get('caller')` says who asks. */
export type CallerEnv = { Variables: { caller: Caller } };

/** Lets pass who may do at least what `needed` may, and has signed what is written if the key asks for that. */
export function authorize(access: Access, needed: Role): MiddlewareHandler<CallerEnv> {
  return async (c, next) => {
    const answer = await readCredential(access, c);
    if (answer === undefined) {
      const detail = 'Send it as a header: Authorization: Bearer <key>';
      return respondProblem(c, 'token-missing', { detail, headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    if (!answer.ok) {
      const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
      return respondProblem(c, 'token-wrong', { detail: describeRefusal(answer), headers });
    }
    if (!hasRole(answer.caller, needed)) {
      const challenge = `Bearer error="insufficient_scope", scope="${needed}"`;
      const headers = { 'WWW-Authenticate': challenge };
      return respondProblem(c, 'role-needed', { ...roleNeeded(answer.caller, needed), headers });
    }
    c.set('caller', answer.caller);
    const { id, name, publicKey } = answer.caller;
    if (publicKey !== undefined && !isReading(c)) {
      const refusal = await requireSignature(access.verify, c, { id, name, publicKey });
      if (refusal !== undefined) return refusal;
    }
    return next();
  };
}

function isReading(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/** Who asks at a public address, if it is one of the newsroom; whatever else was sent counts as nothing. */
export async function readCaller(access: Access, c: Context): Promise<Caller | undefined> {
  const answer = await readCredential(access, c);
  return answer?.ok ? answer.caller : undefined;
}

/** What a caller is told whose key may not do that. */
export function roleNeeded({ name, role }: Caller, needed: Role, what = 'This'): ProblemDetails {
  return {
    detail: `${what} needs a key with the role ${needed}; "${name}" has the role ${role}.`,
    extensions: { neededRole: needed },
  };
}

/** The one place where a request's credential is looked for: a bearer (RFC 6750). Undefined where it brings none. */
async function readCredential(access: Access, c: Context): Promise<Authenticated | undefined> {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  return bearer === undefined ? undefined : access.authenticate(bearer);
}

function describeRefusal(answer: Authenticated & { ok: false }): string | undefined {
  if (answer.reason === 'unknown') return undefined;
  const what = answer.reason === 'revoked' ? 'was revoked' : 'expired';
  return `The key "${answer.name}" ${what} at ${answer.at}: ask for a new one.`;
}
