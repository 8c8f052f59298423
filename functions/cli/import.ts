import { Command } from 'commander';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { createFeedImport, createTableImports, createWordPressImport } from './import-exports.ts';
import { createPressPageImport } from './import-press-page.ts';

/** `warta import …`: other newsrooms' articles, through the publishing API. */
export function createImportCommand(context: CliContext): Command {
  const command = new Command('import').description('bring articles in from elsewhere');
  const commands = [
    createPressPageImport(context),
    createWordPressImport(context),
    createFeedImport(context),
    ...createTableImports(context),
  ];
  for (const own of commands) command.addCommand(own);
  return endHelp(command, context, [
    'import press-page --dry-run arsip/',
    'import wordpress --report laporan.html situs-lama.xml',
    'import csv --help',
  ]);
}
