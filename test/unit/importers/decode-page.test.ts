import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../functions/importers/decode-page.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('the text of a page', () => {
  it('is UTF-8 where the bytes are, whatever the page declares', () => {
    const page = bytes('<meta charset="iso-8859-1"><p>“Sekarlangit” é</p>');
    expect(decodePage(page, 'windows-1252')).toEqual({ ok: true, text: page.toString(), doubts: [] });
  });

  it('is read without its byte order mark', () => {
    expect(decodePage(bytes([0xef, 0xbb, 0xbf], 'Judul'))).toMatchObject({ ok: true, text: 'Judul' });
    expect(decodePage(bytes([0xff, 0xfe, 0x4a, 0, 0x61, 0]))).toMatchObject({ ok: true, text: 'Ja' });
  });

  it('is what the HTTP answer declares where it is no UTF-8', () => {
    expect(decodePage(bytes([0xcf, 0xd0]), 'iso-8859-5')).toEqual({ ok: true, text: 'Яа', doubts: [] });
  });

  it('is what the page declares where the HTTP answer is silent', () => {
    const page = bytes(
      '<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1252">',
      [0x93, 0x96],
    );
    expect(decodePage(page)).toMatchObject({ ok: true, doubts: [], text: expect.stringMatching(/“–$/) });
  });

  it('is windows-1252 where nothing valid is declared, and that is said', () => {
    const page = bytes('<meta charset="utf-8">', [0x93], 'Humas', [0x94]);
    expect(decodePage(page, 'no-such-charset')).toEqual({
      ok: true,
      text: '<meta charset="utf-8">“Humas”',
      doubts: [{ code: 'encoding-guessed', values: { encoding: 'windows-1252' } }],
    });
  });

  it('stays UTF-8 where only a few bytes of it are damaged', () => {
    const decoded = decodePage(bytes('“Sekar” – “langit” ', [0xe2, 0x80]));
    expect(decoded).toEqual({ ok: true, text: '“Sekar” – “langit” \uFFFD', doubts: [] });
  });

  it.each([
    ['a picture', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR')],
    ['an archive', bytes('PK', [3, 4, 20, 0, 0, 0, 8, 0])],
  ])('is not looked for in %s', (_, page) => {
    expect(decodePage(page)).toEqual({ ok: false, problem: { code: 'not-text', values: {} } });
  });

  it('comes out of any bytes, or a reason does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (page) => {
        const decoded = decodePage(page);
        expect(decoded.ok ? typeof decoded.text : decoded.problem.code).toMatch(/^(string|not-text)$/);
      }),
    );
  });
});
