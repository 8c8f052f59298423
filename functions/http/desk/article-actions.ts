import * as v from 'valibot';
import type { DeskParts, Desk } from './desk-parts.ts';

/** What became of a press of a button. */
export type ActionOutcome =
  | { readonly kind: 'saved'; readonly id: string; readonly status: string; readonly publishedAt: string }
  /** Somebody else was faster. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'withdrawn' }
  /** The key may not do that. */
  | { readonly kind: 'forbidden' }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly problems: readonly { parameter: string; detail: string }[] }
  /** The API failed, or is at it still: it may have been written. */
  | { readonly kind: 'unsure'; readonly problems: readonly { parameter: string; detail: string }[] };

/** Writes with the key of whoever sits at the desk, by the publishing API and no other way. */
export function createArticleActions({ ask }: Pick<DeskParts, 'ask'>) {
  const send = async (desk: Desk, method: string, path: string, body: unknown, headers = {}) => {
    const init = {
      method,
      headers: {
        Authorization: `Bearer ${desk.session.key}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    };
    return toOutcome(await ask(path, init));
  };
  return {
    /** @param name of the request, where it has one: sent again under it, it writes nothing */
    create: (desk: Desk, submission: unknown, name?: string) =>
      send(desk, 'POST', '/api/articles', submission, name === undefined ? {} : { 'Idempotency-Key': name }),
    change: (desk: Desk, id: string, version: number, submission: unknown) =>
      send(desk, 'PUT', `/api/articles/${id}`, submission, { 'If-Match': `"${version}"` }),
    withdraw: (desk: Desk, id: string, version: number, reason: string) =>
      send(desk, 'DELETE', `/api/articles/${id}`, { reason }, { 'If-Match': `"${version}"` }),
    bringBack: (desk: Desk, id: string, version: number) =>
      send(desk, 'POST', `/api/articles/${id}/restore`, {}, { 'If-Match': `"${version}"` }),
  };
}

async function toOutcome(response: Response): Promise<ActionOutcome> {
  const answer: unknown = await response.json();
  if (response.ok) return { kind: 'saved', ...v.parse(savedArticle, answer) };
  if (response.status === 412) return { kind: 'stale' };
  if (response.status === 410) return { kind: 'withdrawn' };
  if (response.status === 403) return { kind: 'forbidden' };
  const { errors, detail } = v.parse(problem, answer);
  const isUnsure = response.status >= 500 || response.status === 409;
  return { kind: isUnsure ? 'unsure' : 'refused', problems: errors ?? [{ parameter: '', detail }] };
}

const savedArticle = v.object({ id: v.string(), status: v.string(), publishedAt: v.string() });
const problem = v.object({
  detail: v.string(),
  errors: v.optional(v.array(v.object({ parameter: v.string(), detail: v.string() }))),
});
