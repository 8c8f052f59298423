import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCursor, renderCursor } from '../../../functions/articles/cursor.ts';
import { toPosition } from '../../../functions/articles/position.ts';

const position = toPosition('2019-12-20T09:00:00+07:00', '01ARZ3NDEKTSV4RRFFQ69G5FAV');

describe('a cursor', () => {
  it('leads back to its position', () => {
    expect(parseCursor(renderCursor(position))).toBe(position);
  });

  it('is refused when it is anything that we did not issue', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const parsed = parseCursor(text);
        expect(parsed === undefined || renderCursor(parsed) === text).toBe(true);
      }),
    );
    expect(parseCursor(renderCursor('2019-99-20T09:00:00.000Z#01ARZ3NDEKTSV4RRFFQ69G5FAV'))).toBeUndefined();
    expect(parseCursor(`${renderCursor(position)}=`)).toBeUndefined();
  });
});
