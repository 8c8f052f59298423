import { toLine } from '../articles/characters.ts';
import { decodePage } from '../importers/decode-page.ts';
import type { FetchedPage } from '../importers/fetch-page.ts';
import type { SiteLayout } from '../importers/layout/page-layout-file.ts';
import { parseByLayout } from '../importers/layout/parse-by-layout.ts';
import { renderProblem } from '../importers/messages.ts';
import type { RawPage } from '../importers/page-source.ts';
import { type LineRole, explainLines } from '../importers/press-page/explain-lines.ts';
import { draftPressPage } from '../importers/press-page/press-page-draft.ts';
import { listSources } from '../importers/sources.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import { showDraft } from './show-draft.ts';

/**
 * `--explain PAGE`: what each line of a page became, and what the article is. Sets 0 where it is one, 1 where
 * the page is refused, 2 for wrong usage.
 */
export async function explainPage(
  context: CliContext,
  fetchOne: (url: string) => Promise<FetchedPage>,
  names: readonly string[],
  layout: SiteLayout | undefined,
): Promise<void> {
  const { language, stdout, stderr, setExitCode, office, now } = context;
  const page = names.length === 1 ? await readFirst(fetchOne, names) : undefined;
  if (page === undefined) {
    stderr.write(`${renderMessage('one-page', language)}\n`);
    return setExitCode(2);
  }
  const decoded = decodePage(page.bytes, page.charset);
  if (decoded.ok) {
    const text = { name: page.name, text: decoded.text, ...(page.url !== undefined && { url: page.url }) };
    const parts =
      layout === undefined
        ? []
        : parseByLayout(text, layout, { timeZone: office.timeZone, now: now() }).parts;
    for (const part of parts)
      stdout.write(`${part.field.padEnd(18)}${part.selector}: ${toLine(part.text).slice(0, maxText)}\n`);
    if (layout === undefined) {
      for (const { number, role, text: line } of explainLines(text, office.timeZone)) {
        const place = String(number).padStart(6);
        stdout.write(`${place}  ${roles[role][language].padEnd(18)}${toLine(line).slice(0, maxText)}\n`);
      }
    }
    stdout.write('\n');
  }
  const drafted = draftPressPage(page, {
    ...office,
    category: office.categories[0].slug,
    now,
    ...(layout && { layout }),
  });
  if (drafted.ok) showDraft(context, page.name, drafted.draft);
  for (const problem of drafted.ok ? drafted.doubts : drafted.problems) {
    const { message, cure } = renderProblem(problem, language);
    const place = problem.line === undefined ? page.name : `${page.name}:${problem.line}`;
    stdout.write(`${toLine(place)}: ${toLine(message)}\n  → ${toLine(cure)}\n`);
  }
  setExitCode(drafted.ok ? 0 : 1);
}

async function readFirst(
  fetchOne: (url: string) => Promise<FetchedPage>,
  names: readonly string[],
): Promise<RawPage | undefined> {
  for (const { pages } of await listSources(fetchOne, names)) {
    for await (const { read } of pages) {
      const answer = await read();
      return answer.ok ? answer.page : undefined;
    }
  }
  return undefined;
}

const roles: Readonly<Record<LineRole, { readonly id: string; readonly en: string }>> = {
  title: { id: 'judul', en: 'title' },
  date: { id: 'tanggal', en: 'date' },
  'place-and-text': { id: 'tempat + isi', en: 'place + text' },
  'text-and-authors': { id: 'isi + penulis', en: 'text + authors' },
  authors: { id: 'penulis', en: 'authors' },
  text: { id: 'isi', en: 'text' },
  picture: { id: 'gambar', en: 'picture' },
  chrome: { id: '– bingkai halaman', en: '– page around it' },
  outside: { id: '– di luar berita', en: '– outside' },
  head: { id: '– kepala', en: '– head' },
};
const maxText = 90;
