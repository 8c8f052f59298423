import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maxQueryLength,
  maxQueryDepth,
  maxQueryParts,
  parseQuery,
  type ParsedQuery,
} from '../../../../functions/search/query-language/parse-query.ts';
import { queryHelp } from '../../../../functions/search/query-language/query-help.ts';
import type { QueryNode } from '../../../../functions/search/query-language/query-node.ts';
import { renderQuery } from '../../../../functions/search/query-language/render-query.ts';

const context = { zoneOffset: '+07:00', now: new Date('2026-11-25T20:00:00Z') };
const parse = (text: string): ParsedQuery => parseQuery(text, context);
const codes = (text: string) => parse(text).notes.map(({ code }) => code);

/** The tree without places, as brackets. */
function draw(node: QueryNode | undefined): string {
  if (node === undefined) return '';
  switch (node.kind) {
    case 'words':
      return node.text;
    case 'phrase':
      return `"${node.text}"~${node.slop}`;
    case 'exact':
      return `[= ${node.text}]`;
    case 'label':
      return `[${node.name} ${node.slug} ${node.text}]`;
    case 'period':
      return `[${node.bound} ${new Date(node.atMs).toISOString()}]`;
    case 'not':
    case 'title':
      return `[${node.kind} ${draw(node.of)}]`;
    default:
      return `[${node.kind} ${node.of.map(draw).join(' | ')}]`;
  }
}
const drawn = (text: string) => draw(parse(text).root);

describe('a query', () => {
  it.each([
    ['bantuan  petani', 'bantuan petani'],
    ['"panen raya" "a b"~4 x', '[sequence "panen raya"~0 | "a b"~4 | x]'],
    ['“panen raya”', '"panen raya"~0'],
    [
      'banjir -jakarta -"a b" -(c OR d)',
      '[sequence banjir | [not jakarta] | [not "a b"~0] | [not [any c | d]]]',
    ],
    ['banjir OR longsor desa', '[sequence [any banjir | longsor] | desa]'],
    ['wabup ATAU sekda', '[any wabup | sekda]'],
    ['pasar baru AND (kebakaran OR renovasi)', '[all pasar baru | [any kebakaran | renovasi]]'],
    ['pasar DAN terminal', '[all pasar | terminal]'],
    ['(wakil bupati) OR sekda', '[any wakil bupati | sekda]'],
    ['judul:bupati title:"wakil bupati"', '[sequence [title bupati] | [title "wakil bupati"~0]]'],
    ['judul:(bupati tari)', '[title bupati tari]'],
    ['-judul:(kopi OR tebu) x', '[sequence [not [title [any kopi | tebu]]] | x]'],
    ['judul:("a b"~2)', '[title "a b"~2]'],
    ['judul:"a b"~2 c', '[sequence [title "a b"~2] | c]'],
    ['penulis:"Siti Aminah"', '[author siti-aminah Siti Aminah]'],
    ['=bangun', '[= bangun]'],
    ['-=bangun', '[not [= bangun]]'],
    ['-judul:banjir', '[not [title banjir]]'],
  ])('%s is read as %s', (text, tree) => {
    expect(drawn(text)).toBe(tree);
    expect(codes(text).filter((code) => code !== 'only-exclusions')).toEqual([]);
  });

  it.each([
    ['COVID -19', 'COVID 19'],
    ['jam 10:30 http://a.id', 'jam 10:30 http://a.id'],
    ["e-KTP jum'at", "e-KTP jum'at"],
    ['PEMBANGUNAN DAN PENGAWASAN', 'PEMBANGUNAN dan PENGAWASAN'],
    ['pasar dan terminal', 'pasar dan terminal'],
    ['a - b', 'a b'],
    ['...', ''],
    ['', ''],
  ])('%s holds words only', (text, words) => {
    expect(drawn(text)).toBe(words);
    expect(codes(text)).toEqual([]);
  });

  it('takes English alternatives between capitals, which Indonesian does not know as words', () => {
    expect(drawn('KPU OR KPK')).toBe('[any KPU | KPK]');
  });

  it.each([
    ['"panen raya', 'panen raya', 'unclosed-quote'],
    ['(a b', 'a b', 'unclosed-group'],
    ['a) b', 'a b', 'stray-bracket'],
    ['judul: b', 'judul b', 'empty-field'],
    ['judul:() b', 'judul b', 'empty-field'],
    ['judul:(b', '[title b]', 'unclosed-group'],
    ['dari:entah', 'dari entah', 'unknown-date'],
    ['dari:2019-02-30', 'dari 2019-02-30', 'unknown-date'],
    ['siapa OR', 'siapa or', 'operator-as-word'],
    ['OR siapa', 'or siapa', 'operator-as-word'],
    ['"a b"~99', '"a b"~20', 'slop-reduced'],
    ['judul:"a b"~99', '[title "a b"~20]', 'slop-reduced'],
    ['-banjir', '[not banjir]', 'only-exclusions'],
  ])('%s is searched as %s and noted', (text, tree, code) => {
    expect(drawn(text)).toBe(tree);
    expect(codes(text)).toEqual([code]);
  });

  it('knows a category by slug or name where the categories are given', () => {
    const categories = [{ slug: 'umum', names: ['Berita Umum', 'General'] }];
    const read = (text: string) => parseQuery(text, { ...context, categories });
    expect(draw(read('kategori:"berita umum"').root)).toBe('[category umum berita umum]');
    expect(draw(read('category:general').root)).toBe('[category umum general]');
    expect(draw(read('kategori:entah').root)).toBe('kategori entah');
    expect(read('kategori:entah').notes).toEqual([{ code: 'unknown-label', start: 0, end: 14 }]);
  });

  it.each([
    ['dari:2019', '2018-12-31T17:00'],
    ['dari:2019-12', '2019-11-30T17:00'],
    ['dari:"20 Desember 2019"', '2019-12-19T17:00'],
    ['dari:20/12/2019', '2019-12-19T17:00'],
    ['sampai:2019', '2019-12-31T17:00'],
    ['to:2019-12-20', '2019-12-20T17:00'],
    // 26 November at the office, a Thursday.
    ['dari:kemarin', '2026-11-24T17:00'],
    ['dari:"minggu lalu"', '2026-11-15T17:00'],
    ['sampai:"bulan lalu"', '2026-10-31T17:00'],
    ['dari:"tahun lalu"', '2024-12-31T17:00'],
  ])('%s is bounded at the office by %s', (text, instant) => {
    const { root } = parse(text);
    expect(root?.kind === 'period' && new Date(root.atMs).toISOString()).toBe(`${instant}:00.000Z`);
  });

  it('names times that raise, and keeps their words', () => {
    const { root, dateHints } = parse('banjir desember 2019');
    expect(draw(root)).toBe('banjir desember 2019');
    expect(dateHints).toEqual([
      { start: 7, end: 20, fromMs: Date.parse('2019-11-30T17:00Z'), toMs: Date.parse('2019-12-31T17:00Z') },
    ]);
  });

  it('takes a year alone for a subject', () => {
    expect(parse('apbd 2019').dateHints).toEqual([]);
  });

  it('is bounded in length, parts and depth', () => {
    const long = 'kata '.repeat(maxQueryLength);
    expect(codes(long)).toEqual(['too-long', 'too-many-parts']);
    expect(drawn(long).split(' ')).toHaveLength(maxQueryParts);
    const deep = '('.repeat(maxQueryDepth + 1) + 'a' + ')'.repeat(maxQueryDepth + 1) + ' b';
    expect(codes(deep)).toEqual(['too-deep']);
    expect(drawn(deep)).toBe('a b');
  });
});

const pieces = fc.constantFrom(
  ...'a banjir 19 OR AND ATAU DAN ( ) " “ ” - = : ~4 -b =c judul: judul:x kategori: dari:2019 sampai:x ~'.split(
    ' ',
  ),
  '"a b"~3',
  '-(',
  'tag:"x y"',
  'judul:(',
  '\uD800',
  '__proto__',
  '\u00A0',
);
const anyQuery = fc.oneof(
  fc.array(fc.tuple(pieces, fc.constantFrom('', ' '))).map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

describe('whatever is typed', () => {
  it('is read, with places inside it', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { root, notes, dateHints } = parse(text);
        const check = (node: QueryNode): void => {
          expect(node.start).toBeGreaterThanOrEqual(0);
          expect(node.end).toBeGreaterThan(node.start);
          expect(node.end).toBeLessThanOrEqual(text.length);
          if (!('of' in node)) return;
          const parts: readonly QueryNode[] = 'kind' in node.of ? [node.of] : node.of;
          parts.forEach(check);
        };
        if (root !== undefined) check(root);
        for (const { start, end } of [...notes, ...dateHints])
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is rendered so that it is read as the same again', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { root } = parse(text);
        const rendered = renderQuery(root);
        fc.pre(rendered.length <= maxQueryLength);
        expect(drawn(rendered)).toBe(draw(root));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the help', () => {
  it('has examples that are read without a note', () => {
    for (const { example } of queryHelp) expect(codes(example)).toEqual([]);
  });
});
