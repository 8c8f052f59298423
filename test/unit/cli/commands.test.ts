import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createCompletionCommand, listCompletions } from '../../../functions/cli/completion.ts';
import type { CliContext } from '../../../functions/cli/context.ts';
import { createExportCommand } from '../../../functions/cli/export/export.ts';
import { speakIndonesian, toIndonesian } from '../../../functions/cli/help-texts.ts';
import { createImportCommand } from '../../../functions/cli/import.ts';
import { createPublishCommand } from '../../../functions/cli/publish.ts';
import { createSearchCommand } from '../../../functions/cli/search.ts';
import { parseCliSettings } from '../../../functions/cli/settings.ts';
import { createWithdrawCommand } from '../../../functions/cli/withdraw.ts';
import { runCommand } from '../../support/command.ts';

const creators = [
  createImportCommand,
  createExportCommand,
  createPublishCommand,
  createWithdrawCommand,
  createSearchCommand,
];
const programOf = (context: CliContext): Command => {
  const program = new Command('warta');
  for (const create of creators) program.addCommand(create(context));
  return program.addCommand(createCompletionCommand(context, () => program));
};

function allBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allBelow)];
}

/** The commands as they are made for a context. */
async function commands(): Promise<Command[]> {
  let made: Command[] = [];
  await runCommand(
    (context) => {
      const program = programOf(context);
      made = allBelow(program).slice(1);
      return program;
    },
    ['completion', 'bash'],
  );
  return made;
}

describe('the commands', () => {
  it('each show an example and say in Indonesian what they do', async () => {
    const made = await commands();
    const own = made.map((command) => command.description());
    const others = made.flatMap(({ options, registeredArguments }) =>
      [...options, ...registeredArguments]
        .map(({ description }) => description)
        .filter((text) => !/^(?:FILE|which column|as `publish`)/.test(text)),
    );
    expect([...own, ...others].filter((text) => toIndonesian(text) === text)).toEqual([]);
    expect(own).toHaveLength(11);
  });

  it('are completed as they are', async () => {
    const { stdout } = await runCommand(programOf, ['completion', 'bash']);
    expect(stdout).toContain('"import press-page") words="--crawl --rate');
    expect(stdout).toContain('"completion") words="bash zsh --help"');
    const zsh = await runCommand(programOf, ['completion', 'zsh']);
    expect(zsh.stdout).toContain('bashcompinit');
    expect(zsh.stdout).toContain(stdout);
  });

  it('list for a shell what may follow', () => {
    const program = new Command('warta');
    program.command('import').option('--json').command('csv');
    expect([...listCompletions(program)]).toEqual([
      ['', ['import', '--help']],
      ['import', ['csv', '--json', '--help']],
      ['import csv', ['--help']],
    ]);
  });

  it('wrongly called say so in Indonesian too', async () => {
    const indonesian = (context: CliContext) => {
      const program = programOf(context);
      speakIndonesian(program);
      return program;
    };
    const { stderr, exitCode } = await runCommand(indonesian, ['import', 'csv', '--salah', 'a.csv'], {
      language: 'id',
    });
    expect([stderr.trim(), exitCode]).toEqual([
      "pilihan '--salah' tidak dikenal; --help menyebut semuanya",
      2,
    ]);
    const help = await runCommand(indonesian, ['import', 'csv', '--help'], { language: 'id' });
    expect(help.stdout).toContain('Cara pakai: ');
    expect(help.stdout.replace(/\s+/g, ' ')).toContain(
      'rubrik bagi berita yang tidak menyebut rubrik kita (bawaan: "umum")',
    );
    expect(help.exitCode).toBe(0);
  });
});

describe('the settings file', () => {
  it('says where, as whom and how imports go', () => {
    const text =
      'url: https://warta.example\nlanguage: id\nimport:\n  category: ekonomi\n  map: { Berita Desa: pemerintahan }\n  rate: 2\n';
    expect(parseCliSettings(text)).toEqual({
      ok: true,
      settings: {
        url: 'https://warta.example',
        language: 'id',
        import: { category: 'ekonomi', map: { 'Berita Desa': 'pemerintahan' }, rate: 2 },
      },
    });
    expect(parseCliSettings('')).toEqual({ ok: true, settings: {} });
  });

  it('that is wrong tells everything that is', () => {
    const parsed = parseCliSettings('urll: x\nlanguage: fr\nimport: { rate: 0 }');
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.replace(/:.*/, '')).toSorted()).toEqual([
      'import.rate',
      'language',
      'urll',
    ]);
  });
});
