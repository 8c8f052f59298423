import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteStore } from '../../../../functions/search/frozen/coding/byte-store.ts';
import { runs } from './corpus.ts';

describe('a store of bytes', () => {
  it('holds what was appended, in pieces of whatever length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 20 })),
        fc.integer({ min: 1, max: 9 }),
        (all, length) => {
          const store = createByteStore(length);
          const starts = all.map((bytes) => {
            const start = store.length();
            store.append(bytes);
            return start;
          });
          expect(all.every((bytes, index) => store.hasAt(starts[index] ?? -1, bytes))).toBe(true);
          expect(store.hasAt(store.length(), Uint8Array.of(0))).toBe(false);
          const target = new Uint8Array(store.length());
          store.moveTo(target);
          expect([...target]).toEqual(all.flatMap((bytes) => [...bytes]));
          expect(store.length()).toBe(0);
        },
      ),
      runs(100),
    );
  });

  it('tells bytes from others of the same length', () => {
    const store = createByteStore(4);
    store.append(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(store.hasAt(2, Uint8Array.of(3, 4, 5))).toBe(true);
    expect(store.hasAt(2, Uint8Array.of(3, 4, 6))).toBe(false);
    expect(store.hasAt(5, Uint8Array.of(6, 0))).toBe(false);
  });

  it('holds no memory for what it grew out of, nor for what was moved', () => {
    const megabyte = 2 ** 20;
    const before = process.memoryUsage().arrayBuffers;
    const store = createByteStore(4 * megabyte);
    const bytes = new Uint8Array(megabyte);
    for (let count = 0; count < 16; count++) store.append(bytes);
    const target = new Uint8Array(16 * megabyte);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(34 * megabyte);
    store.moveTo(target);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(18 * megabyte);
  });
});
