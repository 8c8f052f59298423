import { type Article, type Image, absoluteUrl } from '../../articles/article.ts';
import type { Office } from '../../office/settings.ts';

/** A picture that stands for a page where it is shared. */
export type Picture = {
  /** Absolute. */
  readonly url: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alt: string;
};

/** What a page may load: a path of our own, or an address on a host that the office named. */
export function loadableUrl(office: Office, url: string): string | undefined {
  if (url.startsWith('/')) return url;
  if (url.startsWith(`${office.baseUrl}/`)) return url.slice(office.baseUrl.length);
  const origin = URL.parse(url)?.origin;
  return origin !== undefined && office.pictureHosts.includes(origin) ? url : undefined;
}

/** The first picture of an article that a page may load. */
export function firstLoadable(office: Office, { images }: Article): (Image & { src: string }) | undefined {
  for (const image of images) {
    const src = loadableUrl(office, image.url);
    if (src !== undefined) return { ...image, src };
  }
  return undefined;
}

/** The picture for sharing an article: its first one, or a cloth that is woven for it. */
export function sharePicture(office: Office, article: Article): Picture {
  const [image] = article.images;
  if (image === undefined) return wovenPicture(office, sharePicturePath(article), article.title);
  const { url, width, height, alt } = image;
  return { url: absoluteUrl(office.baseUrl, url), width, height, alt: alt || article.title };
}

/** The picture of every other page. */
export function officePicture(office: Office): Picture {
  return wovenPicture(office, officePicturePath, office.name);
}

/** Where the woven picture of an article is: it depends on nothing but the id and the category. */
export function sharePicturePath({ id, category }: Pick<Article, 'id' | 'category'>): string {
  return `/gambar/${category}/${id.toLowerCase()}.png`;
}

export const officePicturePath = '/gambar/warta.png';

/** The mark as a square picture. */
export const markPicturePath = '/gambar/tanda.png';

function wovenPicture(office: Office, path: string, alt: string): Picture {
  return { url: office.baseUrl + path, width: 1200, height: 630, alt };
}
