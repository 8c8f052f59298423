import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../support/local-process.ts';
import { findChromium, howToGetChromium } from './chromium.ts';
import { publishTrials } from './trial-articles.ts';

declare module 'vitest' {
  // Vitest learns of what a setup hands to the tests by adding to its interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    /** Empty where the machine has none. */
    readonly chromiumPath: string;
    readonly baseUrl: string;
    /** With which the desk is entered. */
    readonly token: string;
  }
}

/** One service with the sample articles, and a few that try the pages, for every test. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromiumPath = findChromium();
  project.provide('chromiumPath', chromiumPath ?? '');
  project.provide('baseUrl', '');
  project.provide('token', '');
  if (chromiumPath === undefined) {
    process.stderr.write(`\n${howToGetChromium}\nThe tests in a browser are skipped.\n\n`);
    return undefined;
  }
  const dataPath = await mkdtemp(join(tmpdir(), 'warta-browser-'));
  const server = await startServer(dataPath, { WARTA_REQUESTS_PER_MINUTE: '0', WARTA_SAMPLE: 'on' });
  await publishTrials(server);
  project.provide('baseUrl', server.baseUrl);
  project.provide('token', server.token);
  return async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    await rm(dataPath, { recursive: true });
  };
}
