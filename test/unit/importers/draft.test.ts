import { describe, expect, it } from 'vitest';
import { identityFromContent } from '../../../functions/importers/draft.ts';

const identity = identityFromContent('Judul', '2019-12-20T00:00:00+07:00', ['Satu.', 'Dua é.']);

describe('the identity of an article without an address', () => {
  it('is a digest that the same content always gives, however its accents are composed', () => {
    expect(identity).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(identityFromContent('Judul', '2019-12-20T00:00:00+07:00', ['Satu.', 'Dua e\u0301.'])).toBe(
      identity,
    );
  });

  it.each([
    ['another title', ['Judul lain', '2019-12-20T00:00:00+07:00', ['Satu.', 'Dua é.']]],
    ['another date', ['Judul', '2019-12-21T00:00:00+07:00', ['Satu.', 'Dua é.']]],
    ['another text', ['Judul', '2019-12-20T00:00:00+07:00', ['Satu.', 'Tiga.']]],
    ['other paragraphs', ['Judul', '2019-12-20T00:00:00+07:00', ['Satu. Dua é.']]],
  ] as const)('is another for %s', (_, [title, publishedAt, paragraphs]) => {
    expect(identityFromContent(title, publishedAt, paragraphs)).not.toBe(identity);
  });
});
