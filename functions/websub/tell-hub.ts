import pMap from 'p-map';
import type { LogEntry } from '../articles/log-entry.ts';
import type { Hub, Office } from '../office/settings.ts';
import { topicsOf } from './feed-topics.ts';
import type { PingHub, Pinged } from './ping-hub.ts';
import type { ToldVersions } from './told-versions.ts';

/** A list as it is now, and the version that each hub was told of last, by the hub's address. */
export type SeenList = {
  readonly path: string;
  readonly etag: string;
  readonly known: ReadonlyMap<string, string>;
};

/**
 * Tells each hub of the lists of which it does not know the version. A hub that is down is left alone after
 * the first failure; one that refuses a list is told of the others.
 */
export function createTeller(dependencies: {
  readonly office: Pick<Office, 'baseUrl' | 'hubs'>;
  readonly told: Pick<ToldVersions, 'note'>;
  readonly pingHub: PingHub;
  readonly log: (entry: LogEntry) => void;
}) {
  const { office, told, pingHub, log } = dependencies;

  /** The paths of the lists of which a hub was not told, each with the wait that the hub asks for. */
  return async (lists: readonly SeenList[]): Promise<Map<string, number>> => {
    const waits = new Map<string, number>();
    await Promise.all(
      office.hubs.map(async (hub) => {
        const untold = lists.filter(({ etag, known }) => known.get(hub.url) !== etag);
        for (const [path, wait] of await tell(hub, untold))
          waits.set(path, Math.max(wait, waits.get(path) ?? 0));
      }),
    );
    return waits;
  };

  async function tell(hub: Hub, lists: readonly SeenList[]): Promise<Map<string, number>> {
    const waits = new Map<string, number>();
    let refused: Refused | undefined;
    await pMap(
      groupLists(lists, hub.topicsPerRequest ?? 1),
      async (group) => {
        const answer = refused?.isDown === true ? refused : await tellGroup(hub, group);
        if (answer.ok) {
          for (const { path, etag } of group) await told.note(path, hub.url, etag);
          return;
        }
        refused = answer;
        for (const { path } of group) waits.set(path, answer.retryAfterMs);
      },
      { concurrency: 2 },
    );
    const counts = { hub: hub.url, told: lists.length - waits.size, untold: waits.size };
    if (refused !== undefined) {
      log({ level: 'warn', event: 'hub-not-told', ...counts, reason: refused.reason });
    } else if (lists.length > 0) {
      log({ level: 'info', event: 'hub-told', ...counts });
    }
    return waits;
  }

  /** As many requests as the topics of these lists need; the first that fails speaks for all. */
  async function tellGroup(hub: Hub, group: readonly SeenList[]): Promise<Pinged> {
    const topics = group.flatMap(({ path }) => topicsOf(office, path));
    const perRequest = hub.topicsPerRequest ?? 1;
    for (let at = 0; at < topics.length; at += perRequest) {
      const answer = await pingHub(hub, topics.slice(at, at + perRequest));
      if (!answer.ok) return answer;
    }
    return { ok: true };
  }
}

type Refused = Pinged & { readonly ok: false };

/** Lists whose topics go into one request together; at the least one list. */
function groupLists(lists: readonly SeenList[], topicsPerRequest: number): SeenList[][] {
  const size = Math.max(1, Math.floor(topicsPerRequest / 3));
  return Array.from({ length: Math.ceil(lists.length / size) }, (_, at) =>
    lists.slice(at * size, (at + 1) * size),
  );
}
