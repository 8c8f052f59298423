import type { Article } from '../../articles/article.ts';
import type { Office } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import type { ArticleForm } from './article-form.ts';
import { fromEditable } from './editor-body.ts';

/**
 * What the form says, as the publishing API takes it. What a form has no field for stays as it was.
 *
 * @param before the article that is edited
 * @returns undefined where the body is nested too deep to be read
 */
export function toSubmission(
  form: ArticleForm,
  status: 'draft' | 'published',
  {
    office,
    before,
    now,
  }: { readonly office: Office; readonly before?: Article | undefined; readonly now: Date },
): Record<string, unknown> | undefined {
  const bodyHtml = bodyOf(form, before);
  if (bodyHtml === undefined) return undefined;
  const { title, place, summary, category, correction } = form;
  return {
    title,
    bodyHtml,
    publishedAt: publishedAtOf(form, office, before, now),
    category,
    status,
    authors: toList(form.authors),
    tags: toList(form.tags),
    images: form.images.map(toImage),
    ...(place.trim() !== '' && { place }),
    ...(summary.trim() !== '' && { summary }),
    ...(correction.trim() !== '' && { correction: { note: correction } }),
    ...(before?.source !== undefined && { source: before.source }),
    ...(before !== undefined && { language: before.language }),
  };
}

function bodyOf(form: ArticleForm, before: Article | undefined): string | undefined {
  try {
    return fromEditable(form, before?.bodyHtml);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function publishedAtOf(form: ArticleForm, office: Office, before: Article | undefined, now: Date): string {
  const offset = zoneOffset(office.timeZone);
  if (form.when === 'now') {
    const offsetMs = Number(offset.slice(1, 3)) * 3_600_000;
    return new Date(now.getTime() + offsetMs).toISOString().slice(0, 19) + offset;
  }
  // The field has no seconds, and the office's zone: left alone it changes neither.
  if (before !== undefined && isSameMinute(form.publishedAt, before.publishedAt, offset))
    return before.publishedAt;
  return `${form.publishedAt}:00${offset}`;
}

function isSameMinute(local: string, instant: string, offset: string): boolean {
  const chosen = Date.parse(`${local}:00${offset}`);
  return Math.floor(chosen / 60_000) === Math.floor(Date.parse(instant) / 60_000);
}

function toImage({ url, type, length, width, height, alt, caption }: ArticleForm['images'][number]) {
  return {
    url,
    type,
    length: Number(length),
    alt,
    ...(width !== '' && { width: Number(width) }),
    ...(height !== '' && { height: Number(height) }),
    ...(caption.trim() !== '' && { caption }),
  };
}

function toList(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
