import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import png from '@jimp/js-png';
import { methods as resizing } from '@jimp/plugin-resize';
import { imageSize } from 'image-size';
import type { NewMedia } from '../media-store.ts';
import { isWithinBounds } from './png-bounds.ts';

/** A picture of ours: made new from its pixels, so nothing else that the file held is in it. */
export type PreparedPicture = NewMedia & { readonly width: number; readonly height: number };

export type PictureProblem = { readonly problem: 'type' | 'size' | 'together' | 'broken' };

/** How many pixels may still be read of the pictures that came together. Reading one takes from it. */
export type PixelBudget = { left: number };

/**
 * Of one picture, and of all that come with a form: 24 kB can be a picture of that size, which takes a second or
 * two and 360 MB, and a form has room for 184. Of what comes as the camera made it. Of a JPEG a pixel takes up
 * to fifty bytes while it is read: 1.2 GB for the largest, which the publishing function has
 * (infra/warta-stack.ts).
 */
const maxPixels = 25_000_000;
/** What a picture counts as at the least: each is kept by itself, however small, so a form brings a hundred. */
const minCounted = 250_000;
/** The JPEG decoder's own count, which knows no overhead: enough for three channels of the most pixels. */
const maxMemoryUsageInMB = 600;
/** A progressive picture has some ten; each takes a walk over all of it, and 4 MB hold a hundred thousand. */
const maxScans = 200;
/** Of the longer side: what a page shows on a screen of twice the density. */
const maxSide = 1600;

const Jimp = createJimp({ formats: [jpeg, png], plugins: [resizing] });

/**
 * Reads a picture by what is in it, whatever its name says, turns it as the camera was held, and writes it
 * again, no larger than a page needs. Where the camera stood, and all else beside the pixels, goes.
 */
export async function preparePicture(
  file: Uint8Array,
  budget: PixelBudget = createPixelBudget(),
): Promise<PreparedPicture | PictureProblem> {
  const outline = readOutline(file);
  if (outline === undefined) return { problem: 'type' };
  const pixels = outline.width * outline.height;
  if (pixels > maxPixels) return { problem: 'size' };
  const counted = Math.max(pixels, minCounted);
  if (counted > budget.left) return { problem: 'together' };
  budget.left -= counted;
  if (outline.type === 'png' && !isWithinBounds(file, maxPixels)) return { problem: 'size' };
  if (outline.type === 'jpg' && countScans(file) > maxScans) return { problem: 'broken' };
  try {
    // What says less in its outline than it holds is broken. One pixel more is for the rounding.
    const jpegBounds = { maxMemoryUsageInMB, maxResolutionInMP: (pixels + 1) / 1_000_000 };
    const picture = await Jimp.fromBuffer(Buffer.from(file), { 'image/jpeg': jpegBounds });
    if (Math.max(picture.width, picture.height) > maxSide) picture.scaleToFit({ w: maxSide, h: maxSide });
    const { width, height } = picture;
    const isDrawing = outline.type === 'png';
    const bytes = isDrawing
      ? await picture.getBuffer('image/png')
      : await picture.getBuffer('image/jpeg', { quality: 82 });
    const kind = isDrawing
      ? ({ type: 'image/png', extension: 'png' } as const)
      : ({ type: 'image/jpeg', extension: 'jpg' } as const);
    return { bytes: new Uint8Array(bytes), ...kind, width, height };
  } catch {
    return { problem: 'broken' };
  }
}

/** For the pictures of one form. */
export function createPixelBudget(): PixelBudget {
  return { left: maxPixels };
}

/** Where a scan may begin (SOS, JPEG section B.1.1.3), also where those two bytes mean something else. */
function countScans(file: Uint8Array): number {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const startOfScan = Buffer.from([0xff, 0xda]);
  let count = 0;
  for (let at = bytes.indexOf(startOfScan); at !== -1; at = bytes.indexOf(startOfScan, at + 2)) count += 1;
  return count;
}

/** By its first bytes; undefined for what is no JPEG and no PNG. */
function readOutline(file: Uint8Array): { type: 'jpg' | 'png'; width: number; height: number } | undefined {
  try {
    const { type, width, height } = imageSize(file);
    return type === 'jpg' || type === 'png' ? { type, width, height } : undefined;
  } catch {
    return undefined;
  }
}
