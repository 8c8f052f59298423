import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReportedReaders } from '../../../functions/readers/user-agent.ts';

describe('a user agent that reports its readers', () => {
  it.each([
    [
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)',
      'Feedly',
      16,
    ],
    ['Mozilla/5.0 (compatible; inoreader.com; 12 subscribers)', 'inoreader.com', 12],
    ['NewsBlur Feed Fetcher - 5 subscribers - http://www.newsblur.com', 'NewsBlur Feed Fetcher', 5],
    ['Feedbin feed-id:1373711 - 1 subscribers', 'Feedbin', 1],
    ['BazQux/2.4 (+https://bazqux.com/fetcher; 1 subscribers)', 'BazQux', 1],
    ['Mozilla/5.0 (compatible; theoldreader.com; 3 subscribers; feed-id=abc)', 'theoldreader.com', 3],
  ])('%s', (userAgent, client, subscribers) => {
    expect(parseReportedReaders(userAgent)).toEqual({ client, subscribers });
  });

  it.each(['Miniflux/2.2.0', 'Mozilla/5.0 (X11; Linux x86_64)', '', '5 subscribers'])(
    'reports nothing: %j',
    (userAgent) => {
      expect(parseReportedReaders(userAgent)).toBeUndefined();
    },
  );

  it('gives a short plain name whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { client } = parseReportedReaders(`${text} 7 subscribers`) ?? { client: 'x' };
        expect(client).toMatch(/^[\w. -]{1,40}$/);
      }),
    );
  });
});
