import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdownArticle } from '../../../functions/importers/markdown-article.ts';

describe('an article as a Markdown file', () => {
  it('is its front matter and its body as HTML', () => {
    expect(parseMarkdownArticle('---\ntitle: Pasar\ntags: [a]\n---\nPedagang *berjualan*.')).toEqual({
      ok: true,
      article: { fields: { title: 'Pasar', tags: ['a'] }, bodyHtml: '<p>Pedagang <em>berjualan</em>.</p>\n' },
    });
  });

  it.each([
    ['Pasar dibuka.', 1],
    ['---\n---\n', 1],
    ['---\n\n---\n', 2],
    ['---\ntitle: [a\n---\n', 2],
    ['---\ntitle: *nowhere\n---\n', 2],
    [
      `---\na: &a [x, x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: [*a, *a, *a, *a]`).join('\n')}\n---\n`,
      2,
    ],
  ])('is refused with its line: %j', (text, line) => {
    expect(parseMarkdownArticle(text)).toMatchObject({ ok: false, line });
  });

  it('of any text is read or refused', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom(
          '---\n',
          'title: &a [*a]\n',
          '<<: *b\n',
          '[',
          '{',
          '!!js/function x\n',
          '\t',
          '```',
          '> > > ',
          '* * ',
          '[[](',
          '\0',
        ),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const parsed = parseMarkdownArticle(`---\n${all.join('')}`);
        return parsed.ok || (parsed.line >= 1 && parsed.detail !== '');
      }),
      { numRuns: 500 },
    );
  });
});
