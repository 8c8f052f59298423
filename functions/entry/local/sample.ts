import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { parseMarkdownArticle } from '../../importers/markdown-article.ts';
import type { MediaFolder } from './media-folder.ts';

const folder = join(import.meta.dirname, '../../sample');

/**
 * The articles that a first start brings, as submissions to the publishing API. Each carries its file name
 * as its source, so that a first start which was interrupted does nothing twice. Their pictures are taken
 * into the media folder.
 */
export async function readSampleArticles(media: Pick<MediaFolder, 'add'>): Promise<unknown[]> {
  const names = (await readdir(join(folder, 'articles'))).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = parseMarkdownArticle(await readFile(join(folder, 'articles', name), 'utf8'));
      if (!parsed.ok) throw new Error(`sample article ${name}, line ${parsed.line}: ${parsed.detail}`);
      const { fields, bodyHtml } = parsed.article;
      const images = Array.isArray(fields['images']) ? fields['images'] : [];
      return {
        ...fields,
        bodyHtml,
        images: await Promise.all(images.map((image) => takeIn(image, media))),
        source: { id: `sample:${name}` },
      };
    }),
  );
}

async function takeIn({ file, ...image }: { readonly file: string }, media: Pick<MediaFolder, 'add'>) {
  const path = join(folder, 'pictures', file);
  const bytes = await readFile(path);
  await media.add(path);
  const { width, height } = imageSize(bytes);
  return { ...image, url: `/media/${file}`, type: 'image/jpeg', length: bytes.length, width, height };
}
