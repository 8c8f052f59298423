import { describe, expect, it } from 'vitest';
import { htmlToParagraphs, htmlToText } from '../../../functions/articles/html.ts';

describe('the text of a body', () => {
  it('parts blocks by a blank line, lines by a break, and decodes entities', () => {
    const html = '<h2>Judul</h2><p>Satu &amp; dua<br />tiga</p>\n<ul><li>a</li><li>b</li></ul>';
    expect(htmlToText(html)).toBe('Judul\n\nSatu & dua\ntiga\n\na\n\nb');
  });

  it('never runs the words of two cells or blocks together', () => {
    expect(htmlToText('<table><tr><td>beras</td><td>12.500</td></tr></table><p>a</p><p>b</p>')).toBe(
      'beras 12.500\n\na\n\nb',
    );
  });

  it('keeps inline markup inside its word', () => {
    expect(htmlToText('<p>e<strong>-KTP</strong> baru</p>')).toBe('e-KTP baru');
  });

  it('gives paragraphs as lines, without empty ones', () => {
    expect(htmlToParagraphs('<p>a<br />b</p><p> </p><p>c</p>')).toEqual(['a b', 'c']);
    expect(htmlToParagraphs('')).toEqual([]);
  });
});
