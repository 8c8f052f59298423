import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Answer } from './processes/answer.ts';

const root = join(import.meta.dirname, '../..');

export type BenchProcess = ReturnType<typeof startProcess>;

/**
 * A script of ours as a process of its own.
 *
 * @param options.isAsked whether it answers (processes/answer.ts): at the least what it uses (usage.ts), for
 * which it needs a moment more to start
 */
export function startProcess(
  script: string,
  options: {
    readonly args?: readonly string[];
    readonly env?: Record<string, string>;
    readonly isAsked?: boolean;
  } = {},
) {
  const { args = [], env = {}, isAsked = true } = options;
  const child = fork(join(root, script), args, {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: isAsked ? ['--expose-gc', '--import', join(import.meta.dirname, 'processes/usage.ts')] : [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}:\n${printed}`);
  });
  died.catch(() => undefined);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));

  return {
    /** What the process printed, once it matches. */
    async until(pattern: RegExp): Promise<string> {
      while (!pattern.test(printed)) {
        await Promise.race([child.stdout && once(child.stdout, 'data'), died]);
      }
      return printed;
    },
    async ask(question: string): Promise<Answer> {
      child.send(question);
      const [numbers] = await Promise.race([once(child, 'message'), died]);
      return v.parse(v.array(v.number()), numbers);
    },
    /** The first number of an answer. */
    async askOne(question: string): Promise<number> {
      return (await this.ask(question))[0] ?? Number.NaN;
    },
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
      child.kill(signal);
      await died.catch(() => undefined);
    },
  };
}
