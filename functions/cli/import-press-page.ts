import { Command } from 'commander';
import { fetchPage } from '../importers/fetch-page.ts';
import { draftPressPage } from '../importers/press-page/press-page-draft.ts';
import { createPressPageSource } from '../importers/press-page/press-page-source.ts';
import type { RawPage } from '../importers/page-source.ts';
import { listSources } from '../importers/sources.ts';
import type { CliContext } from './context.ts';
import { type ImportOptions, addImportOptions, planImport } from './import-options.ts';
import { runImport } from './run-import.ts';

/** `warta import press-page`: pages of an old site, from files, folders, archives and addresses. */
export function createPressPageImport(context: CliContext): Command {
  const command = new Command('press-page')
    .description('import legacy press pages, text or HTML, from files, folders, ZIP archives and addresses')
    .argument('<sources...>', 'FILE, DIR, ZIP or URL');
  return addImportOptions(command, context)
    .addHelpText(
      'after',
      `
Examples:
  $ npm run warta -- import press-page --dry-run arsip/2019/
  $ npm run warta -- import press-page --category pendidikan --report laporan.html arsip.zip
  $ npm run warta -- import press-page https://humas.sekarlangit.example/berita/120`,
    )
    .action(async (names: string[], options: ImportOptions) => {
      const plan = await planImport(context, options);
      if (plan === undefined) return;
      const { category } = options;
      const draft = (page: RawPage) =>
        draftPressPage(page, { ...context.office, category, now: context.now });
      const groups = await listSources((url) => fetchPage(context, url), names);
      await runImport(context, plan, createPressPageSource(draft, groups));
    });
}
