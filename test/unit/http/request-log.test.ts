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
});
