import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import { type ProblemCode, type ProblemDetails, respondProblem } from './problem.ts';

/** What a Lambda takes in one request, and no more elsewhere. */
export const maxBodyBytes = 6_000_000;
export const maxBatchItems = 500;

export type Refusal = { readonly ok: false; readonly code: ProblemCode } & ProblemDetails;
export type ReadValue = { readonly ok: true; readonly value: unknown } | Refusal;
export type ReadBatch = { readonly ok: true; readonly items: readonly ReadValue[] } | Refusal;

/** Refuses a body that is too large before it is read. */
export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) =>
    respondProblem(c, 'too-large', {
      detail: `A request may have ${maxBodyBytes} bytes: send fewer at once.`,
    }),
});

/** One JSON value. */
export async function readJson(c: Context, type = 'application/json'): Promise<ReadValue> {
  if (mediaTypeOf(c) !== type) return unsupported(type);
  return parseJson(await c.req.text(), 'The body');
}

/** A JSON array, or one JSON value a line (NDJSON), whose bad lines spoil nothing but themselves. */
export async function readBatch(c: Context): Promise<ReadBatch> {
  const mediaType = mediaTypeOf(c);
  const items = await readItems(c, mediaType);
  if (!items.ok || items.items.length <= maxBatchItems) return items;
  const detail = `A batch may have ${maxBatchItems} articles, not ${items.items.length}: send several.`;
  return { ok: false, code: 'too-large', detail };
}

/** Why an article is withdrawn: from a JSON body, or from the address for clients that send none with DELETE. */
export async function readReason(c: Context): Promise<string | undefined> {
  const text = await c.req.text();
  const body = text === '' ? undefined : parseJson(text, 'The body');
  const inBody = v.safeParse(v.looseObject({ reason: v.unknown() }), body?.ok ? body.value : undefined);
  const given = inBody.success ? inBody.output : { reason: c.req.query('reason') };
  const parsed = v.safeParse(withdrawalRequest, given);
  return parsed.success ? parsed.output.reason : undefined;
}

/** What a withdrawal says. */
export const withdrawalRequest = v.object({
  reason: v.pipe(
    v.string(),
    v.transform(toLine),
    v.minLength(1),
    v.maxLength(500),
    v.description('For readers.'),
  ),
});

async function readItems(c: Context, mediaType: string): Promise<ReadBatch> {
  if (ndjsonTypes.has(mediaType)) {
    const lines = (await c.req.text()).split('\n');
    const items = lines.flatMap((line, index) =>
      line.trim() === '' ? [] : [parseJson(line, `Line ${index + 1}`)],
    );
    return { ok: true, items };
  }
  if (mediaType !== 'application/json') return unsupported('application/json or application/x-ndjson');
  const body = parseJson(await c.req.text(), 'The body');
  if (!body.ok) return body;
  if (Array.isArray(body.value))
    return { ok: true, items: body.value.map((value: unknown) => ({ ok: true, value })) };
  return { ok: false, code: 'malformed-request', detail: 'The body is no JSON array of articles.' };
}

function parseJson(text: string, what: string): ReadValue {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, code: 'malformed-request', detail: `${what} is no JSON: ${why}` };
  }
}

function unsupported(wanted: string): Refusal {
  return { ok: false, code: 'unsupported-type', detail: `Send ${wanted}, and say so in Content-Type.` };
}

function mediaTypeOf(c: Context): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

const ndjsonTypes = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl']);
