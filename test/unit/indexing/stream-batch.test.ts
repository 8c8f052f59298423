import { describe, expect, it } from 'vitest';
import { createDoorbell } from '../../../functions/indexing/doorbell.ts';
import { isRunning } from '../../../functions/indexing/reindex-progress.ts';
import { createBatchHandler } from '../../../functions/indexing/stream-batch.ts';

function record(key: string, sequence: number) {
  return { dynamodb: { Keys: { pk: { S: key }, sk: { S: 'article' } }, SequenceNumber: String(sequence) } };
}

/** An indexer that cannot take some articles in. */
function createIndexer(...bad: string[]) {
  const calls: (readonly string[])[] = [];
  const apply = (ids: readonly string[]) => {
    calls.push(ids);
    return ids.some((id) => bad.includes(id)) ? Promise.reject(new Error('no')) : Promise.resolve();
  };
  return { calls, apply };
}

describe('a batch of the stream', () => {
  it('rings once for an article that is in it twice, and not for other items', async () => {
    const { calls, apply } = createIndexer();
    const handle = createBatchHandler({ apply, log: () => {} });
    const Records = [
      record('article#A', 1),
      record('slug#x', 2),
      record('article#A', 3),
      record('article#B', 4),
    ];
    expect(await handle({ Records })).toEqual({ batchItemFailures: [] });
    expect(calls).toEqual([['A', 'B']]);
  });

  it('keeps no article out because of another: only the records of the bad one come again', async () => {
    const { calls, apply } = createIndexer('B');
    const handle = createBatchHandler({ apply, log: () => {} });
    const Records = [
      record('article#A', 1),
      record('article#B', 2),
      record('article#C', 3),
      record('article#B', 4),
    ];
    expect(await handle({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '4' }],
    });
    expect(calls).toEqual([['A', 'B', 'C'], ['A'], ['B'], ['C']]);
  });

  it('that is none fails whole: Lambda splits it, and puts what is left on the dead-letter queue', async () => {
    const { apply } = createIndexer();
    const handle = createBatchHandler({ apply, log: () => {} });
    await expect(handle({ Records: [{ dynamodb: {} }] })).rejects.toThrow('Invalid key');
  });
});

describe('the doorbell of one process', () => {
  it('answers rings that come together at once, and is settled when all are answered', async () => {
    const { calls, apply } = createIndexer();
    const bell = createDoorbell({ apply, log: () => {} });
    for (const id of ['A', 'B', 'A']) bell.ring(id);
    await bell.settled();
    expect(calls).toEqual([['A', 'B']]);
  });

  it('rings again for what failed', async () => {
    const bad = ['A'];
    const calls: (readonly string[])[] = [];
    const bell = createDoorbell({
      apply: (ids) => {
        calls.push(ids);
        return bad.pop() === undefined ? Promise.resolve() : Promise.reject(new Error('no'));
      },
      log: () => {},
    });
    bell.ring('A');
    await bell.settled();
    expect(calls).toEqual([['A']]);
    await bell.settled();
    expect(calls).toEqual([['A'], ['A']]);
    await bell.settled();
    expect(calls).toHaveLength(2);
  });

  it('is settled for who asks although others go on ringing', async () => {
    const calls: (readonly string[])[] = [];
    const bell = createDoorbell({
      apply: (ids) => {
        calls.push(ids);
        // An import that never ends: each time that it is answered it has rung again already.
        if (calls.length < 50) bell.ring(`more-${calls.length}`);
        return Promise.resolve();
      },
      log: () => {},
    });
    bell.ring('A');
    await bell.settled();
    bell.ring('B');
    await bell.settled();
    expect(calls.flat()).toEqual(expect.arrayContaining(['A', 'B']));
    expect(calls.length).toBeLessThan(20);
  });

  it('gathers rings as long as it may, or until somebody waits or there are enough', async () => {
    const { calls, apply } = createIndexer();
    const gathering: { over: () => void; signal: AbortSignal }[] = [];
    const bell = createDoorbell({
      apply,
      log: () => {},
      gather: (signal) =>
        new Promise<void>((over) => {
          gathering.push({ over, signal });
          signal.addEventListener('abort', () => over());
        }),
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    bell.ring('A');
    await turn();
    bell.ring('B');
    expect(calls).toEqual([]);
    gathering[0]?.over();
    await turn();
    expect(calls).toEqual([['A', 'B']]);

    bell.ring('C');
    await turn();
    bell.ring('D');
    await bell.settled();
    expect(calls.slice(1)).toEqual([['C', 'D']]);

    for (let number = 0; number < 500; number++) bell.ring(String(number));
    await turn();
    expect(calls.slice(2).map(({ length }) => length)).toEqual([500]);
  });

  it('answers so many at once and no more, and is settled when the last of them is answered', async () => {
    const { calls, apply } = createIndexer();
    const bell = createDoorbell({ apply, log: () => {} });
    for (let number = 0; number < 1200; number++) bell.ring(String(number));
    await bell.settled();
    expect(calls.map(({ length }) => length)).toEqual([500, 500, 200]);
  });
});

describe('a rebuilding', () => {
  it('runs as long as it goes on saying so', () => {
    const said = { state: 'running', startedAt: '', updatedAt: '2026-06-01T00:00:00Z', done: 0 } as const;
    expect(isRunning(undefined, new Date())).toBe(false);
    expect(isRunning(said, new Date('2026-06-01T00:04:59Z'))).toBe(true);
    expect(isRunning(said, new Date('2026-06-01T00:05:00Z'))).toBe(false);
    expect(isRunning({ ...said, state: 'done' }, new Date('2026-06-01T00:00:01Z'))).toBe(false);
  });
});
