import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaStore, NewMedia } from '../../functions/http/media-store.ts';

/** A place for pictures, together with the way by which readers get them from there. */
export type MediaWorld = {
  readonly media: MediaStore;
  /** As a reader asks for a path below `/media/`. */
  readonly get: (path: string) => Promise<Response>;
  /** How many pictures there are. */
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What every place for pictures does. */
export function describeMediaStore(name: string, open: () => Promise<MediaWorld>): void {
  describe(`pictures in ${name}`, () => {
    let world: MediaWorld;
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());

    it.each([
      ['image/jpeg', 'jpg'],
      ['image/png', 'png'],
    ] as const)('reach readers byte for byte as %s, to be kept for ever', async (type, extension) => {
      const picture = newPicture(`gambar ${extension}`, { type, extension });
      const path = await world.media.save(picture);
      expect(path).toMatch(new RegExp(`^/media/[0-9a-f]{32}\\.${extension}$`));
      const response = await world.get(path);
      expect(response.status).toBe(200);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture.bytes);
      expect(response.headers.get('Content-Type')).toBe(type);
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    });

    it('are taken by browsers for pictures and nothing else, and may be shown by other sites', async () => {
      const { headers } = await world.get(await world.media.save(newPicture('<script>alert(1)</script>')));
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';/);
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    });

    it('are named by their content: the same one is there once, though many send it at the same time', async () => {
      const before = await world.count();
      const picture = newPicture('sama');
      const paths = await Promise.all(Array.from({ length: 5 }, () => world.media.save(picture)));
      const digest = createHash('sha256').update(picture.bytes).digest('hex');
      expect(new Set(paths)).toEqual(new Set([`/media/${digest.slice(0, 32)}.jpg`]));
      expect(await world.media.save(newPicture('lain'))).not.toBe(paths[0]);
      expect(await world.count()).toBe(before + 2);
    });

    it('may be large', async () => {
      const picture = newPicture('x'.repeat(2_000_000));
      const response = await world.get(await world.media.save(picture));
      expect((await response.arrayBuffer()).byteLength).toBe(2_000_000);
    });

    it.each([
      '/media/0123456789abcdef0123456789abcdef.jpg',
      '/media/',
      '/media/?list-type=2',
      '/media/..%2f',
    ])('that are not there are 404, and so is what is no picture: %s', async (path) => {
      const response = await world.get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('ListBucketResult');
    });
  });
}

function newPicture(text: string, kind: Pick<NewMedia, 'type' | 'extension'> = jpeg): NewMedia {
  return { bytes: new TextEncoder().encode(text), ...kind };
}

const jpeg = { type: 'image/jpeg', extension: 'jpg' } as const;
