import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPingHub } from '../../../functions/websub/ping-hub.ts';
import { startHub } from '../../support/hub.ts';

const topic = 'https://warta.example/kategori/kesehatan/feed.rss';

let hub: Awaited<ReturnType<typeof startHub>>;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

const ping = createPingHub({ fetch, timeoutMs: 5000 });

describe('a ping', () => {
  it('is a form with each topic as a hub.url of its own, and as a hub.topic for those who look for that', async () => {
    const topics = [topic, 'https://warta.example/cari/feed.rss?q=air+bersih&category=kesehatan'];
    expect(await ping({ url: hub.url }, topics)).toEqual({ ok: true });
    const [got] = hub.pings;
    expect(got?.topics).toEqual(topics);
    expect(got?.contentType).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('that is answered by an error tells whether the hub is down, and how long to wait', async () => {
    hub.refuse({ status: 429, headers: { 'Retry-After': '120' } });
    const refused = { ok: false, isDown: true, reason: '429', retryAfterMs: 120_000 };
    expect(await ping({ url: hub.url }, [topic])).toEqual(refused);
    hub.refuse({ status: 400 });
    expect(await ping({ url: hub.url }, [topic])).toMatchObject({ ok: false, isDown: false, reason: '400' });
    hub.refuse({ status: 503, headers: { 'Retry-After': '999999' } });
    expect(await ping({ url: hub.url }, [topic])).toMatchObject({ isDown: true, retryAfterMs: 86_400_000 });
  });

  it('follows no redirect: the address of the settings alone is asked', async () => {
    const elsewhere = await startHub();
    hub.refuse({ status: 307, headers: { Location: elsewhere.url } });
    expect(await ping({ url: hub.url }, [topic])).toMatchObject({ ok: false, reason: '307' });
    expect(elsewhere.pings).toEqual([]);
    elsewhere.close();
  });

  it('waits no longer than it was told to', async () => {
    hub.fallSilent(true);
    const impatient = createPingHub({ fetch, timeoutMs: 50 });
    expect(await impatient({ url: hub.url }, [topic])).toMatchObject({
      isDown: true,
      reason: 'TimeoutError',
    });
  });

  it('to a hub that is not there says so', async () => {
    hub.close();
    expect(await ping({ url: hub.url }, [topic])).toMatchObject({ isDown: true, reason: 'ECONNREFUSED' });
  });
});
