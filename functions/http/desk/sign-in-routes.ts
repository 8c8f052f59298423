import { type Context, Hono } from 'hono';
import { getConnInfo as getLambdaConnInfo } from 'hono/aws-lambda';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type DeskEdition, type DeskEnv, type DeskParts, deskPath } from './desk-parts.ts';
import { textIn } from './form-text.ts';
import { keptFields, restoredForm } from './kept-fields.ts';
import { renderSignInPage } from './pages/sign-in.ts';
import { forgetSession, readForm, rememberSession, secretOf } from './signed-in.ts';

/** How often one address may be wrong before it has to wait. */
export const maxFailures = 10;
const waitSeconds = 15 * 60;

/** What brings somebody back to the form that came too late. */
export type Reopen = (c: Context<DeskEnv>, path: string) => Promise<Response>;

/** The door of the desk. */
export function signInRoutes(
  parts: DeskParts,
  at: DeskEdition,
  failures: Failures,
  reopen: Reopen,
): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { text } = at;
  const { sessions, authenticate, dependencies } = parts;

  app.get('/masuk', async (c) => {
    const next = nextOf(at, c.req.query('ke'));
    return c.html(await renderSignInPage(at, { next }));
  });

  app.post('/masuk', async (c) => {
    const form = await readForm(c);
    if (form === undefined) return c.text(text.unreadable, 400);
    const address = addressOf(parts, c);
    const waitsSeconds = await failures.waitOf(address);
    if (waitsSeconds > 0) {
      c.header('Retry-After', String(waitsSeconds));
      return again(c, form, 429, text.tooManyTries(Math.ceil(waitsSeconds / 60)));
    }
    const key = textIn(form, 'key').trim();
    const caller = key === '' ? undefined : await authenticate(key);
    if (caller === undefined) {
      await failures.note(address);
      dependencies.log({ level: 'warn', event: 'sign-in-refused' });
      return again(c, form, 401, text.keyWrong);
    }
    if (caller.publicKey !== undefined) return again(c, form, 401, text.keySigns);
    await closeFormer(c);
    const secret = await sessions.open(key);
    rememberSession(c, secret);
    dependencies.log({ level: 'info', event: 'signed-in', key: caller.id });
    const path = textIn(form, 'keptPath');
    const session = path === '' ? undefined : await sessions.find(secret);
    if (session !== undefined) {
      c.set('desk', { ...at, session, caller });
      c.set('form', restoredForm(form));
      return reopen(c, path);
    }
    return c.redirect(nextOf(at, textIn(form, 'ke')) ?? deskPath(at, ''), 303);
  });

  return app;

  async function again(c: Context, form: FormData, status: 401 | 429, failure: string): Promise<Response> {
    const path = textIn(form, 'keptPath');
    const kept = path === '' ? undefined : { path, fields: keptFields(restoredForm(form)) };
    const page = await renderSignInPage(at, { next: nextOf(at, textIn(form, 'ke')), kept, failure });
    return c.html(page, status);
  }

  async function closeFormer(c: Context): Promise<void> {
    const secret = secretOf(c);
    if (secret !== undefined) await sessions.close(secret);
  }
}

/** Ends the session for good: the cookie that somebody may have copied opens nothing any more. */
export async function signOut({ sessions }: DeskParts, at: DeskEdition, c: Context): Promise<Response> {
  const secret = secretOf(c);
  if (secret !== undefined) await sessions.close(secret);
  forgetSession(c);
  return c.redirect(deskPath(at, '/masuk'), 303);
}

export type Failures = ReturnType<typeof createFailures>;

/** Counts what went wrong by address, in this container. */
export function createFailures() {
  const limiter = new RateLimiterMemory({ points: maxFailures, duration: waitSeconds });
  return {
    /** Seconds to wait; 0 for nobody who must. */
    async waitOf(address: string): Promise<number> {
      const seen = await limiter.get(address);
      return seen !== null && seen.consumedPoints >= maxFailures ? Math.ceil(seen.msBeforeNext / 1000) : 0;
    },
    async note(address: string): Promise<void> {
      try {
        await limiter.consume(address);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
      }
    },
  };
}

/** Of whoever signs in. The desk stands behind no edge of ours: what the edge would say is not believed here. */
function addressOf({ dependencies }: DeskParts, c: Context): string {
  const isLambda = typeof c.env === 'object' && c.env !== null && 'requestContext' in c.env;
  if (isLambda) return getLambdaConnInfo(c).remote.address ?? 'unknown';
  return dependencies.requestLimit?.addressOf(c) ?? 'unknown';
}

/** A page of the desk and nothing else: nobody is sent elsewhere from here. */
function nextOf(at: DeskEdition, path: string | undefined): string | undefined {
  const here = 'http://here.invalid';
  const { origin, pathname, search } = URL.parse(path ?? '', here) ?? {};
  const home = deskPath(at, '');
  if (origin !== here || pathname === undefined) return undefined;
  return pathname === home || pathname.startsWith(`${home}/`) ? `${pathname}${search}` : undefined;
}
