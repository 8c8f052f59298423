import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { makeKeyText, renderKeyText } from '../../../functions/access/key-text.ts';
import type { LogEntry } from '../../../functions/articles/log-entry.ts';
import { logRequests } from '../../../functions/http/request-log.ts';

describe('the log of requests', () => {
  it('holds no key that was pasted into an address, but the id to revoke it by', async () => {
    const logged: LogEntry[] = [];
    const app = new Hono().use(logRequests({ log: (entry) => logged.push(entry) }));
    const key = makeKeyText();
    await app.request(`/api/keys/${renderKeyText(key)}?q=rahasia`, { method: 'DELETE' });
    expect(logged).toEqual([
      {
        level: 'info',
        event: 'request',
        method: 'DELETE',
        path: `/api/keys/warta_${key.id}_…`,
        status: 404,
      },
    ]);
  });

  it.each([
    ['a publishing token of a laptop', '/api/keys/aB3_dE5-gH7jK9mN1pQ3sT5vW7yZ9bD2', '/api/keys/…'],
    ['one of AWS', '/aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD2fG4hJ6kL8m/x', '/…/x'],
    ['one that the office made', `/api/articles/${'0f'.repeat(16)}/versions`, '/api/articles/…/versions'],
    ['one behind a word', `/api/token=aB3_dE5-gH7jK9mN1pQ3sT5vW7yZ9bD2`, '/api/…'],
    [
      'a key that was encoded twice',
      `/api/keys/warta%255F${'0f'.repeat(6)}%255F${'0f'.repeat(32)}`,
      '/api/keys/…',
    ],
  ])('does not hold %s', async (_, path, shown) => {
    expect(await logged(path)).toBe(shown);
  });

  it.each([
    '/api/articles/01KB0A6J5M3N8Q7R2S4T6V8W9X/versions/3',
    '/berita/upacara-bendera-hari-senin-di-lapangan-kabupaten-2026-01-12',
    '/en/berita/upacara-bendera-01kb0a6j5m3n8q7r2s4t6v8w9x',
    '/kategori/pemerintahan/feed.rss',
    '/berita-lama/bupati-resmikan-pasar-awanraya.html',
  ])('holds an address of ours as it is: %s', async (path) => {
    expect(await logged(path)).toBe(path);
  });
});

async function logged(path: string): Promise<unknown> {
  const entries: LogEntry[] = [];
  const app = new Hono().use(logRequests({ log: (entry) => entries.push(entry) }));
  await app.request(path);
  return entries[0]?.['path'];
}
