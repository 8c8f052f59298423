import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { htmlToText } from '../../articles/html.ts';
import type { ArticleSource, ImportItem } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import { toFileProblem } from '../file-problem.ts';
import { ownCopy } from '../own-copy.ts';
import type { Attachment } from './shortcodes.ts';
import { type WordPressOptions, type WordPressSite, draftPost } from './wordpress-draft.ts';
import { type WxrItem, readWxr } from './wxr-reader.ts';

/**
 * The posts of WordPress exports. Each file is read twice: pictures stand behind the posts that show them,
 * so the first time only their addresses are taken, and the second time the posts, one after the other.
 *
 * @param onSite told where each site stood, before its first post
 */
export function createWordPressSource(
  files: readonly string[],
  options: WordPressOptions,
  onSite: (url: string) => void,
): ArticleSource {
  let read = 0;
  let total = 0;
  async function* items(): AsyncGenerator<ImportItem> {
    for (const file of files) total += 2 * (await stat(file).catch(() => ({ size: 0 }))).size;
    for (const file of files) {
      try {
        const site = await readSite(file);
        if (site === undefined) yield { name: file, ok: false, problems: [{ code: 'not-wxr', values: {} }] };
        else {
          onSite(site.url);
          yield* readPosts(file, site);
        }
      } catch (error) {
        yield { name: file, ok: false, problems: [toFileProblem(error)] };
      }
    }
  }

  async function readSite(file: string): Promise<WordPressSite | undefined> {
    const pictures = new Map<string, Attachment>();
    const byPost = new Map<string, string[]>();
    const names = new Map<string, string>();
    const about = new Map<string, string>();
    let itemCount = 0;
    for await (const event of readWxr(readText(file))) {
      if (event.kind === 'channel' && !about.has(event.name)) about.set(event.name, event.value.trim());
      if (event.kind === 'author') names.set(event.login, event.name);
      if (event.kind !== 'item') continue;
      itemCount++;
      takePicture(event.item, pictures, byPost);
    }
    if (itemCount === 0) return undefined;
    const url = about.get('wp:base_blog_url') ?? about.get('link') ?? about.get('wp:base_site_url') ?? '';
    return {
      name: htmlToText(about.get('title') ?? ''),
      url: URL.parse(url)?.href ?? '',
      findPicture: (id) => pictures.get(id),
      picturesOf: (postId) => byPost.get(postId) ?? [],
      nameOf: (login) => names.get(login) ?? login,
    };
  }

  async function* readPosts(file: string, site: WordPressSite): AsyncGenerator<ImportItem> {
    let isTold = false;
    for await (const event of readWxr(readText(file))) {
      if (event.kind === 'fault' && !isTold) {
        isTold = true;
        const { line, reason } = event;
        yield { name: file, ok: false, problems: [{ code: 'xml-damaged', line, values: { reason } }] };
      }
      if (event.kind !== 'item' || isSilent.test(event.item.fields.get('wp:post_type') ?? '')) continue;
      const { item } = event;
      yield { name: file, ...draftOrReason(() => draftPost(item, site, options)) };
    }
  }

  async function* readText(file: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8');
    for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) {
      const bytes: Uint8Array = chunk;
      read += bytes.length;
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  }

  return { items: items(), progress: () => (total === 0 ? undefined : Math.min(1, read / total)) };
}

function takePicture(
  { fields, meta }: WxrItem,
  pictures: Map<string, Attachment>,
  byPost: Map<string, string[]>,
): void {
  const field = (name: string) => ownCopy(fields.get(name)?.trim() ?? '');
  const [id, url] = [field('wp:post_id'), field('wp:attachment_url')];
  if (fields.get('wp:post_type') !== 'attachment' || !/^https?:\/\//i.test(url)) return;
  const caption = ownCopy(htmlToText(fields.get('excerpt:encoded') ?? '').replace(/\s+/g, ' '));
  pictures.set(id, { url, caption, alt: ownCopy(meta.get('_wp_attachment_image_alt')?.trim() ?? '') });
  const parent = field('wp:post_parent') || '0';
  const isPicture = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$/i.test(url.replace(/[?#].*$/, ''));
  if (parent === '0' || !isPicture) return;
  const siblings = byPost.get(parent);
  if (siblings === undefined) byPost.set(parent, [id]);
  else siblings.push(id);
}

/** What WordPress keeps beside posts and pages. */
const isSilent =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|wp_[a-z_]+|user_request)$/;
