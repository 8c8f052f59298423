import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { AnswerStore, Claim, NamedRequest } from '../../access/answer-store.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { textIn } from './form-text.ts';

/** A name for a form, made when it is shown: what is pressed twice is known by it. */
export function nameForm(): string {
  return randomBytes(12).toString('hex');
}

/**
 * Does what a form asks once, and leads whoever pressed again where the first press led. A form that was changed
 * in between, by going back to it, is another one.
 */
export function answerFormOnce({
  publishing: { answers },
  dependencies,
}: {
  readonly publishing: Pick<DeskParts['publishing'], 'answers'>;
  readonly dependencies: Pick<DeskParts['dependencies'], 'log'>;
}): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const desk = c.get('desk');
    const form = c.get('form');
    const once = textIn(form, 'once');
    if (!/^[0-9a-f]{24}$/.test(once)) return next();
    const name = `desk-${once}-${await digestForm(c.req.path, form)}`;
    const request = { callerId: desk.caller.id, name, fingerprint: 'form' };
    const claim = await claimInTurn(answers, request);
    if (claim.state === 'answered') return c.redirect(claim.answer.headers['Location'] ?? '', 303);
    if (claim.state !== 'ours') return c.text(desk.text.stillSaving, 409);
    const { startedAt } = claim;
    // The API keeps its refusals under the name of a request: a press after one has another name.
    c.set('press', { name: `${name}-${startedAt}-article`, at: new Date(startedAt) });
    await next();
    const headers = { Location: c.res.headers.get('Location') ?? '' };
    try {
      if (c.res.status === 303) await answers.keep(request, startedAt, { status: 303, headers, body: '' });
      // It may be done for all we know, and is asked again as it was; any other page wrote nothing.
      else if (c.res.status >= 500) await answers.release(request, startedAt);
      else await answers.forget(request, startedAt);
    } catch (error) {
      dependencies.log({ level: 'warn', event: 'answer-not-kept', error: String(error) });
    }
    return undefined;
  };
}

/** Of two presses at the same time one waits until the other has its answer. */
async function claimInTurn(answers: AnswerStore, request: NamedRequest): Promise<Claim> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    const claim = await answers.claim(request);
    if (claim.state !== 'in-flight' || waitedMs >= patienceMs) return claim;
    await setTimeout(pauseMs);
  }
}

const pauseMs = 200;
/** Both fronts give up after 30 seconds. */
const patienceMs = 10_000;

/** What was sent, and where to. */
async function digestForm(path: string, form: FormData): Promise<string> {
  const hash = createHash('sha256').update(`${path}\n`);
  for (const [name, value] of form) {
    if (name === 'formToken') continue;
    const bytes = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
    hash.update(`${name}\n`).update(createHash('sha256').update(bytes).digest());
  }
  return hash.digest('base64url');
}
