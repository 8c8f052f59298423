import { Command } from 'commander';
import type { CliContext } from './context.ts';
import { createFeedImport, createTableImports, createWordPressImport } from './import-exports.ts';
import { createPressPageImport } from './import-press-page.ts';

/**
 * `warta import …`: other newsrooms' articles, through the publishing API. A wrong call, and a call for
 * help, is thrown as commander's `CommanderError` once it is written and the exit code is set.
 */
export function createImportCommand(context: CliContext): Command {
  const command = new Command('import')
    .description('bring articles in from elsewhere')
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .exitOverride((error) => {
      context.setExitCode(error.exitCode === 0 ? 0 : 2);
      throw error;
    });
  const commands = [
    createPressPageImport(context),
    createWordPressImport(context),
    createFeedImport(context),
    ...createTableImports(context),
  ];
  for (const own of commands) command.addCommand(own.copyInheritedSettings(command));
  return command;
}
