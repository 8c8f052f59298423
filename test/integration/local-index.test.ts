import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startService } from '../support/service.ts';

describe('the index of a laptop', () => {
  it('clears away the segments that were merged into others', async () => {
    const first = await startService();
    for (let number = 1; number <= 6; number++) {
      await first.publish({ title: `Panen ke-${number}` });
      // Whoever searches has what was saved made searchable at once, in a segment of its own.
      expect((await first.getJson('/api/search?q=panen')).total).toBe(number);
    }
    await first.stop({ keepData: true });
    const folder = join(first.dataPath, 'segments');
    expect((await readdir(folder)).length).toBeGreaterThan(3);

    const later = () => new Date(Date.now() + 120_000);
    const second = await startService({ dataPath: first.dataPath, now: later });
    // One for five of them, and one for the last.
    expect(await readdir(folder)).toHaveLength(2);
    expect((await second.getJson('/api/search?q=panen')).total).toBe(6);
    await second.stop({ keepData: true });
    await rm(first.dataPath, { recursive: true });
  });
});
