import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { toXmlCharacters } from '../../../functions/articles/characters.ts';
import { renderSnippet } from '../../../functions/search/results/snippet.ts';
import { anyString, indexTexts, search } from './sample.ts';

/** The snippet that a search for `q` shows of that text. */
function snippetOf(text: string, q: string): string {
  return renderSnippet(text, search(indexTexts({ a: text }), q).hits[0]?.terms ?? []);
}

const opening = 'Kabupaten Sekarlangit menggelar lomba tari di alun-alun pada hari jadi yang keseratus.';
const filler =
  'Acara itu ramai, dan cuaca cerah sampai petang, kata seorang warga yang datang bersama keluarga.';

describe('a snippet', () => {
  it('marks every form of a word, and the long form of an abbreviation', () => {
    expect(snippetOf('Pembangunan jembatan, kata Wakil Bupati H. Karta.', 'wabup membangun')).toBe(
      '<mark>Pembangunan</mark> jembatan, kata <mark>Wakil Bupati</mark> H. Karta.',
    );
    expect(snippetOf("Perekaman e-KTP tiap Jum'at.", 'ektp jumat')).toBe(
      'Perekaman <mark>e-KTP</mark> tiap <mark>Jum&#39;at</mark>.',
    );
  });

  it('shows the sentences that answer most of the question', () => {
    const text = `${opening} Panen padi raya. ${filler} ${filler} Petani memanen padi dan jagung di Desa Gemah. ${filler}`;
    expect(snippetOf(text, 'panen jagung')).toContain(
      'Petani <mark>memanen</mark> padi dan <mark>jagung</mark> di Desa Gemah.',
    );
    expect(snippetOf(text, 'panen jagung')).not.toContain('keseratus');
  });

  it('has one space for any white space, and none at its ends', () => {
    expect(
      snippetOf('\u00a0 \tPanen \t padi\u00a0raya. \u2003\u00a0\n\u00a0Warga senang.\ufeff\n ', 'panen'),
    ).toBe('<mark>Panen</mark> padi raya. Warga senang.');
  });

  it('is made of whole sentences, which a title or a number does not end', () => {
    const text = `${opening} Jalan H. Karta No. 5 di dekat Jl. Merdeka ditutup untuk pawai obor.\n\n${filler} ${filler}`;
    expect(snippetOf(text, 'pawai')).toBe(
      'Jalan H. Karta No. 5 di dekat Jl. Merdeka ditutup untuk <mark>pawai</mark> obor. ' + filler,
    );
  });

  it('cuts a long sentence between words around its matches', () => {
    const text = `${'sawah yang luas '.repeat(30)}panen jagung ${'ladang yang jauh '.repeat(30)}`;
    const snippet = snippetOf(text, 'jagung');
    expect(snippet).toMatch(/^… (?:sawah|yang|luas) .*panen <mark>jagung<\/mark> .*(?:ladang|yang|jauh) …$/);
    expect(snippet.length).toBeLessThan(230);
  });

  it('is the beginning of the text where nothing matched there', () => {
    const text = `${opening} ${filler} ${filler}`;
    expect(renderSnippet(text, [])).toBe(`${opening} ${filler}`);
    expect(renderSnippet('', ['panen'])).toBe('');
  });

  it('is text of the article with marks and nothing else, whatever stands in it', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '<mark>',
      '</mark>',
      '&lt;',
      '"',
      "'",
      '\u0000',
      '\uD800',
      ' panen ',
      'padi.',
      '\n',
      '<b onclick="x">',
    );
    const texts = fc.array(fc.oneof(hostile, anyString)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { plain, tags } = parse(renderSnippet(text, ['panen', '~padi']));
        expect(tags.filter((tag) => tag !== '<mark>' && tag !== '</mark>')).toEqual([]);
        expect(tags.filter((_, at) => at % 2 === 0).every((tag) => tag === '<mark>')).toBe(true);
        expect(toLine(text)).toContain(toLine(plain.replace(/^… | …$/g, '')));
        expect(plain.length).toBeLessThan(220);
      }),
    );
  });
});

/** What a browser would make of it. */
function parse(html: string): { plain: string; tags: string[] } {
  let plain = '';
  const tags: string[] = [];
  const parser = new Parser({
    ontext: (text) => (plain += text),
    onopentag: (name, attributes) => tags.push(`<${[name, ...Object.keys(attributes)].join(' ')}>`),
    onclosetag: (name, isImplied) => tags.push(isImplied ? `implied </${name}>` : `</${name}>`),
    oncomment: () => tags.push('comment'),
    onprocessinginstruction: () => tags.push('instruction'),
  });
  parser.end(html);
  return { plain, tags };
}

function toLine(text: string): string {
  return toXmlCharacters(text).replace(/\s+/g, ' ').trim();
}
