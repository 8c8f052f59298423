import { Hono } from 'hono';
import * as v from 'valibot';
import { parseKeyId, renderKeyText } from '../../access/key-text.ts';
import { roles, tokenCaller } from '../../access/role.ts';
import { parsePublicKey } from '../../access/signatures/public-key.ts';
import { toLine } from '../../articles/characters.ts';
import { parseInstant } from '../../articles/instant.ts';
import type { Problem } from '../../articles/problem.ts';
import { findUnknown, joinUnknown } from '../../articles/unknown-names.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { respondProblem } from '../problem.ts';
import { limitBody, readJson } from '../request-body.ts';

/** Who may do what here: for the office's administrator. */
export function keyRoutes(
  { access, audit, keys }: Publishing,
  { now, log }: Pick<Dependencies, 'now' | 'log'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const mayAdminister = authorize(access, 'admin');

  app.get('/api/keys', mayAdminister, async (c) => c.json({ items: await keys.list() }, 200, noStore));

  app.post('/api/keys', mayAdminister, limitBody, async (c) => {
    const body = await readJson(c);
    if (!body.ok) return respondProblem(c, body.code, body);
    const parsed = v.safeParse(keyRequest, body.value);
    const unknown = findUnknown(keyRequest.entries, body.value, unknownField);
    if (!parsed.success || unknown.length > 0) {
      const errors = joinUnknown((parsed.issues ?? []).map(toProblem), unknown);
      return respondProblem(c, 'invalid-parameters', { errors });
    }
    const { expiresAt } = parsed.output;
    if (expiresAt !== undefined && expiresAt <= now().toISOString()) {
      const errors = [{ parameter: 'expiresAt', detail: 'has passed already' }];
      return respondProblem(c, 'invalid-parameters', { errors });
    }
    const caller = c.get('caller');
    const { key, text } = await audit.record(
      caller,
      { what: 'key-created' },
      () => keys.create({ ...parsed.output, createdBy: caller.name }),
      (made) => ({ outcome: 'done', key: made.key.id }),
    );
    log({ level: 'info', event: 'key-created', id: key.id, role: key.role });
    return c.json({ ...key, key: renderKeyText(text) }, 201, noStore);
  });

  app.delete('/api/keys/:id', mayAdminister, limitBody, async (c) => {
    const id = parseKeyId(c.req.param('id'));
    // What is no id is not noted: it may be a secret.
    if (id === undefined) return respondProblem(c, 'not-found', { detail: noSuchKey });
    const key = await audit.record(
      c.get('caller'),
      { what: 'key-revoked', key: id },
      () => keys.revoke(id),
      (revoked) => ({ outcome: revoked === undefined ? 'refused' : 'done' }),
    );
    if (key === undefined) return respondProblem(c, 'not-found', { detail: noSuchKey });
    access.forget(key.id);
    log({ level: 'info', event: 'key-revoked', id: key.id });
    return c.json(key, 200, noStore);
  });

  return app;
}

const noSuchKey = 'There is no key of this id.';
const noStore = { 'Cache-Control': 'no-store' };

/** What `POST /api/keys` takes. */
export const keyRequest = v.strictObject({
  name: v.pipe(
    v.string('must be a text'),
    v.transform(toLine),
    v.minLength(1, 'must not be empty'),
    v.maxLength(80, 'must have at most 80 characters'),
    v.notValue(tokenCaller.name, 'is what the publishing token is called'),
  ),
  role: v.picklist(roles, `must be one of ${roles.join(', ')}`),
  requestsPerMinute: v.exactOptional(
    v.pipe(
      v.number('must be a number'),
      v.integer('must be whole'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(100_000, 'must be at most 100000'),
    ),
  ),
  publicKey: v.exactOptional(
    v.pipe(
      v.string('must be a text'),
      v.maxLength(1000, 'must have at most 1000 characters'),
      v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
        const parsed = parsePublicKey(dataset.value);
        if (parsed.ok) return parsed.pem;
        addIssue({ message: parsed.detail });
        return NEVER;
      }),
      v.metadata({
        description:
          'PEM, Ed25519 or ECDSA on P-256. What is written with the key must then be signed by its private half.',
      }),
    ),
  ),
  expiresAt: v.exactOptional(
    v.pipe(
      v.string('must be a text'),
      v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
        const instant = parseInstant(dataset.value);
        if (instant !== undefined) return new Date(instant).toISOString();
        addIssue({ message: 'must be an instant with its zone, such as 2027-01-01T00:00:00+07:00' });
        return NEVER;
      }),
      v.metadata({ format: 'date-time', description: 'In the future.' }),
    ),
  ),
});

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const parameter = v.getDotPath(issue) ?? '';
  if (issue.type !== 'strict_object') return { parameter, detail: issue.message };
  const isUnknown = issue.expected === 'never';
  return { parameter, detail: isUnknown ? unknownField : 'is missing' };
}

const unknownField = 'is no field of a key';
