import { describe, expect, it } from 'vitest';
import type { Draft, Drafted } from '../../../functions/importers/draft.ts';
import { type PublishAnswer, type PublishedItem, importPages } from '../../../functions/importers/run.ts';
import type { PageSource, RawPage } from '../../../functions/importers/sources.ts';

const pages = (...names: string[]): PageSource[] =>
  names.map((name) => ({
    name,
    read: () => Promise.resolve({ ok: true, page: { name, bytes: Buffer.from(name) } }),
  }));

const draftOf = (page: RawPage): Draft => ({
  title: page.name,
  bodyHtml: '<p>Isi.</p>',
  publishedAt: '2019-12-20T00:00:00+07:00',
  category: 'umum',
  authors: [],
  source: { id: page.name },
  language: 'id',
});

const goodWithBody = (page: RawPage, bodyHtml: string): Drafted => ({
  ok: true,
  draft: { ...draftOf(page), bodyHtml },
  paragraphCount: 1,
  doubts: [],
});
const good = (page: RawPage) => goodWithBody(page, '<p>Isi.</p>');
const bad = (): Drafted => ({ ok: false, problems: [{ code: 'missing-title', line: 1, values: {} }] });

const goodButOne = (page: RawPage) => (page.name === 'buruk' ? bad() : good(page));

/** A service that remembers what it was sent. */
function createService(answer: (draft: Draft) => PublishedItem = () => ({ result: 'new' })) {
  const batches: string[][] = [];
  const publish = (drafts: readonly Draft[]): Promise<PublishAnswer> => {
    batches.push(drafts.map(({ title }) => title));
    return Promise.resolve({ ok: true, items: drafts.map(answer) });
  };
  return { batches, publish };
}

const quiet = () => ({ onProgress: () => {}, signal: new AbortController().signal });

describe('an import', () => {
  it('sends a hundred articles at a time and tells every outcome in the order of the pages', async () => {
    const { batches, publish } = createService((draft) => ({ result: 'new', id: `id-${draft.title}` }));
    const names = Array.from({ length: 250 }, (_, index) => `halaman-${index}`);
    const done: number[] = [];
    const result = await importPages(
      { ...quiet(), draft: good, publish, onProgress: (count) => done.push(count) },
      pages(...names),
    );
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(result.outcomes.map(({ name }) => name)).toEqual(names);
    expect(result.outcomes[7]).toEqual({
      name: 'halaman-7',
      result: 'new',
      title: 'halaman-7',
      id: 'id-halaman-7',
      problems: [],
    });
    expect(done).toEqual([100, 200, 250]);
  });

  it('keeps a batch below four megabytes', async () => {
    const { batches, publish } = createService();
    const bodyHtml = `<p>${'x'.repeat(1_500_000)}</p>`;
    const draft = (page: RawPage) => goodWithBody(page, bodyHtml);
    await importPages({ ...quiet(), draft, publish }, pages('a', 'b', 'c'));
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('refuses the page that fits into no batch, and sends the others', async () => {
    const { batches, publish } = createService();
    const hugeBody = 'x'.repeat(4_000_001);
    const draft = (page: RawPage) => (page.name === 'b' ? goodWithBody(page, hugeBody) : good(page));
    const { outcomes } = await importPages({ ...quiet(), draft, publish }, pages('a', 'b', 'c'));
    expect(batches.flat()).toEqual(['a', 'c']);
    expect(outcomes.map(({ name, result }) => [name, result])).toEqual([
      ['a', 'new'],
      ['b', 'refused'],
      ['c', 'new'],
    ]);
    expect(outcomes[1]?.problems[0]?.code).toBe('article-too-large');
  });

  it('goes on past a page that is refused and one that cannot be read', async () => {
    const { batches, publish } = createService();
    const unreadable: PageSource = {
      name: 'hilang',
      read: () => Promise.resolve({ ok: false, problem: { code: 'not-found', values: {} } }),
    };
    const sources = [...pages('a', 'buruk'), unreadable, ...pages('b')];
    const { outcomes } = await importPages({ ...quiet(), draft: goodButOne, publish }, sources);
    expect(batches).toEqual([['a', 'b']]);
    expect(outcomes.map(({ name, result, problems }) => [name, result, problems[0]?.code])).toEqual([
      ['a', 'new', undefined],
      ['buruk', 'refused', 'missing-title'],
      ['hilang', 'refused', 'not-found'],
      ['b', 'new', undefined],
    ]);
  });

  it('asks the service for nothing where no page is good', async () => {
    const { batches, publish } = createService();
    await importPages({ ...quiet(), draft: bad, publish }, pages('a'));
    expect(batches).toEqual([]);
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
    const { outcomes } = await importPages({ ...quiet(), draft: good, publish }, pages('a'));
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
    const names = Array.from({ length: 300 }, (_, index) => `halaman-${index}`);
    const result = await importPages({ ...quiet(), draft: good, publish }, pages(...names));
    expect(result).toMatchObject({ failure, isInterrupted: false });
    expect(result.outcomes).toHaveLength(100);
    expect(calls).toBe(2);
  });

  it('interrupted, finishes the batch under way and sends no other', async () => {
    const controller = new AbortController();
    const { batches, publish } = createService();
    const result = await importPages(
      {
        ...quiet(),
        draft: good,
        signal: controller.signal,
        publish: (drafts) => {
          controller.abort();
          return publish(drafts);
        },
      },
      pages(...Array.from({ length: 300 }, (_, index) => `halaman-${index}`)),
    );
    expect(batches).toHaveLength(1);
    expect(result.isInterrupted).toBe(true);
    expect(result.outcomes).toHaveLength(100);
  });

  it('run again after any interruption ends with the same articles', async () => {
    const stored = new Set<string>();
    const names = Array.from({ length: 450 }, (_, index) => `halaman-${index}`);
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
      return importPages({ ...quiet(), draft: good, publish }, pages(...names));
    };
    await runUntil(2);
    const again = await runUntil(Infinity);
    expect([...stored].sort()).toEqual([...names].sort());
    expect(again.outcomes.filter(({ result }) => result === 'new')).toHaveLength(250);
  });
});
