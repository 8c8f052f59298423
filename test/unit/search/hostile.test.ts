import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyString, toSample, indexSamples, now, search } from './sample.ts';

const words = fc.constantFrom(
  'panen',
  'wakil bupati',
  'e-ktp',
  '-kata',
  '"',
  ':',
  '(',
  '~1',
  '__proto__',
  'constructor',
  '§wabup',
  '~panen',
  '\uD800',
);
const anyText = fc.array(fc.oneof(words, anyString)).map((parts) => parts.join(' '));

describe('whatever people type', () => {
  const index = indexSamples([
    { id: 'a', title: 'Panen raya', text: 'Wakil Bupati hadir.' },
    { id: 'b', title: 'constructor', text: '__proto__ e-KTP' },
  ]);

  it('is answered', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.constantFrom('relevance', 'newest'), (q, repair, sort) => {
        const page = search(index, q, { repair, sort });
        expect(page.hits).toHaveLength(page.total);
        expect(index.suggest(q, 8, now).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('is read up to 256 characters and 24 words', () => {
    const filler = 'sawah '.repeat(50);
    expect(search(index, `panen ${filler}`).total).toBe(1);
    expect(search(index, `${filler} panen`).total).toBe(0);
    const many = Array.from({ length: 24 }, (_, at) => `w${at}`).join(' ');
    expect(search(index, `${many} panen`).total).toBe(0);
  });

  it('as a filter, a bound or a limit is no exception', () => {
    fc.assert(
      fc.property(anyText, fc.double(), (text, limit) => {
        const filters = { tag: text, category: text, from: text, to: text };
        expect(search(index, 'panen', { ...filters, limit }).total).toBe(0);
      }),
    );
  });
});

describe('whatever an article says', () => {
  it('can be put, found by its first word, and taken out without a trace', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const index = indexSamples([]);
        index.put(toSample({ id: 'a', title, text: `waduk ${text}`, tags: [title] }));
        expect(search(index, 'waduk').total).toBe(1);
        index.remove('a', now.toISOString());
        expect(search(index, 'waduk').total).toBe(0);
        expect(index.suggest('wad', 8, now)).toEqual([]);
      }),
    );
  });
});
