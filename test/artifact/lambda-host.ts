import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as v from 'valibot';

export type LambdaFunction = {
  readonly name: string;
  /** Folder of the bundle. */
  readonly path: string;
  readonly handler: string;
  readonly memoryMiB: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How far the clock of its next process runs ahead of the machine's; not at all where it is not said. */
  readonly clockAheadMs?: () => number;
};

export type LambdaHost = ReturnType<typeof createLambdaHost>;

/**
 * A bundle under AWS's own runtime client, in a process of its own that speaks to our Runtime API. One
 * invocation at a time; a process that died is followed by a new one, as in Lambda.
 */
export function createLambdaHost(wanted: LambdaFunction) {
  let container: ReturnType<typeof startContainer> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const starts: number[] = [];

  return {
    /** What the handler returned. @throws where it threw, or the process died */
    invoke(event: unknown): Promise<unknown> {
      const answer = queue.then(async () => {
        if (container === undefined) {
          const startedAt = performance.now();
          const started = startContainer(wanted, () => {
            if (container === started) container = undefined;
          });
          container = started;
          await started.ready;
          starts.push(performance.now() - startedAt);
        }
        if (container === undefined) throw new Error(`${wanted.name} died while it started`);
        return container.invoke(event);
      });
      queue = answer.catch(() => undefined);
      return answer;
    },
    /** Ends the process where it stands, whatever it is doing. */
    crash(): void {
      container?.kill();
      container = undefined;
    },
    /** The most that its present process has taken of the machine's memory; Linux alone tells (proc(5)). */
    async peakMiB(): Promise<number> {
      const status = await readFile(`/proc/${container?.pid()}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    },
    memoryMiB: wanted.memoryMiB,
    /** Milliseconds from the start of each process to its first call for work. */
    starts: (): readonly number[] => starts,
    close: (): void => container?.kill(),
  };
}

function startContainer(wanted: LambdaFunction, onEnd: () => void) {
  const { path, handler, name, memoryMiB, environment, clockAheadMs } = wanted;
  type Invocation = { readonly id: string; readonly event: unknown };
  let waiting: ServerResponse | undefined;
  let next: Invocation | undefined;
  let child: ChildProcess | undefined;
  let running: PromiseWithResolvers<unknown> | undefined;
  let printed = '';
  let isKilled = false;
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);

  const server = createServer((request, response) => {
    void (async () => {
      const url = request.url ?? '';
      if (url.endsWith('/invocation/next')) {
        waiting = response;
        ready.resolve();
        return give();
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || 'null');
      response.writeHead(202).end();
      if (url.endsWith('/response')) running?.resolve(body);
      else running?.reject(new Error(`${name} failed: ${JSON.stringify(body)}\n${printed.slice(-2000)}`));
    })();
  });

  server.listen(0, '127.0.0.1', () => {
    const address = v.parse(v.object({ port: v.number() }), server.address());
    const client = createRequire(import.meta.url).resolve('aws-lambda-ric');
    const preloaded = ['rapid-client.cjs', ...(clockAheadMs === undefined ? [] : ['clock-ahead.cjs'])];
    const args = preloaded.flatMap((file) => ['--require', join(import.meta.dirname, file)]);
    child = spawn(process.execPath, [`--max-old-space-size=${memoryMiB}`, ...args, client], {
      cwd: path,
      env: {
        ...environment,
        ...(clockAheadMs !== undefined && { CLOCK_AHEAD_MS: String(clockAheadMs()) }),
        LAMBDA_TASK_ROOT: path,
        _HANDLER: handler,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${address.port}`,
        AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1: 'true',
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: 'local',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMiB),
        AWS_REGION: 'ap-southeast-3',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        TZ: 'UTC',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => (printed += String(text)));
    if (isKilled) child.kill('SIGKILL');
    child.once('exit', () => {
      server.closeAllConnections();
      server.close();
      onEnd();
      const died = new Error(`${name} died:\n${printed.slice(-2000)}`);
      ready.reject(died);
      running?.reject(died);
    });
  });

  function give(): void {
    if (waiting === undefined || next === undefined) return;
    waiting.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': next.id,
      'Lambda-Runtime-Deadline-Ms': String(Date.now() + 60_000),
      'Lambda-Runtime-Invoked-Function-Arn': `arn:aws:lambda:ap-southeast-3:000000000000:function:${name}`,
    });
    waiting.end(JSON.stringify(next.event));
    waiting = undefined;
    next = undefined;
  }

  return {
    ready: ready.promise,
    pid: () => child?.pid,
    invoke(event: unknown): Promise<unknown> {
      running = Promise.withResolvers();
      next = { id: randomUUID(), event };
      give();
      return running.promise;
    },
    kill(): void {
      isKilled = true;
      child?.kill('SIGKILL');
    },
  };
}
