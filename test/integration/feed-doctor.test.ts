import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFeeds } from '../../functions/doctor/check-feeds.ts';
import { severityOf } from '../../functions/doctor/render-finding.ts';
import { createClock } from '../support/articles.ts';
import { baseUrl, startService } from '../support/service.ts';

describe('the feed doctor at our own feeds', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  const clock = createClock('2026-10-20T05:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: clock.now });
    await warta.publish({
      title: 'Banjir & <hadir>',
      tags: ['banjir'],
      authors: ['rin'],
      place: 'TIRTAPUSPA',
      bodyHtml: `<p>${'Air sungai surut sejak pagi. '.repeat(60)}</p>`,
      images: [
        { url: '/media/banjir.jpg', type: 'image/jpeg', length: 48_213, alt: 'Perahu', width: 4, height: 3 },
      ],
      source: { url: 'https://lama.sekarlangit.example/banjir', name: 'Laman lama' },
    });
    await warta.publish({ title: 'Panen Raya', publishedAt: '2026-09-01T08:00:00+07:00' });
    clock.advance(60_000);
  });
  afterAll(() => warta.stop());

  it.each([
    '/',
    '/kategori/pembangunan',
    '/tag/banjir',
    '/penulis/rin',
    '/tempat/tirtapuspa',
    '/cari?q=banjir',
    '/arsip/2026/09/feed.rss',
    '/arsip/2026/09/feed.atom',
    '/arsip/2026/09/feed.json',
  ])('finds neither error nor warning at %s', async (path) => {
    const fetch: typeof globalThis.fetch = async (input, init) =>
      warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
    const signal = new AbortController().signal;
    const reports = await checkFeeds({ fetch, now: clock.now, signal }, [baseUrl + path]);
    expect(reports.length).toBeGreaterThan(0);
    const findings = reports.flatMap((report) => report.findings);
    expect(findings.filter((finding) => severityOf(finding) !== 'note')).toEqual([]);
  });
});
