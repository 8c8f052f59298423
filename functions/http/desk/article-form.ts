import type { Article } from '../../articles/article.ts';
import { htmlToParagraphs } from '../../articles/html.ts';
import type { Office } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { type BodyFormat, toEditable } from './editor-body.ts';
import { textIn } from './form-text.ts';

/** An article as its form has it: every field as text. */
export type ArticleForm = {
  readonly title: string;
  readonly place: string;
  readonly body: string;
  readonly format: BodyFormat;
  readonly summary: string;
  /** Separated by commas, as are the tags. */
  readonly authors: string;
  readonly tags: string;
  readonly category: string;
  /** At the press of the button, or at `publishedAt`. */
  readonly when: 'now' | 'at';
  /** On the office's clocks: `2026-11-26T09:30`. */
  readonly publishedAt: string;
  readonly correction: string;
  readonly images: readonly FormImage[];
};

export type FormImage = {
  readonly url: string;
  readonly type: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
  readonly alt: string;
  readonly caption: string;
};

export const imageFields = ['url', 'type', 'length', 'width', 'height', 'alt', 'caption'] as const;

/** What was typed. A picture that was marked to be removed is gone. */
export function readArticleForm(form: FormData): ArticleForm {
  const text = (name: string) => textIn(form, name);
  const columns = imageFields.map((name) => form.getAll(`image.${name}`).map(textOf));
  const removed = new Set(form.getAll('image.removed').map(textOf));
  const images = (columns[0] ?? []).map((_, row) => {
    const [url = '', type = '', length = '', width = '', height = '', alt = '', caption = ''] = columns.map(
      (column) => column[row] ?? '',
    );
    return { url, type, length, width, height, alt, caption };
  });
  return {
    title: text('title'),
    place: text('place'),
    body: text('body').replace(/\r\n?/g, '\n'),
    format: text('format') === 'html' ? 'html' : 'markdown',
    summary: text('summary'),
    authors: text('authors'),
    tags: text('tags'),
    category: text('category'),
    when: text('when') === 'at' ? 'at' : 'now',
    publishedAt: text('publishedAt'),
    correction: text('correction'),
    images: images.filter(({ url }) => url !== '' && !removed.has(url)),
  };
}

export function emptyForm(office: Office): ArticleForm {
  return {
    title: '',
    place: '',
    body: '',
    format: 'markdown',
    summary: '',
    authors: '',
    tags: '',
    category: office.categories.find(({ retiredOn }) => retiredOn === undefined)?.slug ?? '',
    when: 'now',
    publishedAt: '',
    correction: '',
    images: [],
  };
}

/** The form of what is there. A draft's time counts if it was chosen: else it is that of its last save. */
export function toArticleForm(article: Article, office: Office): ArticleForm {
  const { status, publishedAt, updatedAt, images } = article;
  const apartMs = Math.abs(Date.parse(publishedAt) - Date.parse(updatedAt));
  const isChosen = status !== 'draft' || apartMs > savedTogetherMs;
  return {
    title: article.title,
    place: article.place ?? '',
    ...toEditable(article.bodyHtml),
    summary: isOfText(article) ? '' : article.summary,
    authors: article.authors.join(', '),
    tags: article.tags.join(', '),
    category: article.category,
    when: isChosen ? 'at' : 'now',
    publishedAt: isChosen ? toOfficeClock(publishedAt, office) : '',
    correction: '',
    images: images.map(({ url, type, length, width = '', height = '', alt, caption = '' }) => ({
      url,
      type,
      length: String(length),
      width: String(width),
      height: String(height),
      alt,
      caption,
    })),
  };
}

const savedTogetherMs = 5000;

/** Whether the summary is how the text begins: then it is made again with the text, and nobody wrote it. */
function isOfText({ summary, bodyHtml }: Article): boolean {
  return (htmlToParagraphs(bodyHtml)[0] ?? '').startsWith(summary.replace(/…$/, ''));
}

/** An instant as a field for day and time has it. */
export function toOfficeClock(instant: string, { timeZone }: Office): string {
  const offsetMs = Number(zoneOffset(timeZone).slice(1, 3)) * 3_600_000;
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 16);
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
