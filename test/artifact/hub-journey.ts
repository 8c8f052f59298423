import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type startHub, startSubscriber } from '../support/hub.ts';
import type { Cloud } from './cloud.ts';

type World = {
  readonly cloud: Cloud;
  readonly hub: Awaited<ReturnType<typeof startHub>>;
  readonly readersUrl: string;
  /** Publishes under this headline, category `pembangunan` and tag `jembatan`; the article's id. */
  readonly publish: (title: string) => Promise<string>;
  readonly withdraw: (id: string) => Promise<void>;
  /** Waits until everything is in the index and every container trusts it. */
  readonly indexed: () => Promise<void>;
};

/** A change's way from the publishing API over stream, indexer, queue and notifier to a hub and its subscribers. */
export function describeHubJourney(world: () => World): void {
  describe('a hub of the settings', () => {
    let subscriber: Awaited<ReturnType<typeof startSubscriber>>;
    beforeAll(async () => {
      const { cloud, hub, readersUrl, indexed } = world();
      // What was published before is told of first.
      await indexed();
      await cloud.notices.deliver();
      hub.takeTopics();
      subscriber = await startSubscriber();
      await subscriber.subscribe(`${readersUrl}/kategori/pembangunan/feed.atom`, 'rahasia');
      await hub.settled();
    });
    afterAll(() => subscriber.close());

    const topicsOf = (...lists: string[]) =>
      lists
        .flatMap((path) =>
          ['atom', 'json', 'rss'].map((format) => `${world().readersUrl}${path}/feed.${format}`),
        )
        .toSorted();
    const changed = () => topicsOf('', '/kategori/pembangunan', '/tag/jembatan');
    /** The feed that the subscriber was given last, once the hub has told everybody. */
    const given = async () => {
      await world().hub.settled();
      return subscriber.received.splice(0).at(-1);
    };

    it('is told of the lists that a publication changed, and hands their feeds to who subscribed', async () => {
      const { cloud, hub, publish, indexed } = world();
      await publish('Jembatan Gantung Wanasari Selesai');
      await indexed();
      const brought = await cloud.notices.deliver();
      expect(brought).toMatchObject([{ DelaySeconds: 120 }]);
      expect(hub.takeTopics()).toEqual(changed());
      expect(await given()).toMatchObject({
        contentType: expect.stringContaining('application/atom+xml'),
        body: expect.stringContaining('Jembatan Gantung Wanasari Selesai'),
        signature: expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
      });

      // A queue may bring a message twice.
      await cloud.notices.bring(brought);
      expect(hub.takeTopics()).toEqual([]);
    });

    it('that is down is told when it is up again, though the notifier died meanwhile', async () => {
      const { cloud, hub, publish, withdraw, indexed } = world();
      hub.refuse({ status: 503 });
      const id = await publish('Jembatan Batu Retak');
      await indexed();
      await cloud.notices.deliver();
      expect(hub.takeTopics()).toEqual([]);

      hub.refuse(undefined);
      cloud.notices.letTimePass(120_000);
      const [again] = await cloud.notices.deliver();
      expect(JSON.parse(again?.MessageBody ?? '')).toMatchObject({ ids: [id], attempt: 1 });
      expect(hub.takeTopics()).toEqual(changed());
      expect(await given()).toMatchObject({ body: expect.stringContaining('Jembatan Batu Retak') });

      await withdraw(id);
      await indexed();
      await cloud.notices.deliver();
      expect(hub.takeTopics()).toEqual(changed());
      expect(await given()).toMatchObject({ body: expect.not.stringContaining('Jembatan Batu Retak') });
    });
  });
}
