import * as v from 'valibot';
import type { StoredRecord } from '../draft.ts';

/**
 * The whole article in a record that another Warta exported: `{ "article": { … } }`. Undefined where the
 * record is no such thing. The service that takes it in checks it again.
 */
export function readStoredArticle(
  record: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly stored: StoredRecord }
  | { readonly ok: false; readonly reasons: string }
  | undefined {
  if (record['article'] === undefined) return undefined;
  const written = typeof record['article'] === 'string' ? parseJson(record['article']) : record['article'];
  const parsed = v.safeParse(storedArticle, written);
  if (!parsed.success) {
    const reasons = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
    return { ok: false, reasons: reasons.join('; ').slice(0, 500) };
  }
  const digest = record['submittedDigest'];
  // A table has a mark before what would begin as a formula, as one digest in 64 does.
  const submittedDigest = typeof digest === 'string' ? digest.replace(/^'/, '') : '';
  return { ok: true, stored: { article: parsed.output, ...(submittedDigest !== '' && { submittedDigest }) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const text = v.string();
const texts = v.array(text);
const storedArticle = v.looseObject({
  id: v.pipe(text, v.regex(/^[0-9A-Z]{26}$/)),
  slug: text,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updatedAt: text,
  title: text,
  summary: text,
  bodyHtml: text,
  place: v.exactOptional(text),
  authors: texts,
  category: text,
  tags: texts,
  images: v.array(
    v.looseObject({
      url: text,
      type: text,
      length: v.number(),
      alt: text,
      caption: v.exactOptional(text),
      width: v.exactOptional(v.number()),
      height: v.exactOptional(v.number()),
    }),
  ),
  source: v.exactOptional(
    v.looseObject({ url: v.exactOptional(text), id: v.exactOptional(text), name: v.exactOptional(text) }),
  ),
  formerUrls: v.exactOptional(texts),
  formerSlugs: v.exactOptional(texts),
  language: text,
  publishedAt: text,
  status: v.picklist(['draft', 'published', 'withdrawn']),
  withdrawal: v.exactOptional(v.looseObject({ at: text, reason: text })),
});
