import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { idleMs } from '../../access/sessions.ts';
import { type DeskEdition, type DeskEnv, type DeskParts, deskPath } from './desk-parts.ts';
import { keptFields } from './kept-fields.ts';
import { renderSignInPage } from './pages/sign-in.ts';

/**
 * Lets pass whoever is signed in. A form that comes after its session has ended is not lost: the page to sign
 * in carries it along. A form without the token of the session was not made by one of our pages.
 */
export function requireSession(parts: DeskParts, at: DeskEdition): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const isForm = c.req.method === 'POST';
    const form = isForm ? await readForm(c) : undefined;
    if (isForm && form === undefined) return c.text(at.text.unreadable, 400);
    const found = await findSession(parts, c);
    if (found === undefined) {
      forgetSession(c);
      if (form === undefined) {
        const { pathname, search } = new URL(c.req.url);
        return c.redirect(`${deskPath(at, '/masuk')}?ke=${encodeURIComponent(pathname + search)}`, 303);
      }
      const kept = { path: new URL(c.req.url).pathname, fields: keptFields(form) };
      return c.html(await renderSignInPage(at, { kept, hasEnded: true }), 401);
    }
    const { session, caller } = found;
    if (form !== undefined) {
      if (!isSame(form.get('formToken'), session.formToken)) return c.text(at.text.strangeForm, 403);
      c.set('form', form);
    }
    if (session.isRenewed) rememberSession(c, secretOf(c) ?? '');
    c.set('desk', { ...at, session, caller });
    return next();
  };
}

/** Undefined also where the key was revoked, or has expired, since the session began. */
async function findSession({ sessions, authenticate }: DeskParts, c: Context) {
  const secret = secretOf(c);
  const session = secret === undefined ? undefined : await sessions.find(secret);
  const caller = session && (await authenticate(session.key));
  return session && caller && { session, caller };
}

export function secretOf(c: Context): string | undefined {
  return isSecure(c) ? getCookie(c, name, 'host') : getCookie(c, name);
}

export function rememberSession(c: Context, secret: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: idleMs / 1000 } as const;
  if (isSecure(c)) setCookie(c, name, secret, { ...options, secure: true, prefix: 'host' });
  else setCookie(c, name, secret, options);
}

export function forgetSession(c: Context): void {
  if (isSecure(c)) deleteCookie(c, name, { path: '/', secure: true, prefix: 'host' });
  else deleteCookie(c, name, { path: '/' });
}

/** What a form holds; undefined for what is none. */
export async function readForm(c: Context): Promise<FormData | undefined> {
  try {
    return await c.req.formData();
  } catch {
    return undefined;
  }
}

const name = 'redaksi';

/** A laptop's own address is asked by http, and its browser takes no secure cookie. */
function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:';
}

function isSame(given: FormDataEntryValue | null, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
