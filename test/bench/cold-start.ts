import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { toItem } from '../../functions/articles/item.ts';
import type { Article } from '../../functions/articles/article.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { createManifestTable } from '../../functions/indexing/manifest-table.ts';
import { analyzerVersion } from '../../functions/search/analyzer/analyze.ts';
import { startSmallBucket } from '../support/small-bucket.ts';
import { withDataFolder } from './data-folder.ts';
import { inventArticles } from './invented-articles.ts';
import { alternate, compare, median } from './rounds.ts';
import { type Table, toFigure } from './table.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const rounds = 5;

/**
 * A container's start: the reading function as the stack bundles it, in a process of its own each time, beside
 * the same function with an index of MiniSearch in one JSON file. Its table and its bucket stand on this machine.
 *
 * @param counts how many articles; `WARTA_COLD_START=1000,20000` chooses others
 */
export function benchColdStart(counts = readCounts()): Promise<Table> {
  return withDataFolder(async (folder) => {
    const [json, ours] = [join(folder, 'json'), join(folder, 'ours')];
    await bundle('../../test/bench/processes/json-reading.ts', json);
    await bundle('reading.ts', ours);
    const rows: string[][] = [];
    for (const count of counts) {
      const world = await startWorld(await corpusOf(count));
      const start = (path: string, name: string) => () => answerCold(join(folder, name), path, world.env);
      const feed = await alternate(rounds, start('/feed.rss', 'json'), start('/feed.rss', 'ours'));
      const search = await alternate(
        rounds,
        start(`/api/search?q=${encodeURIComponent(query)}`, 'json'),
        start(`/api/search?q=${encodeURIComponent(query)}`, 'ours'),
      );
      await world.close();
      const row = (what: string, { peer, ours, ratio }: ReturnType<typeof compare>) =>
        rows.push([`${count.toLocaleString('en')} articles: ${what}`, ...[peer, ours, ratio].map(toFigure)]);
      row(
        'loading the code, ms',
        compare(feed, ({ loadedMs }) => loadedMs),
      );
      row(
        '  of it computing, ms',
        compare(feed, ({ loadedCpuMs }) => loadedCpuMs),
      );
      row(
        'first feed, ms',
        compare(feed, ({ answeredMs }) => answeredMs),
      );
      row(
        'first search, ms',
        compare(search, ({ answeredMs }) => answeredMs),
      );
      row(
        '  of it past the code, ms',
        compare(search, (one) => one.answeredMs - one.loadedMs),
      );
      row(
        'memory after the search, MB',
        compare(search, ({ memoryMb }) => memoryMb),
      );
    }
    const bare = median(await Promise.all([bareStart(), bareStart(), bareStart()]));
    return {
      title: `Cold start, from the start of the process, of which Node itself takes ${toFigure(bare)} ms (a lower ratio is better)`,
      columns: ['what', 'MiniSearch JSON', 'Warta', 'ratio'],
      rows,
    };
  });
}

function readCounts(): number[] {
  return (process.env['WARTA_COLD_START'] ?? '1000,20000,100000').split(',').map(Number);
}

async function bundle(entry: string, folder: string): Promise<void> {
  await run(process.execPath, [join(root, 'infra/bundle.ts'), entry, folder], { cwd: root });
}

/** Three running words of an article. */
const query = inventArticles(400).at(-1)?.title.split(' ').slice(0, 3).join(' ') ?? '';

/** Made once for each analyzer, and kept beside other temporary files: 100,000 articles take minutes. */
async function corpusOf(count: number): Promise<string> {
  const kept = join(tmpdir(), 'warta-bench-corpora');
  const folder = join(kept, `${analyzerVersion()}-${count}`);
  await mkdir(kept, { recursive: true });
  if ((await readdir(kept)).includes(`${analyzerVersion()}-${count}`)) return folder;
  const unfinished = await mkdtemp(join(kept, 'unfinished-'));
  const script = join(root, 'test/bench/processes/make-corpus.ts');
  await run(process.execPath, ['--max-old-space-size=12000', script, unfinished, String(count), query]);
  await rename(unfinished, folder);
  return folder;
}

/** Table and bucket with what the corpus holds. */
async function startWorld(corpus: string) {
  const parts = v.parse(partsSchema, JSON.parse(await readFile(join(corpus, 'parts.json'), 'utf8')));
  const table = await openEmbeddedTable();
  const bucket = await startSmallBucket();
  const { client, tableName } = table;
  for (const article of parts.articles) {
    const stored = { article, submittedDigest: undefined };
    await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(stored) }));
  }
  const segments = parts.segments.map((segment) => ({ ...segment, deleted: new Set<number>() }));
  const lastRemovalAt = '2015-01-01T00:00:00.000Z';
  await createManifestTable({ client, tableName }).replace(0, { segments, lastRemovalAt });
  for (const name of ['snapshot.json', ...segments.map((segment) => `segments/${segment.name}`)]) {
    const bytes = await readFile(join(corpus, name));
    bucket.objects.set(name, { bucket: 'segments', bytes, writtenAt: new Date(), headers: {} });
  }
  const endpoint = await client.config.endpoint?.();
  return {
    env: {
      TABLE_NAME: tableName,
      SEGMENT_BUCKET: 'segments',
      AWS_REGION: 'ap-southeast-3',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint?.port}`,
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
    },
    async close() {
      await bucket.close();
      await table.close();
    },
  };
}

/**
 * What a new process answered, and when, counted from its start. Its memory is the high-water mark of Linux, and what
 * is resident at the end elsewhere: `maxRSS` would count that of this process too, of which it was forked.
 */
async function answerCold(bundleFolder: string, path: string, env: Record<string, string>) {
  const script = `
    const cpu = process.cpuUsage();
    const { handler } = await import(${JSON.stringify(join(bundleFolder, 'index.mjs'))});
    const loadedMs = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    const { statusCode, body } = await handler(${JSON.stringify(toEvent(path))}, {});
    const answeredMs = performance.now();
    const { readFile } = await import('node:fs/promises');
    const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
    const mark = /^VmHWM:\\s+(\\d+) kB/m.exec(status)?.[1];
    const memoryMb = mark === undefined ? process.memoryUsage.rss() / 1e6 : (mark * 1024) / 1e6;
    const found = (statusCode === 200 ? body : '').length;
    process.stdout.write('\\n' + JSON.stringify(
      { statusCode, found, loadedMs, loadedCpuMs: (user + system) / 1000, answeredMs, memoryMb }));
    process.exit();`;
  const args = ['--max-old-space-size=4000', '--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, args, { env, maxBuffer: 64_000_000 });
  const answer = v.parse(coldAnswer, JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))));
  if (answer.statusCode !== 200 || answer.found < 1000) {
    throw new Error(`${path} was answered with ${answer.statusCode}, ${answer.found} characters`);
  }
  return answer;
}

async function bareStart(): Promise<number> {
  const script = 'process.stdout.write(String(performance.now()))';
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return Number(stdout);
}

/** The event of a Function URL: payload format 2.0. */
function toEvent(path: string) {
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  const host = 'unknown.lambda-url.ap-southeast-3.on.aws';
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: { host },
    requestContext: {
      domainName: host,
      http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
    },
    isBase64Encoded: false,
  };
}

const coldAnswer = v.object({
  statusCode: v.number(),
  found: v.number(),
  loadedMs: v.number(),
  loadedCpuMs: v.number(),
  answeredMs: v.number(),
  memoryMb: v.number(),
});
const partsSchema = v.object({
  articles: v.array(v.custom<Article>((value) => typeof value === 'object')),
  segments: v.array(
    v.object({
      name: v.string(),
      byteLength: v.number(),
      documentCount: v.number(),
      analyzerVersion: v.string(),
    }),
  ),
});
