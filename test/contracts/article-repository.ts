import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleRepository, createArticleRepository } from '../../functions/articles/repository.ts';
import { createVersionHistory } from '../../functions/articles/version-history.ts';
import type { Article } from '../../functions/articles/article.ts';
import type { EmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { createClock, someContent } from '../support/articles.ts';
import type { Engine } from '../support/engines.ts';

/** What the store promises on every engine that speaks DynamoDB. */
export function describeArticleRepository({ name, start }: Engine): void {
  const title =
    start === undefined
      ? `articles on ${name} (skipped: it is optional, and not installed here)`
      : `articles on ${name}`;
  describe.skipIf(start === undefined)(title, () => {
    let table: EmbeddedTable;
    let articles: ArticleRepository;
    const clock = createClock('2026-06-01T00:00:00Z');
    const saved: Article[] = [];
    let categories = 0;
    /** Lists are shared by all tests: each works in a category of its own. */
    const newCategory = () => `kategori-${(categories += 1)}`;

    beforeAll(async () => {
      table = await need(start)();
      articles = createArticleRepository({
        ...table,
        now: clock.now,
        onSaved: (article) => saved.push(article),
      });
    });
    afterAll(() => table.close());

    const create = async (change: Parameters<typeof someContent>[0] = {}) =>
      (await articles.create(someContent(change))).article;
    const titles = async (keys: readonly { id: string }[]) =>
      (await articles.findMany(keys)).map((article) => article.title);

    it('gives back what was created, by id and by slug', async () => {
      const category = newCategory();
      const content = someContent({
        category,
        place: 'SEKARLANGIT',
        source: { url: 'https://lama.sekarlangit.example/1', name: 'Laman lama' },
        images: [
          { url: '/media/a.jpg', type: 'image/jpeg', length: 5, alt: 'Jembatan', width: 4, height: 3 },
        ],
      });
      const { outcome, article } = await articles.create(content);
      expect(outcome).toBe('created');
      expect(article).toEqual({
        ...content,
        id: article.id,
        slug: article.slug,
        version: 1,
        updatedAt: '2026-06-01T00:00:00.000Z',
      });
      expect(await articles.findById(article.id)).toEqual(article);
      expect(await articles.findBySlug(article.slug)).toEqual(article);
      expect(saved.at(-1)).toEqual(article);
    });

    it('knows nothing of an id or slug that was never issued', async () => {
      expect(await articles.findById('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBeUndefined();
      expect(await articles.findBySlug('tidak-ada')).toBeUndefined();
      expect(await articles.save('01ARZ3NDEKTSV4RRFFQ69G5FAV', 1, someContent())).toEqual({
        outcome: 'absent',
      });
    });

    it('gives articles of one title different slugs', async () => {
      const title = 'Upacara Bendera Hari Senin';
      const slugs = [
        (await create({ title, publishedAt: '2026-01-05T08:00:00+07:00' })).slug,
        (await create({ title, publishedAt: '2026-01-12T08:00:00+07:00' })).slug,
      ];
      expect(slugs).toEqual(['upacara-bendera-hari-senin', 'upacara-bendera-hari-senin-2026-01-12']);
      const third = await create({ title, publishedAt: '2026-01-12T10:00:00+07:00' });
      expect(third.slug).toBe(`upacara-bendera-hari-senin-${third.id.toLowerCase()}`);
    });

    it('creates an article with a source once, however often and at once it is sent', async () => {
      const category = newCategory();
      const content = someContent({ category, source: { id: 'halaman-7' }, title: 'Panen Raya' });
      const results = await Promise.all([1, 2, 3, 4].map(() => articles.create(content)));
      expect(results.map((result) => result.outcome).sort()).toEqual([
        'created',
        'unchanged',
        'unchanged',
        'unchanged',
      ]);
      expect(new Set(results.map((result) => result.article.id)).size).toBe(1);
      expect((await articles.listKeys({ category, limit: 10 })).keys).toHaveLength(1);
    });

    it('creates an article of one seed once, and finds it again', async () => {
      const content = someContent({ title: 'Dari Permintaan Bernama' });
      const [first, second] = await Promise.all([1, 2].map(() => articles.create(content, { seed: 'a/1' })));
      expect(new Set([first?.outcome, second?.outcome])).toEqual(new Set(['created', 'unchanged']));
      expect(first?.article).toEqual(second?.article);
      const other = await articles.create(content, { seed: 'a/2' });
      expect(other.outcome).toBe('created');
      expect(other.article.id).not.toBe(first?.article.id);
    });

    it('says that a source is known with other content, and writes nothing', async () => {
      const source = { url: 'https://lama.sekarlangit.example/berita/8' };
      const first = await articles.create(someContent({ source, title: 'Lama' }));
      const second = await articles.create(someContent({ source, title: 'Baru' }));
      expect(second).toEqual({ outcome: 'differs', article: first.article });
      expect(await articles.findBySlug('baru')).toBeUndefined();
    });

    it('takes a page for known after staff corrected the article made from it', async () => {
      const content = someContent({ source: { id: 'halaman-9' } });
      const { article } = await articles.create(content);
      await articles.save(article.id, 1, { ...content, title: 'Dikoreksi' });
      expect((await articles.create(content)).outcome).toBe('unchanged');
    });

    it('names former addresses that come again with an article, whatever is saved in between', async () => {
      const content = someContent({ source: { id: 'halaman-11' }, formerUrls: ['/11.html'] });
      const { article } = await articles.create(content);
      const again = (formerUrls: string[]) => articles.create({ ...content, formerUrls });
      const name = 'save-in-between';
      let saves = 0;
      table.client.middlewareStack.add(
        (next) => async (args) => {
          const { Item } = { Item: undefined, ...args.input };
          const isClaim = JSON.stringify(Item ?? '').includes('address#/lagi.html');
          if (isClaim && (saves += 1) === 1) await articles.save(article.id, 1, content);
          return next(args);
        },
        { step: 'initialize', name },
      );
      const added = await again(['/lagi.html']);
      table.client.middlewareStack.remove(name);
      expect(added).toMatchObject({ outcome: 'unchanged', hasNewRedirects: true, article: { version: 2 } });
      expect(await articles.findById(article.id)).toMatchObject({
        version: 2,
        formerUrls: ['/11.html', '/lagi.html'],
      });
      // Several at once, and beside a save: none takes from the article what another gave it.
      const addresses = ['/a.html', '/b.html', '/c.html'];
      const [saved, ...others] = await Promise.all([
        articles.save(article.id, 2, content),
        ...addresses.map((address) => again([address])),
      ]);
      expect(saved.outcome).toBe('saved');
      expect(others.map(({ hasNewRedirects }) => hasNewRedirects)).toEqual([true, true, true]);
      const { formerUrls, version } = (await articles.findById(article.id)) ?? {};
      expect(version).toBe(3);
      expect(formerUrls?.toSorted()).toEqual(['/11.html', ...addresses, '/lagi.html']);
      expect(await again(['/a.html'])).not.toHaveProperty('hasNewRedirects');
    });

    it('names all former addresses of an article that is sent twice at once', async () => {
      const content = someContent({ source: { id: 'halaman-12' } });
      const sent = ['/12.html', '/dua-belas.html'];
      const created = await Promise.all(
        sent.map((address) => articles.create({ ...content, formerUrls: [address] })),
      );
      const { formerUrls } = (await articles.findById(created[0]?.article.id ?? '')) ?? {};
      expect(formerUrls?.toSorted()).toEqual(sent);
    });

    it('calls no redirect new where the address leads to another article', async () => {
      const [source, other] = [{ id: 'halaman-13' }, { id: 'halaman-14' }];
      await articles.create(someContent({ source, formerUrls: ['/13.html'] }));
      await articles.create(someContent({ source: other }));
      const added = await articles.create(someContent({ source: other, formerUrls: ['/13.html'] }));
      expect(added).not.toHaveProperty('hasNewRedirects');
    });

    it('saves by version, and refuses a stale one', async () => {
      const article = await create();
      clock.advance(1000);
      const saved = await articles.save(article.id, 1, someContent({ title: 'Ralat' }));
      expect(saved).toMatchObject({
        outcome: 'saved',
        article: { title: 'Ralat', version: 2, slug: article.slug },
      });
      const stale = await articles.save(article.id, 1, someContent({ title: 'Terlambat' }));
      expect(stale).toMatchObject({ outcome: 'stale', article: { title: 'Ralat', version: 2 } });
      expect(await articles.findById(article.id)).toMatchObject({ title: 'Ralat', version: 2 });
    });

    it('lets one of two writers at once win, and tells the other', async () => {
      const article = await create();
      const outcomes = await Promise.all(
        ['A', 'B'].map((title) => articles.save(article.id, 1, someContent({ title }))),
      );
      expect(outcomes.map((result) => result.outcome).sort()).toEqual(['saved', 'stale']);
    });

    it('keeps a former slug as a way to the article', async () => {
      const article = await create({ title: 'Judul Salah Tik' });
      await articles.save(article.id, 1, someContent(), { slug: 'judul-benar' });
      expect(await articles.findBySlug('judul-benar')).toMatchObject({ id: article.id });
      expect(await articles.findBySlug('judul-salah-tik')).toMatchObject({ slug: 'judul-benar' });
    });

    it('lists newest first by instant, whatever the zone, and by category', async () => {
      const category = newCategory();
      await create({ category, title: 'siang', publishedAt: '2026-02-01T12:00:00+07:00' });
      await create({ category, title: 'petang', publishedAt: '2026-02-01T13:00:00+09:00' });
      await create({ category, title: 'pagi', publishedAt: '2026-02-01T01:00:00Z' });
      await create({ category: newCategory(), title: 'lain', publishedAt: '2026-02-01T02:00:00Z' });
      const { keys, next } = await articles.listKeys({ category, limit: 10 });
      expect(await titles(keys)).toEqual(['siang', 'petang', 'pagi']);
      expect(next).toBeUndefined();
    });

    it('pages through a list without a gap or a repetition while articles are published', async () => {
      const category = newCategory();
      for (let day = 1; day <= 9; day++) {
        await create({ category, title: `hari ${day}`, publishedAt: `2026-02-0${day}T08:00:00+07:00` });
      }
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await articles.listKeys({ category, limit: 2, after });
        seen.push(...(await titles(page.keys)));
        after = page.keys.at(-1)?.position;
        await create({ category, title: 'baru saja', publishedAt: '2026-05-01T08:00:00+07:00' });
        if (page.next === undefined) break;
      }
      expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((day) => `hari ${day}`));
    });

    it('lists between two instants, both included', async () => {
      const category = newCategory();
      for (const day of [1, 2, 3, 4]) {
        await create({ category, title: `hari ${day}`, publishedAt: `2026-02-0${day}T00:00:00Z` });
      }
      const from = '2026-02-02T00:00:00.000Z';
      const between = await articles.listKeys({
        category,
        limit: 9,
        from,
        until: '2026-02-03T00:00:00.000Z',
      });
      expect(await titles(between.keys)).toEqual(['hari 3', 'hari 2']);
      const nothing = await articles.listKeys({
        category,
        limit: 9,
        from,
        until: '2026-01-01T00:00:00.000Z',
      });
      expect(nothing.keys).toEqual([]);
    });

    it('lists at least so many, and all since an instant though they be more', async () => {
      const category = newCategory();
      for (let day = 1; day <= 9; day++) {
        await create({ category, title: `hari ${day}`, publishedAt: `2026-02-0${day}T08:00:00Z` });
      }
      const count = async (limit: number, allSince: string) => {
        const { keys, next } = await articles.listKeys({ category, limit, allSince });
        return [keys.length, next === undefined ? undefined : (await titles([next]))[0]];
      };
      expect(await count(3, '2026-02-09T00:00:00.000Z')).toEqual([3, 'hari 6']);
      expect(await count(3, '2026-02-04T00:00:00.000Z')).toEqual([6, 'hari 3']);
      expect(await count(3, '2026-01-01T00:00:00.000Z')).toEqual([9, undefined]);
    });

    it('finds what follows an instant, oldest first', async () => {
      const category = newCategory();
      for (const day of [1, 2, 3]) {
        await create({ category, title: `hari ${day}`, publishedAt: `2026-02-0${day}T08:00:00Z` });
      }
      const from = '2026-02-01T12:00:00.000Z';
      const { keys } = await articles.listKeys({ category, limit: 1, from, isAscending: true });
      expect(await titles(keys)).toEqual(['hari 2']);
    });

    it('tells of each member what its address and its validator need', async () => {
      const category = newCategory();
      const article = await create({ category, publishedAt: '2026-05-31T23:59:59Z' });
      const { keys } = await articles.listKeys({ category, limit: 1 });
      const { id, slug, updatedAt } = article;
      const position = `2026-05-31T23:59:59.000Z#${id}`;
      expect(keys).toEqual([{ id, slug, version: 1, position, changedAt: updatedAt }]);
    });

    it('keeps an embargo until its time, then lists the article without anybody doing anything', async () => {
      const category = newCategory();
      const publishedAt = new Date(clock.now().getTime() + 60_000).toISOString();
      await create({ category, publishedAt });
      expect((await articles.listKeys({ category, limit: 5 })).keys).toEqual([]);
      expect(
        (await articles.listKeys({ category, limit: 5, until: '2099-01-01T00:00:00.000Z' })).keys,
      ).toEqual([]);
      const after = '2099-01-01T00:00:00.000Z#ZZZZZZZZZZZZZZZZZZZZZZZZZZ';
      expect((await articles.listKeys({ category, limit: 5, after })).keys).toEqual([]);
      clock.advance(60_000);
      const { keys, changedAt } = await articles.listKeys({ category, limit: 5 });
      expect(keys).toHaveLength(1);
      expect(changedAt).toBe(publishedAt);
    });

    it('lists no draft until it is published', async () => {
      const category = newCategory();
      const draft = await create({ category, status: 'draft' });
      expect((await articles.listKeys({ category, limit: 5 })).keys).toEqual([]);
      expect(await articles.findMany([draft])).toEqual([]);
      await articles.save(draft.id, 1, someContent({ category }));
      expect((await articles.listKeys({ category, limit: 5 })).keys).toMatchObject([
        { id: draft.id, version: 2 },
      ]);
    });

    it('keeps every version that was replaced, whole, and whoever lost a race replaced none', async () => {
      const history = createVersionHistory(table);
      const first = await create({ title: 'Pertama' });
      clock.advance(1000);
      await articles.save(first.id, 1, someContent({ title: 'Kedua' }));
      await Promise.all(
        ['A', 'B'].map((title) => articles.save(first.id, 2, someContent({ title, status: 'draft' }))),
      );
      const third = await articles.findById(first.id);
      expect(await history.list(first.id)).toEqual([
        { version: 3, status: 'draft', title: third?.title, updatedAt: third?.updatedAt },
        { version: 2, status: 'published', title: 'Kedua', updatedAt: clock.now().toISOString() },
        { version: 1, status: 'published', title: 'Pertama', updatedAt: first.updatedAt },
      ]);
      expect(await history.find(first.id, 1)).toEqual(first);
      expect(await history.find(first.id, 3)).toEqual(third);
      expect(await history.find(first.id, 4)).toBeUndefined();
      expect(await history.list('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBeUndefined();
      expect(await history.find('bukan id', 1)).toBeUndefined();
    });

    it('keeps every note of a correction, also over changes without one', async () => {
      const { id } = await create();
      await articles.save(id, 1, someContent(), { correction: 'Anggaran keliru.' });
      const at = clock.now().toISOString();
      await articles.save(id, 2, someContent());
      clock.advance(1000);
      await articles.save(id, 3, someContent(), { correction: 'Nama keliru.' });
      expect((await articles.findById(id))?.corrections).toEqual([
        { at, note: 'Anggaran keliru.' },
        { at: clock.now().toISOString(), note: 'Nama keliru.' },
      ]);
    });

    it('withdraws with a tombstone that stays: out of every list, never edited, never imported again', async () => {
      const category = newCategory();
      const content = someContent({ category, source: { id: 'halaman-10' } });
      const { article } = await articles.create(content);
      clock.advance(5000);
      expect(await articles.withdraw(article.id, 1, 'Data keliru.')).toMatchObject({
        outcome: 'saved',
        article: { status: 'withdrawn', version: 2, withdrawal: { reason: 'Data keliru.' } },
      });
      expect((await articles.listKeys({ category, limit: 5 })).keys).toEqual([]);
      expect(await articles.findMany([article])).toEqual([]);
      expect(await articles.findBySlug(article.slug)).toMatchObject({ status: 'withdrawn' });
      expect((await articles.save(article.id, 2, content)).outcome).toBe('withdrawn');
      expect((await articles.withdraw(article.id, 2, 'lagi')).outcome).toBe('withdrawn');
      expect((await articles.create(content)).outcome).toBe('withdrawn');
    });

    it('tells when an article left a part of a list, in that part alone', async () => {
      const category = newCategory();
      const days = ['2026-02-01', '2026-02-02', '2026-02-03'];
      const [first] = await Promise.all(
        days.map((day) => create({ category, title: day, publishedAt: `${day}T08:00:00Z` })),
      );
      const removedAt = async (from: string, until: string) =>
        (await articles.listKeys({ category, from, until, limit: 5 })).removedAt;
      clock.advance(5000);
      await articles.withdraw(first?.id ?? '', 1, 'keliru');
      const now = clock.now().toISOString();
      expect(await removedAt('2026-02-01T00:00:00.000Z', '2026-02-01T23:59:59.999Z')).toBe(now);
      expect(await removedAt('2026-02-02T00:00:00.000Z', '2026-02-03T23:59:59.999Z')).toBeUndefined();
      expect((await articles.listKeys({ category, limit: 2 })).removedAt).toBeUndefined();
      expect((await articles.listKeys({ category, limit: 3 })).removedAt).toBe(now);
    });

    it('reads past many that were removed, and finds every member', async () => {
      const category = newCategory();
      const titlesOf = async (limit: number) => titles((await articles.listKeys({ category, limit })).keys);
      for (let n = 0; n < 60; n++) {
        const publishedAt = new Date(Date.UTC(2026, 1, 1, 0, n)).toISOString();
        const { id } = await create({ category, title: `ke-${n}`, publishedAt });
        if (n % 30 > 0) await articles.withdraw(id, 1, 'keliru');
      }
      expect(await titlesOf(5)).toEqual(['ke-30', 'ke-0']);
      expect(await titlesOf(1)).toEqual(['ke-30']);
    });

    it('does not tell readers of a withdrawal of what they never saw', async () => {
      const later = new Date(clock.now().getTime() + 60_000).toISOString();
      const draft = await create({ status: 'draft' });
      const embargoed = await create({ publishedAt: later });
      const seen = await create();
      const takenBack = await create();
      clock.advance(1000);
      await articles.save(takenBack.id, 1, someContent({ status: 'draft' }));
      const unseen = async (id: string, version = 1) => {
        const saved = await articles.withdraw(id, version, 'keliru');
        return saved.outcome === 'saved' && saved.article.withdrawal?.isUnseen;
      };
      expect(await unseen(draft.id)).toBe(true);
      expect(await unseen(embargoed.id)).toBe(true);
      expect(await unseen(seen.id)).toBeUndefined();
      expect(await unseen(takenBack.id, 2)).toBeUndefined();
    });

    it('gives nothing that was put under embargo since its key was read', async () => {
      const category = newCategory();
      const { id } = await create({ category });
      const { keys } = await articles.listKeys({ category, limit: 5 });
      await articles.save(id, 1, someContent({ category, publishedAt: '2099-01-01T00:00:00Z' }));
      expect(keys).toHaveLength(1);
      expect(await articles.findMany(keys)).toEqual([]);
    });

    it.each([
      ['a publication', async (article: Article) => void (await create({ category: article.category }))],
      ['a correction', (article: Article) => articles.save(article.id, 1, { ...article, title: 'Ralat' })],
      ['a withdrawal', (article: Article) => articles.withdraw(article.id, 1, 'keliru')],
      ['a move to another category', (article: Article) => articles.save(article.id, 1, someContent())],
      [
        'a move to another time',
        (article: Article) =>
          articles.save(article.id, 1, { ...article, publishedAt: '2020-01-01T00:00:00Z' }),
      ],
    ])('moves the time of a list on %s', async (_, change) => {
      const category = newCategory();
      const article = await create({ category });
      await create({ category, publishedAt: '2026-03-03T00:00:00Z' });
      clock.advance(5000);
      const before = await articles.listKeys({ category, limit: 5 });
      await change(article);
      const after = await articles.listKeys({ category, limit: 5 });
      expect(before.changedAt).not.toBe(clock.now().toISOString());
      expect(after.changedAt).toBe(clock.now().toISOString());
      expect(after.keys).not.toEqual(before.keys);
    });

    it('reads many articles in the order asked for, each once, leaving out what is gone', async () => {
      const category = newCategory();
      const ids: string[] = [];
      for (let n = 0; n < 130; n++) ids.push((await create({ category, title: `ke-${n}` })).id);
      const found = await articles.findMany([...ids, '01ARZ3NDEKTSV4RRFFQ69G5FAV'].map((id) => ({ id })));
      expect(found.map((article) => article.id)).toEqual(ids);
    });

    it('walks the keys of every published article, those under embargo included', async () => {
      const embargoed = await create({ publishedAt: '2099-01-01T00:00:00Z' });
      const draft = await create({ status: 'draft' });
      const ids = new Set<string>();
      for await (const key of articles.allKeys()) ids.add(key.id);
      expect(ids.has(embargoed.id)).toBe(true);
      expect(ids.has(draft.id)).toBe(false);
      expect(ids.size).toBeGreaterThan(130);
    });
  });
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('skipped suites start nothing');
  return value;
}
