import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { toIndonesian } from './help-texts.ts';

/**
 * What stands below a command's options: how it is called, and what its exit code means.
 *
 * @param examples without the `npm run warta --` before them; one that begins with `$` stands as it is
 * @param endings what each exit code means, in English; nothing where the commands below say it
 */
export function endHelp(
  command: Command,
  { language }: Pick<CliContext, 'language'>,
  examples: readonly string[],
  endings: Readonly<Record<number, string>> = {},
): Command {
  const isIndonesian = language === 'id';
  const meanings = Object.entries(endings).map(
    ([code, meaning]) => `${code} ${isIndonesian ? toIndonesian(meaning) : meaning}`,
  );
  const lines = [
    '',
    isIndonesian ? 'Contoh:' : 'Examples:',
    ...examples.map((example) => `  ${example.startsWith('$') ? example : `$ npm run warta -- ${example}`}`),
    ...(meanings.length === 0
      ? []
      : ['', `${isIndonesian ? 'Kode keluar' : 'Exit code'}: ${meanings.join(', ')}.`]),
  ];
  return command.addHelpText('after', lines.join('\n'));
}

/** What the exit code of every command means that only asks the service. */
export const askEndings = { 0: 'shown', 2: 'wrong usage, no service or a key that may not' } as const;

/** And that of every import. */
export const importEndings = {
  0: 'all fine',
  1: 'something was refused',
  2: 'wrong usage or no service',
  130: 'interrupted',
} as const;
