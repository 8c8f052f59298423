import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalService, openLocalService } from '../../functions/entry/local-service.ts';
import type { LogEntry } from '../../functions/articles/log-entry.ts';
import type { RequestLimit } from '../../functions/http/request-limit.ts';
import { type Office, office } from '../../functions/office/settings.ts';

export const baseUrl = 'http://127.0.0.1:3000';
export const token = 'token-untuk-uji';

/** The whole service over a data folder of its own, asked in process, and a few words to ask it with. */
export async function startService(
  options: {
    readonly now?: () => Date;
    readonly dataPath?: string;
    readonly office?: Office;
    readonly requestLimit?: RequestLimit;
    readonly archivePartLength?: number;
  } = {},
) {
  const dataPath = options.dataPath ?? (await mkdtemp(join(tmpdir(), 'warta-')));
  const logged: LogEntry[] = [];
  const service: LocalService = await openLocalService({
    office: { ...(options.office ?? office), baseUrl },
    requestLimit: options.requestLimit,
    archivePartLength: options.archivePartLength,
    dataPath,
    token,
    now: options.now ?? (() => new Date()),
    log: (entry) => logged.push(entry),
  });
  await service.prepareSearch();

  const get = async (path: string, headers: Record<string, string> = {}) =>
    service.app.request(baseUrl + path, { headers });
  const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    service.app.request(baseUrl + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  return {
    dataPath,
    logged,
    service,
    get,
    send,
    getJson: async (path: string): Promise<Json> => json(await get(path)),
    /** Publishes an article that is valid but for what `change` says, and gives back the API's answer. */
    publish: async (change: Record<string, unknown> = {}): Promise<Json> =>
      json(await send('POST', '/api/articles', { ...submission, ...change })),
    async stop({ keepData = false } = {}) {
      await service.close();
      if (!keepData) await rm(dataPath, { recursive: true });
    },
  };
}

/** Parsed JSON, for tests to look into: what is not there fails the assertion. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export async function json(response: Response): Promise<Json> {
  return JSON.parse(await response.text());
}

/** What a writer sends at the least. */
export const submission = {
  title: 'Jembatan Kali Welang Dibuka',
  bodyHtml: '<p>Bupati membuka jembatan.</p>',
  publishedAt: '2026-03-02T09:00:00+07:00',
  category: 'pembangunan',
};
