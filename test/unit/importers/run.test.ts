import { describe, expect, it } from 'vitest';
import type { Draft, ImportItem } from '../../../functions/importers/draft.ts';
import type { PublishAnswer, PublishedItem } from '../../../functions/importers/publish-answer.ts';
import { type ArticleOutcome, importArticles } from '../../../functions/importers/run.ts';

const draftOf = (name: string): Draft => ({
  title: name,
  bodyHtml: '<p>Isi.</p>',
  publishedAt: '2019-12-20T00:00:00+07:00',
  category: 'umum',
  authors: [],
  source: { id: name },
  language: 'id',
});

const good = (name: string, change: Partial<Draft> = {}): ImportItem => ({
  name,
  ok: true,
  draft: { ...draftOf(name), ...change },
  doubts: [],
});
const bad = (name: string): ImportItem => ({
  name,
  ok: false,
  problems: [{ code: 'missing-title', line: 1, values: {} }],
});

async function* from(items: readonly ImportItem[]) {
  for (const item of items) yield await Promise.resolve(item);
}

type Dependencies = Parameters<typeof importArticles>[0];

/** Runs an import and keeps what it tells. */
async function run(
  dependencies: Pick<Dependencies, 'publish'> & Partial<Dependencies>,
  ...items: ImportItem[]
) {
  const outcomes: ArticleOutcome[] = [];
  const end = await importArticles(
    {
      onOutcome: (outcome) => outcomes.push(outcome),
      signal: new AbortController().signal,
      ...dependencies,
    },
    from(items),
  );
  return { ...end, outcomes };
}

const named = (count: number) => Array.from({ length: count }, (_, index) => `halaman-${index}`);

/** A service that remembers what it was sent. */
function createService(answer: (draft: Draft) => PublishedItem = () => ({ result: 'new' })) {
  const batches: string[][] = [];
  const publish = (drafts: readonly Draft[]): Promise<PublishAnswer> => {
    batches.push(drafts.map(({ title }) => title));
    return Promise.resolve({ ok: true, items: drafts.map(answer) });
  };
  return { batches, publish };
}

describe('an import', () => {
  it('sends a hundred articles at a time and tells every outcome in their order', async () => {
    const { batches, publish } = createService((draft) => ({ result: 'new', id: `id-${draft.title}` }));
    const { outcomes } = await run({ publish }, ...named(250).map((name) => good(name)));
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(outcomes.map(({ name }) => name)).toEqual(named(250));
    expect(outcomes[7]).toEqual({
      name: 'halaman-7',
      result: 'new',
      title: 'halaman-7',
      id: 'id-halaman-7',
      problems: [],
    });
  });

  it('keeps a batch below four megabytes', async () => {
    const { batches, publish } = createService();
    const bodyHtml = `<p>${'x'.repeat(1_500_000)}</p>`;
    await run({ publish }, ...['a', 'b', 'c'].map((name) => good(name, { bodyHtml })));
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('never sends two articles together that would ask for one slug: which has it must not depend on luck', async () => {
    const { batches, publish } = createService();
    await run(
      { publish },
      good('a', { title: 'Pasar Libur' }),
      good('b'),
      good('c', { title: 'Pasar libur!' }),
      good('d'),
    );
    expect(batches).toEqual([
      ['Pasar Libur', 'b'],
      ['Pasar libur!', 'd'],
    ]);
  });

  it('refuses the one that fits into no batch, and sends the others', async () => {
    const { batches, publish } = createService();
    const bodyHtml = 'x'.repeat(4_000_001);
    const { outcomes } = await run({ publish }, good('a'), good('b', { bodyHtml }), good('c'));
    expect(batches.flat()).toEqual(['a', 'c']);
    expect(outcomes.map(({ name, result }) => [name, result])).toEqual([
      ['a', 'new'],
      ['b', 'refused'],
      ['c', 'new'],
    ]);
    expect(outcomes[1]?.problems[0]?.code).toBe('article-too-large');
  });

  it('goes on past what is refused and what is left out', async () => {
    const { batches, publish } = createService();
    const draft: ImportItem = {
      name: 'konsep',
      ok: false,
      isLeftOut: true,
      problems: [{ code: 'draft-left-out', values: { status: 'draft' } }],
    };
    const { outcomes } = await run({ publish }, good('a'), bad('buruk'), draft, good('b'));
    expect(batches).toEqual([['a', 'b']]);
    expect(outcomes.map(({ name, result, problems }) => [name, result, problems[0]?.code])).toEqual([
      ['a', 'new', undefined],
      ['buruk', 'refused', 'missing-title'],
      ['konsep', 'left-out', 'draft-left-out'],
      ['b', 'new', undefined],
    ]);
  });

  it('asks the service for nothing where nothing is good', async () => {
    const { batches, publish } = createService();
    await run({ publish }, bad('a'));
    expect(batches).toEqual([]);
  });

  it('keeps no more refusals in memory than a batch or two', async () => {
    const told: number[] = [];
    let read = 0;
    async function* endless() {
      for (; read < 5000; read++) yield await Promise.resolve(bad(`halaman-${read}`));
    }
    await importArticles(
      {
        publish: createService().publish,
        onOutcome: () => told.push(read),
        signal: new AbortController().signal,
      },
      endless(),
    );
    expect(told).toHaveLength(5000);
    expect(told[0]).toBeLessThan(1100);
  });

  it.each([
    ['already-there', 'already-there', undefined],
    ['changed-since', 'changed-since', 'changed-since'],
    ['withdrawn', 'withdrawn', 'withdrawn'],
    ['too-large', 'refused', 'article-too-large'],
    ['rejected', 'refused', 'rejected-by-service'],
  ] as const)('tells what the service answers: %s', async (result, expected, code) => {
    const { publish } = createService(() => ({
      result,
      url: 'https://a.example/1',
      reasons: ['title is bad'],
    }));
    const { outcomes } = await run({ publish }, good('a'));
    expect(outcomes.map((outcome) => [outcome.result, outcome.problems[0]?.code])).toEqual([
      [expected, code],
    ]);
  });

  it('stops when the service fails, and keeps what was done before', async () => {
    const failure = { code: 'unreachable', detail: 'ECONNREFUSED' } as const;
    let calls = 0;
    const publish = (drafts: readonly Draft[]): Promise<PublishAnswer> =>
      Promise.resolve(
        ++calls === 2 ? { ok: false, failure } : { ok: true, items: drafts.map(() => ({ result: 'new' })) },
      );
    const result = await run({ publish }, ...named(400).map((name) => good(name)));
    expect(result).toMatchObject({ failure, isInterrupted: false });
    expect(result.outcomes).toHaveLength(100);
    expect(calls).toBe(2);
  });

  it('interrupted, finishes the batch under way and sends no other', async () => {
    const controller = new AbortController();
    const { batches, publish } = createService();
    const result = await run(
      {
        signal: controller.signal,
        publish: (drafts) => {
          controller.abort();
          return publish(drafts);
        },
      },
      ...named(300).map((name) => good(name)),
    );
    expect(batches).toHaveLength(1);
    expect(result.isInterrupted).toBe(true);
    expect(result.outcomes).toHaveLength(100);
  });

  it('run again after any interruption ends with the same articles', async () => {
    const stored = new Set<string>();
    const runUntil = async (calls: number) => {
      let left = calls;
      const publish = (drafts: readonly Draft[]): Promise<PublishAnswer> => {
        if (left-- <= 0) return Promise.resolve({ ok: false, failure: { code: 'unreachable', detail: '' } });
        const items = drafts.map(({ title }): PublishedItem => {
          const result = stored.has(title) ? 'already-there' : 'new';
          stored.add(title);
          return { result };
        });
        return Promise.resolve({ ok: true, items });
      };
      return run({ publish }, ...named(450).map((name) => good(name)));
    };
    await runUntil(2);
    const again = await runUntil(Infinity);
    expect([...stored].sort()).toEqual(named(450).sort());
    expect(again.outcomes.filter(({ result }) => result === 'new')).toHaveLength(250);
  });

  it.each([
    [true, false, 'duplicate', 'duplicate'],
    [true, true, 'new', 'duplicate'],
    [false, false, 'new', 'same-title'],
  ] as const)(
    'says what is here from elsewhere (the same %s, both kept %s): %s',
    async (isSame, keepsTwins, result, code) => {
      const findTwin = () =>
        Promise.resolve({ ok: true as const, twin: { isSame, name: 'a', url: 'https://a.example/1' } });
      const { outcomes } = await run({ publish: createService().publish, findTwin, keepsTwins }, good('a'));
      expect(outcomes).toMatchObject([
        { result, problems: [{ code, values: { other: 'https://a.example/1' } }] },
      ]);
    },
  );
});
