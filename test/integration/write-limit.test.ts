import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startService, submission } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  warta = await startService();
});
afterAll(() => warta.stop());

describe('a key that writes without pause', () => {
  it('is told to wait, alone, and may read all the same', async () => {
    const made = await warta.send('POST', '/api/keys', {
      name: 'Portal',
      role: 'publish',
      requestsPerMinute: 3,
    });
    const { key, requestsPerMinute } = await json(made);
    expect(requestsPerMinute).toBe(3);
    const headers = { Authorization: `Bearer ${key}`, 'If-Match': '*' };
    const { id } = await json(await warta.send('POST', '/api/articles', submission, headers));
    expect((await warta.send('PUT', `/api/articles/${id}`, submission, headers)).status).toBe(200);
    expect((await warta.send('POST', '/api/articles/batch', [], headers)).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/api/articles'],
      ['POST', '/api/articles/batch'],
      ['PUT', `/api/articles/${id}`],
      ['DELETE', `/api/articles/${id}?reason=x`],
    ] as const) {
      const refused = await warta.send(method, path, submission, headers);
      expect([method, refused.status]).toEqual([method, 429]);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect((await json(refused)).detail).toContain('"Portal" may write 3 times a minute');
    }
    expect((await warta.get(`/api/articles/${id}/versions`, headers)).status).toBe(200);
    const other = await json(await warta.send('POST', '/api/keys', { name: 'Lain', role: 'publish' }));
    const asOther = await warta.send('POST', '/api/articles', submission, {
      Authorization: `Bearer ${other.key}`,
    });
    expect(asOther.status).toBe(201);
    expect((await warta.publish()).version).toBe(1);
  });

  it('may not be made with a limit that is none', async () => {
    for (const requestsPerMinute of [0, 1.5, 'x', 1e9]) {
      const body = { name: 'Aneh', role: 'write', requestsPerMinute };
      const response = await warta.send('POST', '/api/keys', body);
      expect((await json(response)).errors).toMatchObject([{ parameter: 'requestsPerMinute' }]);
    }
  });
});
