import type { Office } from '../../office/settings.ts';
import { decodePage } from '../decode-page.ts';
import { type Draft, type Drafted, identityFromContent } from '../draft.ts';
import type { RawPage } from '../page-source.ts';
import type { SiteLayout } from '../layout/page-layout-file.ts';
import { parseByLayout } from '../layout/parse-by-layout.ts';
import { type PressPage, parsePressPage } from './press-page.ts';

export type DraftOptions = {
  readonly timeZone: Office['timeZone'];
  readonly language: string;
  /** Slug of the category that every article of the import gets. */
  readonly category: string;
  readonly now: () => Date;
  /** How the pages of the site are made, where somebody wrote that down. */
  readonly layout?: SiteLayout;
};

/** A press page's bytes as the article that is sent, or why they are none. */
export function draftPressPage(raw: RawPage, options: DraftOptions): Drafted {
  const decoded = decodePage(raw.bytes, raw.charset);
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };

  const page = { name: raw.name, text: decoded.text, ...(raw.url !== undefined && { url: raw.url }) };
  const { timeZone, layout } = options;
  const settings = { timeZone, now: options.now() };
  const parsed =
    layout === undefined ? parsePressPage(page, settings) : parseByLayout(page, layout, settings);
  if (!parsed.ok) return { ok: false, problems: [...decoded.doubts, ...parsed.problems] };
  return {
    ok: true,
    draft: toDraft(parsed.page, options),
    doubts: [...decoded.doubts, ...parsed.doubts],
  };
}

function toDraft(page: PressPage, { category, language }: DraftOptions): Draft {
  const { title, publishedAt, authors, place, blocks, address, siteName } = page;
  const texts = blocks.map((block) => block.text).filter((text) => text !== '');
  return {
    title,
    bodyHtml: blocks.map((block) => block.html).join('\n'),
    publishedAt,
    category,
    authors,
    ...(place !== undefined && { place }),
    source: {
      ...(address === undefined ? { id: identityFromContent(title, publishedAt, texts) } : { url: address }),
      ...(siteName !== undefined && { name: siteName }),
    },
    language,
  };
}
