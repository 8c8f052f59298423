import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../functions/articles/html.ts';
import { sanitizeBody } from '../../../../functions/articles/sanitize.ts';
import { cleanPasted, fromEditable, toEditable } from '../../../../functions/http/desk/editor-body.ts';

/** White space between words may fall otherwise; nothing else may. */
const settle = (html: string) =>
  sanitizeBody(html)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1');

describe('a body in the editor', () => {
  it.each([
    [
      '<p>Bupati <strong>membuka</strong> <em>pasar</em>.</p>\n<p>Kedua.</p>',
      'Bupati **membuka** *pasar*.\n\nKedua.',
    ],
    ['<h2>Rincian</h2><ul><li>beras</li><li>gula</li></ul>', '## Rincian\n\n- beras\n- gula'],
    ['<ol><li>satu</li><li>dua</li></ol>', '1. satu\n2. dua'],
    ['<p>Baris satu<br>baris dua</p>', 'Baris satu\nbaris dua'],
    ['<p><a href="https://a.example/">tautan</a></p>', '[tautan](https://a.example/)'],
    ['<blockquote><p>“Siap.”</p></blockquote>', '> “Siap.”'],
  ])('%s stands there as people write it', (html, body) => {
    expect(toEditable(html)).toEqual({ body, format: 'markdown' });
    expect(settle(fromEditable({ body, format: 'markdown' }))).toBe(settle(html));
  });

  it.each([
    ['a table with joined cells', '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'],
    ['a picture with its measures', '<p><img src="/media/a.jpg" alt="A" width="10" height="20"></p>'],
    ['a list that begins at five', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ])('stays HTML where Markdown has no words for it: %s', (_, html) => {
    const { body, format } = toEditable(html);
    expect(settle(fromEditable({ body, format }))).toBe(settle(html));
  });

  const words = fc.constantFrom(
    'Bupati',
    '*bukan miring*',
    '_garis_',
    '1. bukan daftar',
    '- bukan butir',
    '# tagar',
    '#APBD2026',
    '> lebih',
    '`kode`',
    '[kurung](x)',
    '&amp;',
    '&lt;b&gt;',
    '\\',
    '~~coret~~',
    '| pipa |',
    '12 m',
    'https://a.example/b_c_d',
    '+62',
    '***',
    '---',
    '=',
  );
  const inline = fc.oneof(
    words,
    words.map((text) => `<strong>${text}</strong>`),
    words.map((text) => `<em>${text}</em>`),
    // A link that is named like a link is no link to `marked`; its words stay all the same.
    words
      .filter((text) => !text.startsWith('['))
      .map((text) => `<a href="https://a.example/?x=1&amp;y=2">${text}</a>`),
    words.map((text) => `x<sup>${text}</sup>`),
    fc.constant('<br>'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const block = fc.oneof(
    line.map((text) => `<p>${text}</p>`),
    line.map((text) => `<h2>${text}</h2>`),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    line.map((text) => `<blockquote><p>${text}</p></blockquote>`),
    line.map((text) => `<table><tbody><tr><td>${text}</td><td>2</td></tr></tbody></table>`),
  );

  it('comes back as it went in, whatever it holds, and untouched to the last byte', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const html = sanitizeBody(blocks.join('\n'));
        const editable = toEditable(html);
        expect(settle(fromEditable(editable))).toBe(settle(html));
        expect(fromEditable(editable, html)).toBe(html);
      }),
      { numRuns: 150 },
    );
  });

  it('loses no word of a paste, and keeps nothing but words and what Markdown can say', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const pasted = `<div style="mso-x:y">${blocks.join('')}<script>alert(1)</script></div>`;
        const letters = (html: string) => htmlToText(html).replace(/[^\p{L}\p{N}]/gu, '');
        const html = sanitizeBody(fromEditable({ body: cleanPasted(pasted), format: 'markdown' }));
        expect(letters(html)).toBe(letters(sanitizeBody(blocks.join(''))));
        expect(html).not.toContain('alert');
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ['paragraphs that never close', '<p class=MsoListParagraph>'],
    ['tags that never end', '<p '],
    ['comments that never end', '<!--[if gte mso 9]>'],
    ['fragments that never end', '<!--StartFragment-->'],
    ['bullets and nothing else', '<p class=MsoListParagraph>·&nbsp;</p>'],
  ])('comes to an end with a page that does not: %s', (_, part) => {
    expect(cleanPasted(part.repeat(8000))).not.toContain('<');
  });
});
