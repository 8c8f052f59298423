import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { createSegmentFolder } from '../../functions/entry/local/segment-folder.ts';
import type { ManifestStore } from '../../functions/indexing/manifest.ts';
import { createManifestTable } from '../../functions/indexing/manifest-table.ts';
import { createReindexProgressTable } from '../../functions/indexing/reindex-progress.ts';
import { createBucketSegments } from '../../functions/search/segments/bucket-segments.ts';
import type { SegmentStore } from '../../functions/search/segments/segment-store.ts';
import { createMemoryManifests, createMemorySegments } from '../support/index-world.ts';
import { startSmallBucket } from '../support/small-bucket.ts';

let folder: string;
let bucket: Awaited<ReturnType<typeof startSmallBucket>>;
let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-segments-'));
  bucket = await startSmallBucket();
  table = await openEmbeddedTable();
});
afterAll(async () => {
  await bucket.close();
  await table.close();
  await rm(folder, { recursive: true });
});

const segmentStores: Readonly<Record<string, () => SegmentStore>> = {
  'the memory of the tests': () => createMemorySegments(() => new Date()),
  'a folder': () => createSegmentFolder(join(folder, 'segments')),
  'a bucket': () => createBucketSegments({ client: bucket.createClient(), bucketName: 'segments' }),
};

describe.each(Object.entries(segmentStores))('segments in %s', (_, open) => {
  const bytes = Uint8Array.from({ length: 70_000 }, (__, at) => at % 251);

  it('come back byte for byte, and are listed until they are removed', async () => {
    const store = open();
    const before = Date.now() - 1000;
    await store.write('2026-06-01-aa', bytes);
    await store.write('2026-06-01-bb', bytes.subarray(0, 3));
    expect(Buffer.from((await store.read('2026-06-01-aa')) ?? []).equals(Buffer.from(bytes))).toBe(true);
    const listed = await store.list();
    expect(listed.map(({ name }) => name).sort()).toEqual(['2026-06-01-aa', '2026-06-01-bb']);
    for (const { writtenAt } of listed) expect(writtenAt.getTime()).toBeGreaterThan(before);
    await store.remove('2026-06-01-aa');
    await store.remove('2026-06-01-aa');
    expect(await store.read('2026-06-01-aa')).toBeUndefined();
    expect((await store.list()).map(({ name }) => name)).toEqual(['2026-06-01-bb']);
  });

  it('may be written twice at the same time: whoever makes the same bytes gives them the same name', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 5 }, () => store.write('2026-06-02-cc', bytes)));
    expect(Buffer.from((await store.read('2026-06-02-cc')) ?? []).equals(Buffer.from(bytes))).toBe(true);
    await store.remove('2026-06-02-cc');
    expect((await store.list()).map(({ name }) => name)).not.toContain('2026-06-02-cc');
  });

  it('that are not there are undefined, and no failure', async () => {
    expect(await open().read('2026-06-01-none')).toBeUndefined();
  });
});

describe('a bucket that does not answer', () => {
  it('is a failure, and not the same as a segment that is not there', async () => {
    bucket.setDown(true);
    const store = createBucketSegments({ client: bucket.createClient(), bucketName: 'segments' });
    await expect(store.read('2026-06-01-aa')).rejects.toThrow('cannot read segment 2026-06-01-aa');
    bucket.setDown(false);
  });
});

describe('a folder', () => {
  it('that cannot be read is a failure', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(createSegmentFolder(join(folder, 'file')).read('x')).rejects.toThrow(
      'cannot read segment x',
    );
  });
});

const manifestStores: Readonly<Record<string, () => Promise<ManifestStore>>> = {
  'the memory of the tests': () => Promise.resolve(createMemoryManifests()),
  'the table': () => Promise.resolve(createManifestTable(table)),
};

describe.each(Object.entries(manifestStores))('a manifest in %s', (_, open) => {
  const segment = { name: '2026-06-01-aa', byteLength: 12, documentCount: 400_000, analyzerVersion: 'a1' };
  const lastRemovalAt = '2026-06-01T00:00:00.000Z';

  it('is replaced by whoever has read the one that stands there, and by nobody else', async () => {
    const manifests = await open();
    expect(await manifests.read(true)).toEqual({ revision: 0, manifest: undefined });
    const deleted = new Set([0, 1, 2, 127, 128, 129, 16_500, 399_999]);
    const first = { segments: [{ ...segment, deleted }], lastRemovalAt };
    expect(await manifests.replace(0, first)).toBe(true);
    expect(await manifests.replace(0, { segments: [], lastRemovalAt })).toBe(false);
    expect(await manifests.read(false)).toEqual({ revision: 1, manifest: { revision: 1, ...first } });
    const second = { segments: [{ ...segment, deleted: new Set<number>() }], lastRemovalAt };
    expect(await manifests.replace(1, second)).toBe(true);
    expect(await manifests.replace(1, first)).toBe(false);
    expect((await manifests.read(true)).manifest).toEqual({ revision: 2, ...second });
  });
});

describe('a manifest in the table', () => {
  it('is refused before it outgrows an item', async () => {
    const deleted = new Set(Array.from({ length: 410_000 }, (_, at) => at));
    const segment = { name: 'x', byteLength: 1, documentCount: 410_000, analyzerVersion: 'a1', deleted };
    const { revision } = await createManifestTable(table).read(true);
    await expect(
      createManifestTable(table).replace(revision, { segments: [segment], lastRemovalAt: '' }),
    ).rejects.toThrow('compact must drop deleted articles');
  });

  it('of another format counts as none, and is replaced all the same', async () => {
    const item = marshall({ pk: 'index#articles', sk: 'index', revision: 7, format: 99, segments: 'other' });
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: item }));
    const manifests = createManifestTable(table);
    expect(await manifests.read(true)).toEqual({ revision: 7, manifest: undefined });
    expect(await manifests.replace(7, { segments: [], lastRemovalAt: '' })).toBe(true);
  });
});

describe('the progress of a rebuilding', () => {
  it('is what was said last', async () => {
    const progress = createReindexProgressTable(table);
    expect(await progress.read()).toBeUndefined();
    const said = { state: 'running', startedAt: 'a', updatedAt: 'b', done: 12 } as const;
    await progress.write({ ...said, done: 1 });
    await progress.write(said);
    expect(await progress.read()).toEqual(said);
  });
});
