import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNotModified, matchesEtag, safeLastModified } from '../../../functions/http/conditional.ts';

const lastModified = new Date('2026-03-02T09:00:00Z');
const validators = { etag: 'abc', lastModified };
const ask = (headers: Record<string, string>) => isNotModified(new Headers(headers), validators);

describe('a conditional request', () => {
  it.each([
    ['the tag, weak as we sent it', { 'If-None-Match': 'W/"abc"' }, true],
    ['the tag, made strong on its way', { 'If-None-Match': '"abc"' }, true],
    ['a list that holds it', { 'If-None-Match': '"x", W/"abc" , "y"' }, true],
    ['a tag with a comma in it, before ours', { 'If-None-Match': '"x,y","abc"' }, true],
    ['a star', { 'If-None-Match': ' * ' }, true],
    ['another tag', { 'If-None-Match': '"abcd"' }, false],
    ['a tag without its quotes', { 'If-None-Match': 'abc' }, false],
    ['nothing', {}, false],
    ['the date that we sent', { 'If-Modified-Since': 'Mon, 02 Mar 2026 09:00:00 GMT' }, true],
    ['a later date', { 'If-Modified-Since': 'Tue, 03 Mar 2026 09:00:00 GMT' }, true],
    ['an earlier date', { 'If-Modified-Since': 'Mon, 02 Mar 2026 08:59:59 GMT' }, false],
    ['the date in the form of RFC 850', { 'If-Modified-Since': 'Monday, 02-Mar-26 09:00:00 GMT' }, true],
    ['the date in the form of asctime', { 'If-Modified-Since': 'Mon Mar  2 09:00:00 2026' }, true],
    ['a date that is none', { 'If-Modified-Since': 'kemarin' }, false],
    [
      'another tag and a good date: the tag decides',
      {
        'If-None-Match': '"x"',
        'If-Modified-Since': 'Tue, 03 Mar 2026 09:00:00 GMT',
      },
      false,
    ],
  ])('with %s', (_, headers, answer) => {
    expect(ask(headers)).toBe(answer);
  });

  it('finds its tag among any others, and nowhere else', () => {
    const tag = fc.stringMatching(/^[\w-]{1,12}$/);
    fc.assert(
      fc.property(tag, fc.array(tag), fc.boolean(), (etag, others, isThere) => {
        const list = isThere ? [...others, etag] : others.filter((other) => other !== etag);
        const header = list.map((opaque, n) => (n % 2 === 0 ? `W/"${opaque}"` : `"${opaque}"`)).join(', ');
        expect(matchesEtag(header, etag)).toBe(isThere);
      }),
    );
  });

  it('never fails, whatever a client sends', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\x20-\x7e]*$/),
        fc.constantFrom('If-None-Match', 'If-Modified-Since'),
        (text, name) => {
          expect(typeof ask({ [name]: text })).toBe('boolean');
        },
      ),
    );
  });
});

describe('the Last-Modified that is given out', () => {
  it('is the second of the change, once the change has settled', () => {
    const changedAt = new Date('2026-03-02T09:00:00.700Z');
    expect(safeLastModified(changedAt, new Date('2026-03-02T09:00:04Z'))).toEqual(lastModified);
  });

  it.each(['09:00:00.500', '09:00:01.200', '09:00:02.300'])(
    'holds no copy for fresh that was made at %s of an older look',
    (time) => {
      const fetchedAt = new Date(`2026-03-02T${time}Z`);
      const copy = safeLastModified(new Date('2026-03-02T09:00:00.400Z'), fetchedAt);
      const next = safeLastModified(new Date('2026-03-02T09:00:00.600Z'), new Date('2026-03-02T09:00:30Z'));
      const headers = new Headers({ 'If-Modified-Since': copy.toUTCString() });
      expect(isNotModified(headers, { etag: 'x', lastModified: next })).toBe(false);
    },
  );

  it('is never in the future', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    expect(safeLastModified(new Date('2026-03-02T10:00:00Z'), now).getTime()).toBeLessThan(now.getTime());
  });
});
