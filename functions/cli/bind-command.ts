import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { speakIndonesian } from './help-texts.ts';

/**
 * Ties a command and all below it to the world: where they write, in which language, and that a wrong call
 * sets 2 and one for help 0. Either is thrown as commander's `CommanderError` once it is written.
 */
export function bindCommand(command: Command, context: CliContext): Command {
  bind(command, context);
  if (context.language === 'id') speakIndonesian(command);
  return command;
}

function bind(command: Command, context: CliContext): void {
  const { stdout, stderr, language, setExitCode } = context;
  command
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    })
    .showHelpAfterError(language === 'id' ? '(--help menyebut semuanya)' : '(--help tells more)')
    .exitOverride((error) => {
      setExitCode(error.exitCode === 0 ? 0 : 2);
      throw error;
    });
  for (const own of command.commands) bind(own, context);
}
