import { resolve } from 'node:path';

/** What the environment of a laptop may say; everything has a default. */
export type LocalConfig = {
  /** 0: any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataPath: string;
  readonly hasSample: boolean;
  /** 0: no limit. */
  readonly requestsPerMinute: number;
  /** Undefined: made once, and kept in the data folder. */
  readonly token: string | undefined;
};

/** What whoever starts the service can mend: the message names it, and the cure. */
export class StartError extends Error {}

/** @throws StartError */
export function readLocalConfig(env: NodeJS.ProcessEnv): LocalConfig {
  const { PORT = '3000', WARTA_DATA = '.warta', WARTA_SAMPLE = 'on', WARTA_TOKEN } = env;
  const { WARTA_REQUESTS_PER_MINUTE = '600' } = env;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65535) {
    throw new StartError(`PORT is "${PORT}": set it to a port number such as 3000, or leave it out`);
  }
  if (WARTA_SAMPLE !== 'on' && WARTA_SAMPLE !== 'off') {
    throw new StartError(`WARTA_SAMPLE is "${WARTA_SAMPLE}": set it to on or off, or leave it out`);
  }
  if (!/^\d{1,7}$/.test(WARTA_REQUESTS_PER_MINUTE)) {
    throw new StartError(
      `WARTA_REQUESTS_PER_MINUTE is "${WARTA_REQUESTS_PER_MINUTE}": set it to a number, 0 for no limit`,
    );
  }
  return {
    port: Number(PORT),
    dataPath: resolve(WARTA_DATA),
    hasSample: WARTA_SAMPLE === 'on',
    requestsPerMinute: Number(WARTA_REQUESTS_PER_MINUTE),
    token: WARTA_TOKEN || undefined,
  };
}

/** What the stack tells a Lambda. @throws where a variable is missing: the stack is wrong */
export function readLambdaConfig(env: NodeJS.ProcessEnv): { readonly tableName: string } {
  return { tableName: need(env, 'TABLE_NAME') };
}

export function need(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: the stack gives it`);
  return value;
}
