import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeBody } from '../../../functions/articles/sanitize.ts';
import { dangersIn } from '../../support/html-dangers.ts';

describe('the allow-list for bodies', () => {
  it.each([
    [
      'keeps what news is made of',
      '<p>Hari <strong>ini</strong></p><ul><li>a</li></ul>',
      '<p>Hari <strong>ini</strong></p><ul><li>a</li></ul>',
    ],
    ['drops scripts with their text', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['drops handlers and styles', '<p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
    ['drops javascript: addresses', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['drops data: pictures', '<img src="data:image/svg+xml,x" alt="a" /><p>b</p>', '<p>b</p>'],
    ['drops svg with all in it', '<svg><text>x</text><script>y</script></svg><p>b</p>', '<p>b</p>'],
    ['renames what means the same', '<h1>a</h1><b>b</b>', '<h2>a</h2><strong>b</strong>'],
    ['keeps the text of an unknown element', '<p><font color="red">a</font></p>', '<p>a</p>'],
    ['takes the control character out of a reference', '<p>a&#11;b&#xFFFE;</p>', '<p>ab</p>'],
    [
      'keeps a picture of our own',
      '<img src="/media/a.jpg" alt="x" />',
      '<img src="/media/a.jpg" alt="x" />',
    ],
    ['drops an address below our own that climbs', '<img src="/media/../token" alt="x" />', ''],
    [
      'puts nested links right',
      '<a href="http://a.example/"><a>b</a></a>',
      '<a href="http://a.example/"></a><a>b</a>',
    ],
    ['drops a relative link without a base', '<a href="b.html">a</a>', '<a>a</a>'],
  ])('%s', (_, html, clean) => {
    expect(sanitizeBody(html)).toBe(clean);
  });

  it('resolves relative addresses against the page that they came from', () => {
    const base = 'https://lama.sekarlangit.example/2019/berita.html';
    expect(sanitizeBody('<a href="../x.pdf">a</a><img src="f.jpg" />', base)).toBe(
      '<a href="https://lama.sekarlangit.example/x.pdf">a</a><img src="https://lama.sekarlangit.example/2019/f.jpg" />',
    );
  });

  it('leaves nothing dangerous of any markup, and changes nothing the second time', () => {
    const pieces = fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="java&#10;script:x">',
      '<svg/onload=x>',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
      '"',
      "'",
      '<',
      '>',
      '&',
      '&lt;script&gt;',
      '<style>',
      '<math><mi xlink:href="data:x">',
      '<iframe srcdoc="<script>">',
      '<noscript>',
      '\u0000',
      '\uD800',
      '<xmp>',
    );
    const markup = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (html) => {
        const clean = sanitizeBody(html);
        expect(dangersIn(clean)).toEqual([]);
        expect(sanitizeBody(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});
