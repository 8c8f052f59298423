import { describe, expect, it } from 'vitest';
import { type Sight, checkSteadiness } from '../../../functions/doctor/check-steadiness.ts';
import { see } from '../../../functions/doctor/examine.ts';
import { fetchedAt, goodDocuments } from './good-documents.ts';

function sight(text: string, headers: Record<string, string>): Sight {
  return see({
    request: { method: 'GET', url: 'https://kabar.example/feed.rss', headers: {} },
    redirects: [],
    url: 'https://kabar.example/feed.rss',
    status: 200,
    headers: new Headers({ 'Content-Type': 'application/rss+xml; charset=utf-8', ...headers }),
    body: Buffer.from(text),
    wireBytes: text.length,
    isWireEstimated: false,
    at: fetchedAt,
  });
}

const older = 'Mon, 02 Mar 2026 01:31:00 GMT';
const newer = 'Mon, 02 Mar 2026 01:32:00 GMT';
const corrected = goodDocuments.rss.replace('Padi dipanen.', 'Padi dan jagung dipanen.');
const withdrawn = goodDocuments.rss.replace(/<item>.*<\/item>/s, '');

function codes(before: Sight, after: Sight): string[] {
  return checkSteadiness(before, after).map(({ code }) => code);
}

describe('two polls held against each other', () => {
  it.each([
    ['a correction', corrected],
    ['a withdrawal', withdrawn],
  ])('see that a validator did not move with %s', (_, after) => {
    const etag = { ETag: '"a"' };
    expect(codes(sight(goodDocuments.rss, etag), sight(after, etag))).toEqual(['validator-stuck']);
    const date = { 'Last-Modified': older };
    expect(codes(sight(goodDocuments.rss, date), sight(after, date))).toEqual(['validator-stuck']);
  });

  it('see that an ETag only grew weak', () => {
    const before = sight(goodDocuments.rss, { ETag: '"a"' });
    expect(codes(before, sight(corrected, { ETag: 'W/"a"' }))).toEqual(['validator-stuck']);
    expect(codes(before, sight(goodDocuments.rss, { ETag: 'W/"a"' }))).toEqual([]);
  });

  it('find nothing where both validators moved with the list', () => {
    const before = sight(goodDocuments.rss, { ETag: '"a"', 'Last-Modified': older });
    expect(codes(before, sight(corrected, { ETag: '"b"', 'Last-Modified': newer }))).toEqual([]);
  });

  it('see that the date alone stands still, which some readers go by', () => {
    const before = sight(goodDocuments.rss, { ETag: '"a"', 'Last-Modified': older });
    const [found] = checkSteadiness(before, sight(corrected, { ETag: '"b"', 'Last-Modified': older }));
    expect(found).toEqual({ code: 'validator-stuck', values: { validator: 'Last-Modified' } });
  });

  it('show the clock in the document, and where it stands', () => {
    const ticked = goodDocuments.rss.replace('01:30:00 GMT', '01:30:07 GMT');
    const [found] = checkSteadiness(sight(goodDocuments.rss, {}), sight(ticked, {}));
    expect(found?.code).toBe('clock-in-document');
    expect(found?.place).toEqual({ line: 10 });
    expect(found?.values['before']).toContain('01:30:00 GMT');
    expect(found?.values['after']).toContain('01:30:07 GMT');
  });
});
