import { Command, InvalidArgumentError, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type CrawlOptions, createCrawlSource } from '../importers/crawl/crawl-source.ts';
import { openCrawlState } from '../importers/crawl/crawl-state.ts';
import { createPoliteFetch } from '../importers/crawl/polite-fetch.ts';
import type { ArticleSource, Drafted } from '../importers/draft.ts';
import { type FetchOptions, fetchPage } from '../importers/fetch-page.ts';
import { readLayoutLinks } from '../importers/layout/layout-links.ts';
import { type SiteLayout, parseSiteLayout } from '../importers/layout/page-layout-file.ts';
import type { RawPage } from '../importers/page-source.ts';
import { draftPressPage } from '../importers/press-page/press-page-draft.ts';
import { createPressPageSource } from '../importers/press-page/press-page-source.ts';
import { listSources } from '../importers/sources.ts';
import type { CliContext } from './context.ts';
import { explainPage } from './explain-page.ts';
import { endHelp, importEndings } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { type ImportOptions, addImportOptions, planImport } from './import-options.ts';
import { runImport } from './run-import.ts';

type PageOptions = ImportOptions & {
  readonly crawl?: boolean;
  readonly rate: number;
  readonly maxPages: number;
  readonly state?: string;
  readonly allowPrivate?: boolean;
  readonly layout?: string;
  readonly explain?: boolean;
};

/** `warta import press-page`: pages of an old site, from files, folders, archives, addresses, or the whole site. */
export function createPressPageImport(context: CliContext): Command {
  const command = new Command('press-page')
    .description('import legacy press pages, text or HTML, from files, folders, ZIP archives and addresses')
    .argument('<sources...>', 'FILE, DIR, ZIP or URL')
    .option('--crawl', 'find the articles of a site from pages that list them')
    .addOption(
      numberOption('--rate <number>', 'pages a second, at the most', context.importSettings?.rate ?? 1, 100),
    )
    .addOption(numberOption('--max-pages <number>', 'stop after so many pages', 100_000, 10_000_000))
    .option('--state <file>', 'where to remember what was fetched (HOST.crawl)')
    .option('--allow-private', 'also fetch from private networks')
    .option('--layout <file>', 'read pages as FILE.yaml describes them')
    .option('--explain', 'show what each line of one page became, and why; nothing is sent');
  const examples = [
    'import press-page --dry-run arsip/2019/',
    'import press-page --category pendidikan --report laporan.html arsip.zip',
    'import press-page https://humas.sekarlangit.example/berita/120',
    'import press-page --crawl --rate 2 https://humas.sekarlangit.example/berita',
    'import press-page --layout situs.yaml --explain arsip/2019/120.html',
  ];
  return endHelp(addImportOptions(command, context), context, examples, importEndings).action(
    (names: string[], options: PageOptions) => importPages(context, names, options),
  );
}

async function importPages(
  context: CliContext,
  names: readonly string[],
  options: PageOptions,
): Promise<void> {
  const { office, now, signal } = context;
  const layout = options.layout === undefined ? undefined : await readLayout(context, options.layout);
  if (layout === 'wrong') return;
  const fetch = options.allowPrivate === true ? context.fetch : context.publicFetch;
  const fetchOne = (url: string, limits?: FetchOptions) => fetchPage({ fetch, signal }, url, limits);
  if (options.explain === true) return explainPage(context, fetchOne, names, layout);

  const plan = await planImport(context, options);
  if (plan === undefined) return;
  const { category } = options;
  const draft = (page: RawPage): Drafted =>
    draftPressPage(page, { ...office, category, now, ...(layout !== undefined && { layout }) });
  if (options.crawl !== true) {
    return runImport(context, plan, createPressPageSource(draft, await listSources(fetchOne, names)));
  }

  const wrong = names.find((name) => !/^https?:\/\//i.test(name));
  if (wrong !== undefined) {
    context.stderr.write(`${renderMessage('crawl-addresses', context.language, { name: wrong })}\n`);
    return context.setExitCode(2);
  }
  const polite = createPoliteFetch(
    {
      fetchPage: fetchOne,
      // An interruption ends the waiting; what comes then sees the signal itself.
      wait: (ms) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
      now: () => now().getTime(),
      signal,
    },
    { delayMs: 1000 / options.rate },
  );
  const state = await openCrawlState(options.state ?? `${URL.parse(names[0] ?? '')?.host ?? 'situs'}.crawl`);
  const crawl: CrawlOptions = {
    done: new Set(state.done),
    maxPages: options.maxPages,
    ...(layout !== undefined && { readLinks: (html, url) => readLayoutLinks(html, url, layout) }),
  };
  const source: ArticleSource = createCrawlSource({ fetchPage: polite, draft, signal }, names, crawl);
  await runImport(context, plan, source, ({ name, result }) => {
    // What was refused may be mended, and is looked at again.
    if (result !== 'refused' && result !== 'not-sent') state.add(name);
  });
}

async function readLayout(context: CliContext, file: string): Promise<SiteLayout | 'wrong'> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => error);
  const parsed =
    typeof text === 'string'
      ? parseSiteLayout(text)
      : { ok: false as const, problems: [text instanceof Error ? text.message : String(text)] };
  if (parsed.ok) return parsed.layout;
  const values = { file, problems: parsed.problems.join('; ') };
  context.stderr.write(`${renderMessage('bad-layout', context.language, values)}\n`);
  context.setExitCode(2);
  return 'wrong';
}

function numberOption(flags: string, description: string, usual: number, max: number): Option {
  return new Option(flags, description).default(usual).argParser((written) => {
    const value = Number(written);
    if (value > 0 && value <= max) return value;
    throw new InvalidArgumentError(`1 … ${max}`);
  });
}
