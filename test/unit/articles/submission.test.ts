import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxArticleBytes, parseSubmission } from '../../../functions/articles/submission.ts';
import { office } from '../../../functions/office/settings.ts';

const valid = {
  title: 'Jembatan Kali Welang Dibuka',
  bodyHtml: '<p>Bupati membuka jembatan.</p>',
  publishedAt: '2026-03-02T09:00:00+07:00',
  category: 'pembangunan',
};

const parse = (change: Record<string, unknown>) => parseSubmission({ ...valid, ...change }, office);
const contentOf = (change: Record<string, unknown> = {}) => {
  const parsed = parse(change);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.content;
};
const problemsOf = (change: Record<string, unknown>) => {
  const parsed = parse(change);
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.parameter);
};

describe('a submission', () => {
  it('fills in what a writer may leave out', () => {
    expect(contentOf()).toEqual({
      ...valid,
      summary: 'Bupati membuka jembatan.',
      tags: [],
      authors: [],
      images: [],
      language: 'id',
      status: 'published',
    });
  });

  it('lists all its problems at once, each with its field', () => {
    const wrong = {
      title: ' ',
      bodyHtml: 7,
      publishedAt: 'kemarin',
      tags: ['a', 5],
      foto: 'x',
      warna: 'biru',
      toString: 'x',
      category: undefined,
    };
    expect(problemsOf(wrong).sort()).toEqual([
      'bodyHtml',
      'category',
      'foto',
      'publishedAt',
      'tags.1',
      'title',
      'toString',
      'warna',
    ]);
  });

  it.each([
    ['a category that the office does not have', { category: 'olahraga' }, ['category']],
    ['a body whose text is all script', { bodyHtml: '<script>alert(1)</script>' }, ['bodyHtml']],
    ['a day that does not exist', { publishedAt: '2026-02-30T09:00:00+07:00' }, ['publishedAt']],
    ['a day without a time', { publishedAt: '2026-02-03' }, ['publishedAt']],
    ['an hour that the office’s clocks do not have', { publishedAt: '2026-02-03 24:30' }, ['publishedAt']],
    ['a source that says nothing', { source: {} }, ['source']],
    [
      'a picture with a relative address',
      { images: [{ url: 'a.jpg', type: 'image/jpeg', length: 1, alt: '' }] },
      ['images.0.url'],
    ],
    [
      'a picture of no length',
      { images: [{ url: '/media/a.jpg', type: 'image/jpeg', length: 0, alt: '' }] },
      ['images.0.length'],
    ],
    ['a status that is not for writers', { status: 'withdrawn' }, ['status']],
    ['a slug with spaces', { slug: 'a b' }, ['slug']],
  ])('is refused for %s', (_, change, fields) => {
    expect(problemsOf(change)).toEqual(fields);
  });

  it.each([undefined, null, 7, 'teks', [], true])('is refused when it is %j and no object', (input) => {
    expect(parseSubmission(input, office).ok).toBe(false);
  });

  it('is told to be too large, and how much too large', () => {
    const parsed = parse({ bodyHtml: `<p>${'banjir '.repeat(60_000)}</p>` });
    expect(parsed).toMatchObject({ ok: false, isTooLarge: true });
    expect(JSON.stringify(parsed)).toContain(String(maxArticleBytes));
  });

  it('keeps markup characters of a headline as the text that they are', () => {
    expect(contentOf({ title: 'Hadir & <siap>\n kerja' }).title).toBe('Hadir & <siap> kerja');
  });

  it('gives a tag or an author once', () => {
    expect(contentOf({ tags: ['pasar', ' pasar ', 'umkm'] }).tags).toEqual(['pasar', 'umkm']);
  });

  it('summarizes a long body by whole sentences', () => {
    const sentence = 'Pemerintah kabupaten memperbaiki jalan desa sepanjang dua kilometer tahun ini.';
    const { summary } = contentOf({ bodyHtml: `<p>${Array(9).fill(sentence).join(' ')}</p>` });
    expect(summary).toBe(`${sentence} ${sentence} ${sentence}`);
  });

  it('cuts a summary between words where no sentence ends', () => {
    const { summary } = contentOf({ bodyHtml: `<p>${'panjang sekali '.repeat(50)}</p>` });
    expect(summary).toMatch(/(panjang|sekali)…$/);
    expect(summary.length).toBeLessThanOrEqual(281);
  });

  it('takes anything whatever without failing, and gives only well-formed XML text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'binary' }),
        (title, body) => {
          const parsed = parse({ title, bodyHtml: `<p>isi ${body}</p>`, tags: [`t${title}`.slice(0, 80)] });
          if (!parsed.ok) return;
          expect(JSON.stringify(parsed.content)).not.toMatch(/\\u00(?:0[0-8bcef]|1)|\\ud[89a-f]|\\ufff[ef]/i);
        },
      ),
    );
  });
});
