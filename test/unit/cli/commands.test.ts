import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { listCompletions } from '../../../functions/cli/completion.ts';
import { createProgram } from '../../../functions/cli/program.ts';
import { parseCliSettings } from '../../../functions/cli/settings.ts';
import { runCommand } from '../../support/command.ts';

const english = await allCommands('en');
const indonesian = await allCommands('id');

/** Every command that may be called, by its path, with its help as it is printed. */
async function allCommands(language: 'id' | 'en'): Promise<Map<string, string>> {
  let paths: string[] = [];
  await runCommand(
    (context) => {
      const program = createProgram(context);
      paths = pathsBelow(program, '');
      return program;
    },
    ['--help'],
  );
  const help = new Map<string, string>();
  for (const path of paths) {
    const asked = await runCommand(createProgram, [...path.split(' '), '--help'], { language });
    expect([path, asked.exitCode, asked.stderr]).toEqual([path, 0, '']);
    help.set(path, asked.stdout);
  }
  return help;
}

function pathsBelow(command: Command, above: string): string[] {
  return command.commands.flatMap((own) => {
    const path = `${above} ${own.name()}`.trim();
    return [path, ...pathsBelow(own, path)];
  });
}

describe('every command', () => {
  it('shows an example of its own', () => {
    expect([...english.keys()]).toEqual(
      expect.arrayContaining(['import csv', 'keys revoke', 'lexicon add pin']),
    );
    for (const [path, help] of english) {
      const examples = help.split('Examples:\n')[1]?.split('\n\n')[0] ?? '';
      expect([path, examples]).toEqual([
        path,
        expect.stringMatching(new RegExp(`^ {2}\\$ .*(?:-- |warta )${path}`, 'm')),
      ]);
    }
  });

  it('says all of it in Indonesian too', () => {
    for (const [path, help] of indonesian) {
      const prose = help
        .split('\n')
        .filter((line) => !line.startsWith('  $ '))
        .join(' ');
      expect([
        path,
        /\b(?:the|its|of|and|what|which|how|or|to|none)\b/i.exec(
          prose.replace(/--\S+|<\S+>|`[^`]*`/g, ''),
        )?.[0],
      ]).toEqual([path, undefined]);
      expect(help).toContain('Cara pakai: ');
      expect(help).toContain('Contoh:');
    }
  });

  it('is not coloured', () => {
    for (const help of [...english.values(), ...indonesian.values()]) expect(help).not.toContain('\u001B');
  });

  it.each(['', ...english.keys()])('wrongly called (%s) sets 2, and tells where help is', async (path) => {
    const needed = path === 'withdraw' ? ['--reason', 'Keliru'] : [];
    const args = [...path.split(' '), ...needed, '--salah'].filter((arg) => arg !== '');
    const { stderr, exitCode } = await runCommand(createProgram, args, { language: 'id' });
    expect([stderr, exitCode]).toEqual([expect.stringContaining('--help menyebut semuanya'), 2]);
    expect(stderr).toContain("pilihan '--salah' tidak dikenal");
  });

  it('with a value that is none says in Indonesian which there are', async () => {
    const { stderr, exitCode } = await runCommand(createProgram, ['completion', 'fish'], { language: 'id' });
    expect([stderr.split('\n')[0], exitCode]).toEqual([
      "nilai 'fish' untuk 'shell' tidak ada; pilih salah satu: bash, zsh.",
      2,
    ]);
  });
});

describe('completions', () => {
  it('list for a shell what may follow', () => {
    const program = new Command('warta');
    program.command('import').option('--json').command('csv');
    expect([...listCompletions(program)]).toEqual([
      ['', ['import', '--help']],
      ['import', ['csv', '--json', '--help']],
      ['import csv', ['--help']],
    ]);
  });

  it.each([
    ['warta im', ['import']],
    ['warta import ', ['press-page', 'wordpress', 'feed', 'jsonl', 'csv', '--help']],
    ['warta import press-page --cr', ['--crawl']],
    ['warta import press-page --crawl --ra', ['--rate']],
    ['warta keys rev', ['revoke']],
    ['warta lexicon add pin --un', ['--until']],
    ['warta completion z', ['zsh']],
  ])('work in a real bash: %j', async (line, expected) => {
    const { stdout } = await runCommand(createProgram, ['completion', 'bash']);
    const words = line.split(' ');
    const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length - 1}\n_warta\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const completed = execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: import.meta.dirname });
    expect(completed.trim().split('\n')).toEqual(expect.arrayContaining(expected));
  });

  it('are the same script in zsh, which runs those of bash', async () => {
    const bash = await runCommand(createProgram, ['completion', 'bash']);
    const zsh = await runCommand(createProgram, ['completion', 'zsh']);
    expect(zsh.stdout).toContain('bashcompinit');
    expect(zsh.stdout).toContain(bash.stdout);
    // What zsh keeps for itself, and an offset that it takes for a modifier: with either nothing is completed.
    expect(zsh.stdout).not.toMatch(/\b(?:path|words|status|argv|options|fpath|prompt)=/);
    expect(zsh.stdout).not.toMatch(/@\]:1:[A-Za-z]/);
  });
});

describe('the settings file', () => {
  it('says where, as whom and how imports go', () => {
    const text =
      'url: https://warta.example\nlanguage: id\nimport:\n  category: ekonomi\n  map: { Berita Desa: pemerintahan }\n  rate: 2\n';
    expect(parseCliSettings(text, 'warta.config.yaml')).toEqual({
      ok: true,
      settings: {
        url: 'https://warta.example',
        language: 'id',
        import: { category: 'ekonomi', map: { 'Berita Desa': 'pemerintahan' }, rate: 2 },
      },
    });
    expect(parseCliSettings('', 'warta.config.yaml')).toEqual({ ok: true, settings: {} });
  });

  it('names a private key that lies beside it, wherever the command is started', () => {
    const keyIn = (text: string) => {
      const parsed = parseCliSettings(text, '/etc/warta/kantor.yaml');
      return parsed.ok ? parsed.settings.signingKey : undefined;
    };
    expect(keyIn('signingKey: kunci/portal.pem')).toBe('/etc/warta/kunci/portal.pem');
    expect(keyIn('signingKey: /aman/portal.pem')).toBe('/aman/portal.pem');
  });

  it('that is no YAML, or names itself, says so and where', () => {
    const problemsOf = (text: string) => {
      const parsed = parseCliSettings(text, 'warta.config.yaml');
      return parsed.ok ? [] : parsed.problems;
    };
    expect(problemsOf('url: x\nimport: {')).toEqual([expect.stringMatching(/^2: /)]);
    expect(problemsOf('url: *nowhere')).toEqual([expect.stringContaining('nowhere')]);
    expect(problemsOf('import: &a { map: *a }')).not.toEqual([]);
  });

  it('that is wrong tells everything that is', () => {
    const parsed = parseCliSettings('urll: x\nlanguage: fr\nimport: { rate: 0 }', 'warta.config.yaml');
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.replace(/:.*/, '')).toSorted()).toEqual([
      'import.rate',
      'language',
      'urll',
    ]);
  });
});
