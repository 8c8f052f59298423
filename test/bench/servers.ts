import { type BenchProcess, startProcess } from './bench-process.ts';

/** A process that answers at an address. */
export type Server = BenchProcess & { readonly baseUrl: string };

type Options = Parameters<typeof startProcess>[1];

/** Runs a server which prints its address once it listens. */
export async function startServer(script: string, options?: Options, isReady = /http:\S+/): Promise<Server> {
  const server = startProcess(script, options);
  const printed = await server.until(isReady);
  return { ...server, baseUrl: /http:\/\/[\d.:]+/.exec(printed)?.[0] ?? '' };
}

/** `npm start` over a data folder, ready to answer, without its limit of requests. */
export function startWarta(dataPath: string, sample: 'on' | 'off', isAsked = true): Promise<Server> {
  const env = {
    PORT: '0',
    WARTA_DATA: dataPath,
    WARTA_SAMPLE: sample,
    WARTA_TOKEN: token,
    WARTA_REQUESTS_PER_MINUTE: '0',
  };
  return startServer('functions/entry/local-server.ts', { env, isAsked }, /Stop with Ctrl-C/);
}

/** Publishes as a newsroom does: one article, or up to 500 as a batch. */
export async function publish(warta: Server, body: unknown): Promise<void> {
  const path = Array.isArray(body) ? '/api/articles/batch' : '/api/articles';
  const response = await fetch(warta.baseUrl + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  const isRefused = !response.ok || /"status":[45]\d\d/.test(answer);
  if (isRefused) throw new Error(`cannot publish: ${answer.slice(0, 500)}`);
}

export const token = 'token-of-the-benchmark';
