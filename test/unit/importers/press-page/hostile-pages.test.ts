import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPressPage } from '../../../../functions/importers/press-page/press-page-draft.ts';

const options = {
  timeZone: 'Asia/Jakarta',
  language: 'id',
  category: 'umum',
  now: () => new Date('2026-01-01'),
} as const;
const draft = (text: string | Uint8Array) =>
  draftPressPage({ name: 'halaman', bytes: typeof text === 'string' ? Buffer.from(text) : text }, options);

const dangerous = /<(?:script|iframe|[^>]*(?:javascript:|\son\w+=))/i;

/** Whether the input gave an article that may be sent, or said why it gave none. */
const isAnswered = (input: string | Uint8Array): boolean => {
  const drafted = draft(input);
  if (!drafted.ok) return drafted.problems.length > 0;
  const { title, bodyHtml, publishedAt } = drafted.draft;
  return title !== '' && !dangerous.test(bodyHtml) && !Number.isNaN(Date.parse(publishedAt));
};

describe('any input whatever gives an article or a reason', () => {
  it('as bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), isAnswered));
  });

  it('as text made of what pages are made of', () => {
    fc.assert(fc.property(pieces(textPieces), isAnswered), { numRuns: 500 });
  });

  it('as HTML, well-formed or not', () => {
    fc.assert(fc.property(pieces([...textPieces, ...htmlPieces]), isAnswered), { numRuns: 500 });
  });
});

/** Each takes milliseconds; the runner's limit of five seconds catches what grows with the square. */
describe('no input takes long', () => {
  const head = 'Warga Awan Bersihkan Saluran\n20/12/2019\n\n';
  const html = '<html><h1>Warga Awan Bersihkan Saluran</h1><p>20/12/2019</p>';
  const repeated = [
    ...textPieces,
    ...htmlPieces,
    ': : : ',
    '(a/',
    'A/',
    '12/12/',
    '• ',
    '&#',
    '\u00a0',
    'a\n',
    '<',
  ];

  it.each(repeated)('however often it repeats %j', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect(isAnswered(head + text)).toBe(true);
    expect(isAnswered(html + text)).toBe(true);
  });

  it.each([
    ['elements', '<div>'.repeat(100_000)],
    ['emphasis', '<b><i>'.repeat(50_000)],
    ['tables', '<table><tr><td>'.repeat(30_000)],
    ['different fonts', Array.from({ length: 3000 }, (_, size) => `<font size=${size}><p>x`).join('')],
  ])('however deeply its %s are nested', (_, nested) => {
    const drafted = draft(html + nested);
    expect(drafted.ok).toBe(false);
  });
});

function pieces(of: readonly string[]) {
  return fc
    .array(fc.oneof(fc.constantFrom(...of), fc.string({ maxLength: 12 })), { maxLength: 80 })
    .map((parts) => parts.join(''));
}

const textPieces = [
  '\n',
  '\n\n',
  '    ',
  'Jumat, 20 Desember 2019',
  'Senin, 31 Februari 2019 25.99 WIB',
  '18-19/12/2019',
  'Warga Awan Bersihkan Saluran',
  'JAKARTA - ',
  '(JAKARTA) ',
  'Warga bekerja sampai petang. ',
  '"Warga bekerja," ujarnya. ',
  '(fur/*)',
  '[dms]',
  'Berita Terbaru :',
  'Baca juga: ',
  'Selengkapnya',
  'Dibaca 120 kali',
  'share tweet facebook ',
  'oleh ',
  '\0',
  '\u{1F600}',
  '\uFFFD',
  '“',
];
const htmlPieces = [
  '<html>',
  '<p>',
  '</p>',
  '<div class="content share">',
  '</div>',
  '<h1>',
  '</h2>',
  '<br>',
  '<table><tr><td>',
  '</td></tr>',
  '<ul><li>',
  '<a href="http://a.example/">',
  '<a href=javascript:alert(1)>',
  '</a>',
  '<img src=//a.example/1.jpg onerror=x>',
  '<b><i>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<blockquote>',
  '<pre>',
  '<figure>',
  '<title>',
  '<base href="">',
  '<link rel=canonical href="http://[">',
  '<time datetime=x>',
  '&lt;script&gt;',
  '&#0;',
  '<div style="display:none">',
];
