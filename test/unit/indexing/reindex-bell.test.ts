import { describe, expect, it } from 'vitest';
import { createReindexBell } from '../../../functions/indexing/reindex-bell.ts';
import { type ReindexProgress, isRunning } from '../../../functions/indexing/reindex-progress.ts';
import { createClock } from '../../support/articles.ts';

function startBell({ fails = false } = {}) {
  const clock = createClock('2026-10-01T00:00:00Z');
  let said: ReindexProgress | undefined;
  let starts = 0;
  const bell = createReindexBell({
    progress: {
      read: () => Promise.resolve(said),
      write: (progress) => {
        said = progress;
        return Promise.resolve();
      },
    },
    isAtWork: (last) => isRunning(last, clock.now()),
    start: () => {
      starts += 1;
      return fails ? Promise.reject(new Error('no such function')) : Promise.resolve();
    },
    now: clock.now,
    log: () => undefined,
  });
  return { bell, clock, starts: () => starts };
}

describe('the bell for a rebuilding', () => {
  it('starts one, and says that it runs before anything of it was heard', async () => {
    const { bell, starts } = startBell();
    expect(await bell.progress()).toBeUndefined();
    const begun = await bell.ring();
    expect(begun).toMatchObject({ state: 'running', startedAt: '2026-10-01T00:00:00.000Z', done: 0 });
    expect(await bell.progress()).toEqual(begun);
    expect(starts()).toBe(1);
  });

  it('starts no second while one is at work, but after five minutes without a word from it', async () => {
    const { bell, clock, starts } = startBell();
    await bell.ring();
    clock.advance(299_000);
    await bell.ring();
    expect(starts()).toBe(1);
    clock.advance(1000);
    await bell.ring();
    expect(starts()).toBe(2);
  });

  it('says that one failed which could not begin, so that the next is not kept from it', async () => {
    const { bell, starts } = startBell({ fails: true });
    await expect(bell.ring()).rejects.toThrow('cannot start a rebuilding of the index');
    expect(await bell.progress()).toMatchObject({ state: 'failed' });
    await expect(bell.ring()).rejects.toThrow('cannot start');
    expect(starts()).toBe(2);
  });
});
