import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createNewsroom } from '../access/newsroom.ts';
import { createSessions } from '../access/sessions.ts';
import type { Article } from '../articles/article.ts';
import { createNewsroomLists } from '../articles/newsroom-lists.ts';
import { createRecentLists } from '../articles/recent-lists.ts';
import { createArticleRepository } from '../articles/repository.ts';
import { createRestoration } from '../articles/restoration.ts';
import { createVersionHistory } from '../articles/version-history.ts';
import { parseStoredSubmission } from '../articles/stored-submission.ts';
import { createLexiconTable } from '../indexing/lexicon-table.ts';
import { parseSubmission } from '../articles/submission.ts';
import { readTableIdentity } from '../articles/table-identity.ts';
import { createApp } from '../http/app.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import { createDesk } from '../http/desk/create-desk.ts';
import type { RequestLimit } from '../http/request-limit.ts';
import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import { createReaderStatistics } from '../readers/reader-statistics.ts';
import { createSearchStatistics } from '../readers/search-statistics.ts';
import { openEmbeddedTable } from './local/embedded-table.ts';
import { openLocalIndex } from './local/local-index.ts';
import { openLocalWebSub } from './local/local-websub.ts';
import { createMediaFolder } from './local/media-folder.ts';
import { readSampleArticles } from './local/sample.ts';

export type LocalService = {
  readonly app: Hono;
  /** Brings the sample articles if this is a first start; answers with how many there are. */
  readonly loadSample: () => Promise<number>;
  /** Resolves when searches are answered. */
  readonly prepareSearch: () => Promise<void>;
  /** Tells the hubs of what is due: to be called from time to time. */
  readonly deliverNotices: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The whole service over a data folder: the same app as in the cloud, with engines that live in this process. */
export async function openLocalService(options: {
  readonly office: Office;
  readonly dataPath: string;
  readonly token: string;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  readonly requestLimit?: RequestLimit | undefined;
  readonly archivePartLength?: number | undefined;
  /** Told how many articles a rebuilding of the index has read so far. */
  readonly onIndexing?: (done: number) => void;
}): Promise<LocalService> {
  const { office, dataPath, token, now, log, onIndexing } = options;
  await mkdir(dataPath, { recursive: true });
  const { client, tableName, close } = await openEmbeddedTable(join(dataPath, 'table'));
  const { isNew } = await readTableIdentity(client, tableName);
  const media = createMediaFolder(join(dataPath, 'media'));
  const sampleMark = join(dataPath, 'sample-is-loading');

  const onSaved = (article: Article): void => {
    lists.forget();
    index.ring(article.id);
  };
  const articles = createArticleRepository({ client, tableName, now, onSaved });
  const lists = createRecentLists({ articles, now });
  const websub =
    office.hubs.length === 0
      ? undefined
      : openLocalWebSub({
          client,
          tableName,
          office,
          articles,
          fetchFeed: async (input, init) => {
            const request = new Request(input, init);
            // Whoever holds any version is told which one there is, and nothing is rendered for him.
            request.headers.set('If-None-Match', '*');
            return app.request(request);
          },
          now,
          log,
        });
  const index = openLocalIndex({
    client,
    tableName,
    articles,
    dataPath,
    now,
    log,
    ...(onIndexing === undefined ? {} : { onProgress: onIndexing }),
    ...(websub === undefined ? {} : { onChanged: websub.note }),
  });
  const counted = { client, tableName, now, zoneOffset: zoneOffset(office.timeZone) };
  const searches = createSearchStatistics(counted);
  const lexicon = createLexiconTable({ ...counted, log });
  const app = createApp({
    office,
    articles,
    lists,
    index: () => index.index(),
    lexicon,
    readers: createReaderStatistics(counted),
    searches,
    ...(options.requestLimit === undefined ? {} : { requestLimit: options.requestLimit }),
    ...(options.archivePartLength === undefined ? {} : { archivePartLength: options.archivePartLength }),
    readMedia: (name) => media.read(name),
    publishing: {
      articles,
      lexicon,
      history: createVersionHistory({ client, tableName }),
      restoration: createRestoration({ client, tableName, onSaved }),
      ...createNewsroom({
        ...counted,
        readToken: () => Promise.resolve(token),
        addresses: namesOf(office.baseUrl),
        log,
      }),
      parseSubmission,
      parseStoredSubmission,
      desk: createDesk({
        sessions: createSessions({ client, tableName, now }),
        lists: createNewsroomLists({ client, tableName, now }),
        media,
      }),
      reindex: index.reindex,
    },
    now,
    log,
  });
  const preparing = index.prepare();

  return {
    app,
    prepareSearch: () => preparing,
    async loadSample() {
      if (!isNew && !(await exists(sampleMark))) return 0;
      await writeFile(sampleMark, randomUUID());
      const submissions = await readSampleArticles(media);
      await publish(app, token, submissions);
      await rm(sampleMark);
      return submissions.length;
    },
    async deliverNotices() {
      await index.settled();
      await websub?.deliverDue();
    },
    async close() {
      await index.settled();
      await websub?.settled();
      await searches.write();
      await close();
    },
  };
}

/** A machine has two names for itself. */
function namesOf(baseUrl: string): string[] {
  const { protocol, port } = new URL(baseUrl);
  return [baseUrl, `${protocol}//localhost:${port}`];
}

/** Through the publishing API, the only door. */
async function publish(app: Hono, token: string, submissions: readonly unknown[]): Promise<void> {
  const response = await app.request('/api/articles/batch', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(submissions),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`cannot publish the sample articles: ${answer}`);
  // 409 and 410: a former start brought it, and somebody has edited or withdrawn it since.
  const refused = /"status":(?:400|413|422)[^}]*/.exec(answer);
  if (refused !== null) throw new Error(`a sample article was refused: ${refused[0]}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
