import { Argument, Command } from 'commander';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';

/** `warta completion bash|zsh`: a script for the shell, made from the commands as they are. */
export function createCompletionCommand(context: CliContext, program: () => Command): Command {
  const { stdout, setExitCode } = context;
  const command = new Command('completion')
    .description('print completions for a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash', 'zsh']));
  const examples = [
    '$ alias warta="npm run --silent warta --"',
    '$ source <(warta completion bash)',
    '$ source <(warta completion zsh)',
  ];
  return endHelp(command, context, examples).action((shell: 'bash' | 'zsh') => {
    stdout.write(shell === 'bash' ? renderBash(program()) : renderZsh(program()));
    setExitCode(0);
  });
}

/** What may follow each command, by its path: `import press-page`. */
export function listCompletions(program: Command): Map<string, string[]> {
  const completions = new Map<string, string[]>();
  const visit = (command: Command, path: readonly string[]): void => {
    const options = command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []));
    const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
    const names = command.commands.map((own) => own.name());
    completions.set(path.join(' '), [...names, ...choices, ...options, '--help']);
    for (const own of command.commands) visit(own, [...path, own.name()]);
  };
  visit(program, []);
  return completions;
}

/** In zsh `path` and `words` are not free to be used, and an offset must be arithmetic. */
function renderBash(program: Command): string {
  return `# bash completion for warta
_warta() {
  local word="\${COMP_WORDS[COMP_CWORD]}" above="" part follow=""
  for part in "\${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
    case "$part" in -*) ;; *) [[ -z "$above" || "|${groupsOf(program).join('|')}|" == *"|$above|"* ]] && above="\${above:+$above }$part" ;; esac
  done
  case "$above" in
${renderCases(program)}
  esac
  COMPREPLY=($(compgen -W "$follow" -- "$word"))
  [[ "$word" == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _warta warta
`;
}

/** The same script: zsh runs completions that were written for bash. */
function renderZsh(program: Command): string {
  return `autoload -U +X compinit && compinit -u
autoload -U +X bashcompinit && bashcompinit
${renderBash(program)}`;
}

/** Commands that have commands of their own, by their path: only they make a path longer. */
function groupsOf(command: Command, above: readonly string[] = []): string[] {
  return command.commands
    .filter((own) => own.commands.length > 0)
    .flatMap((own) => {
      const path = [...above, own.name()];
      return [path.join(' '), ...groupsOf(own, path)];
    });
}

function renderCases(program: Command): string {
  return [...listCompletions(program)]
    .map(([path, words]) => `    "${path}") follow="${words.join(' ')}" ;;`)
    .join('\n');
}
