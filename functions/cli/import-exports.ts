import { Command, InvalidArgumentError, Option } from 'commander';
import { draftFeedEntry } from '../importers/feed/feed-draft.ts';
import { createFeedSource } from '../importers/feed/feed-source.ts';
import { fetchPage, feedTypes } from '../importers/fetch-page.ts';
import { createJsonLinesSource } from '../importers/records/json-lines.ts';
import { recordFields } from '../importers/records/record-fields.ts';
import { createTableSource } from '../importers/records/table.ts';
import { createWordPressSource } from '../importers/wordpress/wordpress-source.ts';
import type { CliContext } from './context.ts';
import { endHelp, importEndings } from './help-ending.ts';
import { type ImportOptions, addImportOptions, bareHost, planImport } from './import-options.ts';
import { runImport } from './run-import.ts';

type WordPressOptions = ImportOptions & { readonly drafts?: boolean; readonly types: string };

/** `warta import wordpress`: the export of a WordPress site. */
export function createWordPressImport(context: CliContext): Command {
  const command = new Command('wordpress')
    .description('import the posts of WordPress exports (WXR), of any size')
    .argument('<files...>', 'FILE.xml, as Tools → Export → All content writes it')
    .option('--drafts', 'bring drafts in as drafts')
    .option('--types <list>', 'the kinds of post that are articles', 'post');
  const examples = [
    'import wordpress --dry-run situs-lama.xml',
    'import wordpress --map "Berita Desa=pemerintahan" --report laporan.html situs-lama.xml',
  ];
  return endHelp(addImportOptions(command, context), context, examples, importEndings).action(
    async (files: string[], options: WordPressOptions) => {
      const plan = await planImport(context, options);
      if (plan === undefined) return;
      const { timeZone, language } = context.office;
      const types = options.types.split(',').map((type) => type.trim());
      const settings = {
        timeZone,
        language,
        categories: plan.categories,
        withDrafts: options.drafts === true,
        types,
      };
      const source = createWordPressSource(files, settings, (url) => {
        // An export is of one's own site: its addresses are to lead here.
        const host = URL.parse(url)?.hostname;
        if (host !== undefined) plan.oldHosts.add(bareHost(host));
      });
      await runImport(context, plan, source);
    },
  );
}

/** `warta import feed`: a feed, and all the older ones that it leads to. */
export function createFeedImport(context: CliContext): Command {
  const command = new Command('feed')
    .description('import feeds (RSS, RDF, Atom, JSON Feed), with their archives and further pages')
    .argument('<sources...>', 'FILE or URL')
    .option('--allow-private', 'also fetch from private networks');
  const examples = [
    'import feed --dry-run https://humas.sekarlangit.example/feed/',
    'import feed --category budaya-pariwisata arsip.atom',
  ];
  return endHelp(addImportOptions(command, context), context, examples, importEndings).action(
    async (names: string[], options: ImportOptions & { readonly allowPrivate?: boolean }) => {
      const plan = await planImport(context, options);
      if (plan === undefined) return;
      const { timeZone, language } = context.office;
      const fetch = options.allowPrivate === true ? context.fetch : context.publicFetch;
      const source = createFeedSource(
        {
          fetchFeed: (url) => fetchPage({ fetch, signal: context.signal }, url, { accepts: feedTypes }),
          draft: (entry, feed) =>
            draftFeedEntry(entry, feed, { timeZone, language, categories: plan.categories }),
          signal: context.signal,
        },
        names,
      );
      await runImport(context, plan, source);
    },
  );
}

type TableOptions = ImportOptions & { readonly column?: Readonly<Record<string, string>> };

/** `warta import jsonl` and `warta import csv`: articles in rows, and what `warta export` wrote. */
export function createTableImports(context: CliContext): Command[] {
  const start = async (files: string[], options: TableOptions, create: typeof createTableSource) => {
    const plan = await planImport(context, options);
    if (plan === undefined) return;
    const { timeZone, language } = context.office;
    const columns = options.column === undefined ? {} : { columns: options.column };
    const source = create(files, { timeZone, language, categories: plan.categories, ...columns });
    await runImport(context, plan, source);
  };
  const jsonl = new Command('jsonl')
    .description('import JSON Lines: one article a line, or what `export --format jsonl` wrote')
    .argument('<files...>', 'FILE.jsonl');
  const csv = new Command('csv')
    .description('import tables (CSV with , or ; or tabs): one article a row')
    .argument('<files...>', 'FILE.csv, its first row naming the columns')
    .addOption(
      new Option('--column <field=name>', `which column holds what: ${recordFields.join(', ')}`).argParser(
        readColumn,
      ),
    );
  return [
    endHelp(addImportOptions(jsonl, context), context, ['import jsonl warta.jsonl'], importEndings).action(
      (files: string[], options: TableOptions) => start(files, options, createJsonLinesSource),
    ),
    endHelp(
      addImportOptions(csv, context),
      context,
      [
        'import csv --dry-run berita.csv',
        'import csv --column title="Judul Berita" --column bodyHtml=Naskah berita.csv',
      ],
      importEndings,
    ).action((files: string[], options: TableOptions) => start(files, options, createTableSource)),
  ];
}

function readColumn(written: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, field = '', name = ''] = /^(\w+)=(.+)$/.exec(written) ?? [];
  if (recordFields.some((known) => known === field)) return { ...before, [field]: name };
  throw new InvalidArgumentError(`write FIELD=NAME with one of ${recordFields.join(', ')}`);
}
