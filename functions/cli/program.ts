import { Command } from 'commander';
import { createAuditCommand } from './audit.ts';
import { bindCommand } from './bind-command.ts';
import { createCheckFeedsCommand } from './check-feeds.ts';
import { createCompletionCommand } from './completion.ts';
import type { CliContext } from './context.ts';
import { createCostCommand } from './cost/cost.ts';
import { createExportCommand } from './export/export.ts';
import { createImportCommand } from './import.ts';
import { createKeysCommand } from './keys.ts';
import { createLexiconCommand } from './lexicon.ts';
import { createPublishCommand } from './publish.ts';
import { createReadersCommand } from './readers.ts';
import { createReindexCommand } from './reindex.ts';
import { createRestoreCommand } from './restore.ts';
import { createSearchCommand } from './search.ts';
import { createSearchesCommand } from './searches.ts';
import { createWithdrawCommand } from './withdraw.ts';

/** All commands of the newsroom, in the language of whoever calls them. */
export function createProgram(context: CliContext): Command {
  const program: Command = new Command('warta')
    .description('the newsroom of a press office')
    .option('--lang <language>', 'id or en; else as LANG says')
    .addCommand(createImportCommand(context))
    .addCommand(createExportCommand(context))
    .addCommand(createPublishCommand(context))
    .addCommand(createWithdrawCommand(context))
    .addCommand(createRestoreCommand(context))
    .addCommand(createSearchCommand(context))
    .addCommand(createCheckFeedsCommand(context))
    .addCommand(createReadersCommand(context))
    .addCommand(createSearchesCommand(context))
    .addCommand(createReindexCommand(context))
    .addCommand(createCostCommand(context))
    .addCommand(createKeysCommand(context))
    .addCommand(createAuditCommand(context))
    .addCommand(createLexiconCommand(context))
    .addCommand(createCompletionCommand(context, () => program));
  return bindCommand(program, context);
}
