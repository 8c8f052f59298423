import { htmlToText } from '../../articles/html.ts';
import { toSlug } from '../../articles/slug.ts';
import type { Office } from '../../office/settings.ts';
import type { CategoryMap } from '../category-map.ts';
import type { Drafted } from '../draft.ts';
import { fitDraft } from '../fit-draft.ts';
import type { ImportProblem } from '../messages.ts';
import { readStoredArticle } from '../records/stored-article.ts';
import { storedDraft } from '../records/stored-draft.ts';
import { addParagraphs } from './paragraphs.ts';
import { postDate } from './post-date.ts';
import { type Attachment, expandShortcodes, renderFigure } from './shortcodes.ts';
import type { WxrItem } from './wxr-reader.ts';

export type WordPressOptions = {
  readonly timeZone: Office['timeZone'];
  readonly language: string;
  readonly categories: CategoryMap;
  /** Drafts and posts that wait for review go in as drafts; private ones and those with a password never do. */
  readonly withDrafts: boolean;
  /** The kinds of post that are articles. */
  readonly types: readonly string[];
};

/** What of the site a post needs to be read. */
export type WordPressSite = {
  readonly name: string;
  /** Its address, with a slash at the end where it has a path. */
  readonly url: string;
  readonly findPicture: (id: string) => Attachment | undefined;
  /** The pictures that were uploaded to a post. */
  readonly picturesOf: (postId: string) => readonly string[];
  readonly nameOf: (login: string) => string;
};

/** A post as an article; what is no article, or was never public, is left out. */
export function draftPost(post: WxrItem, site: WordPressSite, options: WordPressOptions): Drafted {
  const { fields, line } = post;
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const stored = post.meta.get('_warta_article');
  if (stored !== undefined) {
    const read = readStoredArticle({ article: stored, submittedDigest: post.meta.get('_warta_digest') });
    if (read?.ok === true) return { ok: true, draft: storedDraft(read.stored), doubts: [] };
  }

  const leftOut = whyLeftOut(field, options);
  if (leftOut !== undefined) {
    return { ok: false, isLeftOut: true, problems: [{ ...leftOut, line }] };
  }
  const title = htmlToText(field('title')).replace(/\s+/g, ' ');
  const id = field('wp:post_id');
  const text = expandShortcodes(fields.get('content:encoded') ?? '', site.findPicture, site.picturesOf(id));
  const date = postDate(field, options.timeZone);
  const featured = featuredPicture(post, site, text.html);
  const bodyHtml = `${featured.html}${addParagraphs(text.html)}`;

  const problems: ImportProblem[] = [];
  if (post.isTooLarge) problems.push({ code: 'article-too-large', line, values: {} });
  if (title === '') problems.push({ code: 'missing-title', line, values: {} });
  if (htmlToText(bodyHtml) === '') problems.push({ code: 'empty-body', line, values: {} });
  if (date === undefined) problems.push({ code: 'missing-date', line, values: {} });
  if (problems.length > 0 || date === undefined) return { ok: false, problems };

  const categories = post.terms.filter(({ domain }) => domain === 'category').map(({ name }) => name);
  const tags = post.terms.filter(({ domain }) => domain === 'post_tag').map(({ name }) => name);
  const { category, others } = options.categories.find(categories);
  const link = toAddress(field('link'), site.url);
  const guid = field('guid');
  const slug = toSlug(decodeSafely(field('wp:post_name')));
  const author = site.nameOf(field('dc:creator'));
  const summary = htmlToText(field('excerpt:encoded')).replace(/\s+/g, ' ');
  const missing = [...text.missing, ...featured.missing];
  return {
    ok: true,
    draft: fitDraft({
      title,
      bodyHtml,
      publishedAt: date,
      category,
      tags: [...tags, ...others],
      authors: author === '' ? [] : [author],
      ...(summary !== '' && { summary }),
      ...(slug !== '' && { slug }),
      source: {
        ...(link !== undefined && { url: link }),
        id: guid === '' ? `${site.url}?p=${id}` : guid,
        name: site.name,
      },
      ...(id !== '' && { formerUrls: [`/?p=${encodeURIComponent(id)}`] }),
      language: options.language,
      ...(draftStates.has(field('wp:status')) && { status: 'draft' as const }),
    }),
    doubts: [
      ...(text.unknown.length === 0
        ? []
        : [{ code: 'shortcode-dropped' as const, line, values: { names: text.unknown.join(', ') } }]),
      ...(missing.length === 0
        ? []
        : [{ code: 'picture-missing' as const, line, values: { ids: missing.slice(0, 20).join(', ') } }]),
    ],
  };
}

function whyLeftOut(
  field: (name: string) => string,
  { types, withDrafts }: WordPressOptions,
): ImportProblem | undefined {
  const [type, status] = [field('wp:post_type') || 'post', field('wp:status') || 'publish'];
  if (!types.includes(type)) return { code: 'type-left-out', values: { type } };
  if (field('wp:post_password') !== '' || !knownStates.has(status)) {
    return {
      code: 'private-left-out',
      values: { status: field('wp:post_password') === '' ? status : 'password' },
    };
  }
  return draftStates.has(status) && !withDrafts ? { code: 'draft-left-out', values: { status } } : undefined;
}

/** The picture that the post was shown with, at its head, unless the text has it already. */
function featuredPicture(
  post: WxrItem,
  site: WordPressSite,
  html: string,
): { readonly html: string; readonly missing: readonly string[] } {
  const id = post.meta.get('_thumbnail_id')?.trim() ?? '';
  if (!/^[1-9]\d*$/.test(id)) return { html: '', missing: [] };
  const picture = site.findPicture(id);
  if (picture === undefined) return { html: '', missing: [id] };
  const name = /[^/]*$/.exec(picture.url)?.[0].replace(/\.\w+$/, '') ?? '';
  // The text has it in another size: `jembatan-300x200.jpg`.
  const isInText = name !== '' && html.includes(name);
  return { html: isInText ? '' : `${renderFigure(picture)}\n`, missing: [] };
}

function toAddress(written: string, base: string): string | undefined {
  const url = written === '' ? null : URL.parse(written, base || undefined);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const draftStates = new Set(['draft', 'pending']);
const knownStates = new Set(['publish', 'future', ...draftStates]);
