import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { htmlToParagraphs } from '../../../../functions/articles/html.ts';
import { draftPressPage } from '../../../../functions/importers/press-page/press-page-draft.ts';

const folder = new URL('../../../fixtures/press-pages/', import.meta.url);
const expectation = v.strictObject({
  title: v.string(),
  publishedAt: v.string(),
  place: v.string(),
  authors: v.array(v.string()),
  paragraphCount: v.number(),
  /** How the first and the last paragraph begin and end. */
  first: v.string(),
  last: v.string(),
  address: v.optional(v.string()),
  siteName: v.optional(v.string()),
  doubts: v.array(v.string()),
});

/** What no page may leave in an article. */
const chrome =
  /Berita Ter|Scroll|Dibaca|Beranda|Bagikan|Facebook|Baca juga|Hak Cipta|Copyright|Kembali$|Hits|\(fur|dms\)|rin\]/;

describe('a reference page', () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));

  it.each(names)('%s is read as it is described beside it', (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const described = readFileSync(new URL(name.replace(/\.\w+$/, '.json'), folder), 'utf8');
    const { first, last, doubts, address, siteName, ...expected } = v.parse(
      expectation,
      JSON.parse(described),
    );

    const drafted = draftPressPage(
      { name, bytes },
      { timeZone: 'Asia/Jakarta', language: 'id', category: 'umum', now: () => new Date('2026-01-01') },
    );
    if (!drafted.ok) throw new Error(`${name} is refused: ${JSON.stringify(drafted.problems)}`);
    const { draft } = drafted;
    const paragraphCount = draft.bodyHtml.split('<p>').length - 1;
    expect({ ...draft, paragraphCount }).toMatchObject(expected);
    expect(drafted.doubts.map(({ code }) => code)).toEqual(doubts);
    expect(draft.source.url).toBe(address);
    expect(draft.source.name).toBe(siteName);

    const paragraphs = htmlToParagraphs(draft.bodyHtml);
    expect(paragraphs.find((paragraph) => paragraph.length > 60)?.startsWith(first)).toBe(true);
    expect(paragraphs.at(-1)?.endsWith(last)).toBe(true);
    expect(draft.bodyHtml).not.toMatch(chrome);
  });
});
