import { contentDigestOfRecord, toTexts } from './record-values.ts';
import type { CategoryMap } from '../category-map.ts';
import type { Drafted } from '../draft.ts';
import { fitDraft } from '../fit-draft.ts';
import type { ImportProblem } from '../messages.ts';
import { textToHtml } from '../plain-text.ts';
import type { Office } from '../../office/settings.ts';
import { parseWrittenDate } from '../written-date.ts';
import { type RecordField, fieldOf } from './record-fields.ts';
import { readStoredArticle } from './stored-article.ts';
import { storedDraft } from './stored-draft.ts';

export type RecordOptions = {
  readonly timeZone: Office['timeZone'];
  readonly language: string;
  readonly categories: CategoryMap;
  /** From a field of ours to what the file calls it; other names are recognised. */
  readonly columns?: Readonly<Record<string, string>>;
};

/**
 * A row of a table, or an object of a JSON Lines file, as an article. The names of its fields may be ours,
 * or what newsrooms call them; what another Warta exported keeps its id, version and addresses.
 *
 * @param line where it stands in its file, from 1
 */
export function draftRecord(
  record: Readonly<Record<string, unknown>>,
  line: number,
  options: RecordOptions,
): Drafted {
  const stored = readStoredArticle(record);
  if (stored?.ok === false) {
    return { ok: false, problems: [{ code: 'bad-export', line, values: { reasons: stored.reasons } }] };
  }
  if (stored !== undefined) return { ok: true, draft: storedDraft(stored.stored), doubts: [] };

  const fields = new Map<RecordField, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const field = fieldOf(name, options.columns ?? {});
    if (field !== undefined && !fields.has(field)) fields.set(field, value);
  }
  const text = (field: RecordField) => toTexts(fields.get(field), false)[0] ?? '';
  const texts = (field: RecordField) => toTexts(fields.get(field), true);

  const [title, body, written] = [text('title'), text('bodyHtml'), text('publishedAt')];
  const date = parseWrittenDate(written, options.timeZone);
  const problems: ImportProblem[] = [];
  if (title === '') problems.push({ code: 'missing-title', line, values: {} });
  if (body === '') problems.push({ code: 'empty-body', line, values: {} });
  if (!date.ok) {
    const { code, values } = date.problem;
    problems.push({ code: code === 'not-a-date' ? 'missing-date' : code, line, values: { ...values } });
  }
  if (problems.length > 0 || !date.ok) return { ok: false, problems };

  const { category, others } = options.categories.find(texts('category'));
  const [url, id] = [toUrl(text('sourceUrl')), text('sourceId')];
  const slug = text('slug');
  const status = text('status').toLowerCase();
  const optional = { place: text('place'), summary: text('summary'), slug };
  return {
    ok: true,
    draft: fitDraft({
      title,
      bodyHtml: textToHtml(body),
      publishedAt: date.value,
      category,
      authors: texts('authors'),
      tags: [...texts('tags'), ...others],
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
      source: {
        ...(url !== undefined && { url }),
        ...(id !== '' ? { id } : url === undefined && { id: contentDigestOfRecord(title, date.value, body) }),
      },
      language: text('language') || options.language,
      ...((status === 'draft' || status === 'konsep') && { status: 'draft' as const }),
    }),
    doubts: [],
  };
}

function toUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
