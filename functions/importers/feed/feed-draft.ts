import type { CategoryMap } from '../category-map.ts';
import { type Drafted, identityFromContent } from '../draft.ts';
import { fitDraft } from '../fit-draft.ts';
import type { ImportProblem } from '../messages.ts';
import { textToHtml } from '../plain-text.ts';
import type { Office } from '../../office/settings.ts';
import { htmlToText } from '../../articles/html.ts';
import { parseWrittenDate } from '../written-date.ts';
import type { FeedEntry } from './feed-entry.ts';

/**
 * An entry as an article.
 *
 * @param feed where it was read, for relative addresses; undefined for a file
 */
export function draftFeedEntry(
  entry: FeedEntry,
  feed: { readonly url: string | undefined; readonly title: string },
  options: {
    readonly timeZone: Office['timeZone'];
    readonly language: string;
    readonly categories: CategoryMap;
  },
): Drafted {
  const title = htmlToText(entry.title).replace(/\s+/g, ' ');
  const date = parseWrittenDate(entry.published, options.timeZone);
  const problems: ImportProblem[] = [];
  if (title === '') problems.push({ code: 'missing-title', values: {} });
  if (htmlToText(entry.body) === '') problems.push({ code: 'empty-body', values: {} });
  if (!date.ok) {
    const { code, values } = date.problem;
    problems.push({ code: code === 'not-a-date' ? 'missing-date' : code, values: { ...values } });
  }
  if (problems.length > 0 || !date.ok) return { ok: false, problems };

  const { category, others } = options.categories.find(entry.categories);
  const url = toAddress(entry.url, feed.url);
  const id =
    entry.id === '' && url === undefined ? identityFromContent(title, date.value, [entry.body]) : entry.id;
  const summary = htmlToText(entry.summary).replace(/\s+/g, ' ');
  const images = entry.pictures.flatMap(({ url: written, type, length }) => {
    const picture = toAddress(written, feed.url);
    const isPicture = picture !== undefined && /^image\/[\w.+-]+$/.test(type) && length >= 1;
    return isPicture && Number.isInteger(length) ? [{ url: picture, type, length, alt: '' }] : [];
  });
  return {
    ok: true,
    draft: fitDraft({
      title,
      bodyHtml: textToHtml(entry.body),
      publishedAt: date.value,
      category,
      tags: others,
      authors: entry.authors.map((author) => /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author),
      ...(entry.isWhole && summary !== '' && summary.length <= 1000 && { summary }),
      ...(images.length > 0 && { images: images.slice(0, 40) }),
      source: { ...(url !== undefined && { url }), ...(id !== '' && { id }), name: feed.title },
      language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(entry.language) ? entry.language : options.language,
    }),
    doubts: entry.isWhole ? [] : [{ code: 'summary-only', values: {} }],
  };
}

function toAddress(written: string, base: string | undefined): string | undefined {
  const url = written === '' ? null : URL.parse(written, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
