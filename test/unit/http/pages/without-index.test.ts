import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../functions/http/app.ts';
import { office } from '../../../../functions/office/settings.ts';
import { someContent } from '../../../support/articles.ts';
import { readPage } from '../../../support/html-page.ts';

const article = {
  ...someContent(),
  id: '01KJ0000000000000000000000',
  slug: 'jembatan-dibuka',
  version: 1,
  updatedAt: '2026-03-02T02:00:00.000Z',
};
const nothing = { keys: [], changedAt: undefined, removedAt: undefined, next: undefined };

const app = createApp({
  office,
  articles: {
    findById: () => Promise.resolve(article),
    findBySlug: () => Promise.resolve(article),
    findByFormerAddress: () => Promise.resolve(undefined),
    findMany: () => Promise.resolve([]),
    listKeys: () => Promise.resolve(nothing),
    allKeys: () => (async function* () {})(),
  },
  lists: { look: () => Promise.resolve(nothing) },
  index: () => Promise.resolve(undefined),
  readMedia: () => Promise.resolve(undefined),
  readers: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
  searches: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
  now: () => new Date('2026-04-01T00:00:00Z'),
  log: () => undefined,
});

describe('while there is no index', () => {
  it.each([
    '/',
    '/kategori/kesehatan',
    '/langganan',
    '/tentang',
    '/cari/bantuan',
    '/en/berita/jembatan-dibuka',
  ])('serves %s', async (path) => {
    expect((await app.request(path)).status).toBe(200);
  });

  it.each(['/cari?q=jembatan', '/en/cari', '/tag/jembatan', '/en/penulis/rin'])(
    'asks for patience at %s, and leads on',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      const links = readPage(await response.text())
        .attributes('a')
        .map(({ href }) => href);
      expect(links).toContain(path.startsWith('/en') ? '/en/kategori/kesehatan' : '/kategori/kesehatan');
    },
  );
});
