import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A command of ours as a process of its own, and what it has printed so far. */
export function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  return {
    child,
    printed: () => printed,
    /** The exit code, or the signal that ended it. */
    ended: exitOf(child),
    /** Resolves with what was printed, once it matches; rejects where the process ends without it. */
    async until(pattern: RegExp): Promise<string> {
      while (!pattern.test(printed)) {
        const outcome = await Promise.race([
          once(child.stdout, 'data'),
          once(child.stderr, 'data'),
          exitOf(child),
        ]);
        if (!Array.isArray(outcome))
          throw new Error(`ended with ${outcome} before it printed ${pattern}:\n${printed}`);
      }
      return printed;
    },
  };
}

/** `npm start` over a data folder, on any free port, ready to answer. */
export async function startServer(dataPath: string, env: Record<string, string> = {}) {
  const server = run('functions/entry/local-server.ts', [], { PORT: '0', WARTA_DATA: dataPath, ...env });
  const printed = await server.until(/Stop with Ctrl-C/);
  const baseUrl = /pages\s+(http:\S+)\//.exec(printed)?.[1] ?? '';
  const token = /token\s+(\S+)/.exec(printed)?.[1] ?? '';
  return { ...server, baseUrl, token };
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null) return child.exitCode;
  if (child.signalCode !== null) return child.signalCode;
  const [code, signal] = await once(child, 'exit');
  return code ?? signal;
}
