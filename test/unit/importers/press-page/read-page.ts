import {
  type ParsedPressPage,
  type PressPage,
  parsePressPage,
} from '../../../../functions/importers/press-page/press-page.ts';

/** A page as the tests here read it: in Jakarta, on New Year's Day of 2026. */
export function read(text: string, more: { name?: string; url?: string } = {}): ParsedPressPage {
  const options = { timeZone: 'Asia/Jakarta', now: new Date('2026-01-01T00:00:00+07:00') } as const;
  return parsePressPage({ name: 'halaman.txt', text, ...more }, options);
}

/** The article of a page that has one. */
export function readArticle(text: string, more: { name?: string; url?: string } = {}): PressPage {
  const parsed = read(text, more);
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.problems)}`);
  return parsed.page;
}

/** The codes of a page's problems or doubts, each with its line. */
export function problemsOf(text: string, more: { name?: string; url?: string } = {}): string[] {
  const parsed = read(text, more);
  const problems = parsed.ok ? parsed.doubts : parsed.problems;
  return problems.map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
}

export function paragraphsOf(text: string): string[] {
  return readArticle(text).blocks.map((block) => block.text);
}
