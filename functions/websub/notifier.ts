import pMap from 'p-map';
import type { Article } from '../articles/article.ts';
import { listPathsOf } from '../articles/list-paths.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import type { VersionHistory } from '../articles/version-history.ts';
import type { Office } from '../office/settings.ts';
import { feedUrlOf } from './feed-topics.ts';
import type { LookAtList } from './list-version.ts';
import { type Notice, noticeOf } from './notice.ts';
import { createTeller } from './tell-hub.ts';
import type { PingHub } from './ping-hub.ts';
import type { ToldVersions } from './told-versions.ts';
import { maxAttempts, waitMs } from './waits.ts';

/** What became of a notice. */
export type Delivery = {
  /** What is to wait for another time, in place of this notice. */
  readonly later: readonly Notice[];
  /** It was tried often enough: someone must look. */
  readonly isGivenUp: boolean;
};

export type Notifier = ReturnType<typeof createNotifier>;

/**
 * Tells the hubs of the lists that changed. A notice is a doorbell: which lists an article stands in, or stood
 * in, the table says; whether such a list has changed, its own feed says, asked by the way that readers take;
 * and whether a hub knows of that already, what was noted when it was told.
 */
export function createNotifier(dependencies: {
  readonly office: Pick<Office, 'baseUrl' | 'hubs'>;
  readonly articles: Pick<ArticleRepository, 'readLatest'>;
  readonly history: Pick<VersionHistory, 'former'>;
  readonly told: ToldVersions;
  readonly look: LookAtList;
  readonly pingHub: PingHub;
  /** How long after a change every copy that readers are given shows it. */
  readonly settleMs: number;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { office, articles, history, told, look, settleMs, now, log } = dependencies;
  const tellHubs = createTeller(dependencies);

  return {
    /** @throws where the table does not answer; all that was told by then is noted */
    deliver,
  };

  async function deliver(notices: readonly Notice[]): Promise<Delivery[]> {
    const at = now();
    const due = notices.filter(({ dueAt }) => Date.parse(dueAt) <= at.getTime());
    const latest = await articles.readLatest([...new Set(due.flatMap(({ ids }) => ids))]);
    const pathsOf = new Map<string, readonly string[]>();
    await pMap(
      latest.values(),
      async (article) => void pathsOf.set(article.id, await listsEverOf(article, at)),
      inParallel,
    );
    const waits = await tellOf(new Set([...pathsOf.values()].flat()));
    return notices.map((notice) => {
      if (!due.includes(notice)) return { later: [notice], isGivenUp: false };
      const embargoed = notice.ids.flatMap((id) => latest.get(id) ?? []).filter(isHeldBackAt(at));
      const later = embargoed.map(({ id, publishedAt }) => noticeOf([id], new Date(publishedAt), settleMs));
      const failed = notice.ids.flatMap((id) => pathsOf.get(id) ?? []).filter((path) => waits.has(path));
      if (failed.length === 0) return { later, isGivenUp: false };
      if (notice.attempt >= maxAttempts) return { later, isGivenUp: true };
      const retryAfterMs = Math.max(...failed.map((path) => waits.get(path) ?? 0));
      return { later: [...later, toRetry(notice, embargoed, retryAfterMs)], isGivenUp: false };
    });
  }

  /** Its lists of now, and those of its last versions: a correction takes an article out of lists too. */
  async function listsEverOf(article: Article, at: Date): Promise<string[]> {
    const former = article.version === 1 ? [] : await history.former(article.id, maxFormerVersions);
    const seen = [article, ...former].filter(
      ({ status, publishedAt }) => status === 'published' && new Date(publishedAt) <= at,
    );
    return [...new Set(seen.flatMap(listPathsOf))];
  }

  /** Tells of those of the lists that changed; answers with the waits that are asked for where it failed. */
  async function tellOf(paths: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
    const waits = new Map<string, number>();
    const changed: { path: string; etag: string; known: ReadonlyMap<string, string> }[] = [];
    const lookAt = async (path: string) => {
      const known = await told.read(path);
      const version = await look(feedUrlOf(office, path, 'json'));
      if (version.state === 'there') changed.push({ path, etag: version.etag, known });
      if (version.state !== 'unknown') return;
      waits.set(path, version.retryAfterMs);
      log({ level: 'warn', event: 'list-not-seen', path, reason: version.reason });
    };
    await pMap(paths, lookAt, inParallel);
    for (const [path, wait] of await tellHubs(changed)) waits.set(path, Math.max(wait, waits.get(path) ?? 0));
    return waits;
  }

  function toRetry(notice: Notice, embargoed: readonly Article[], retryAfterMs: number): Notice {
    const held = new Set(embargoed.map(({ id }) => id));
    return {
      ids: notice.ids.filter((id) => !held.has(id)),
      dueAt: new Date(now().getTime() + waitMs(notice.attempt, retryAfterMs)).toISOString(),
      attempt: notice.attempt + 1,
    };
  }
}

/** More corrections than anybody makes while a notice waits. */
const maxFormerVersions = 10;

const inParallel = { concurrency: 4 };

function isHeldBackAt(at: Date) {
  return ({ status, publishedAt }: Article) => status === 'published' && new Date(publishedAt) > at;
}
