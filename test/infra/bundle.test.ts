import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { type Metafile, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../support/service.ts';
import { bundle } from './synthesized.ts';

let folder: string;
let bundles: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-bundle-'));
  bundles = await bundle(join(folder, 'cdk.out'));
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

describe('a bundle, unmodified and alone in a folder', () => {
  it('answers readers', async () => {
    const answer = await invoke('Reading', 'GET', '/robots.txt');
    expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('User-agent: *') });
  });

  it('sends the pages a script that is whole, though each part of it was minified where it stood', async () => {
    const page = await invoke('Reading', 'GET', '/tentang');
    const path = /\/skrip-\w+\.js/.exec(JSON.stringify(page))?.[0] ?? '';
    const script = await invoke('Reading', 'GET', path);
    expect(script).toMatchObject({ statusCode: 200, body: expect.stringContaining('data-completions') });
    const { body } = script;
    const nothing = { querySelector: () => null, querySelectorAll: () => [] };
    expect(() => runInNewContext(body, { document: nothing, navigator: { clipboard: {} } })).not.toThrow();
  });

  it.each(['Reading', 'Publishing'])('describes the API to programs in %s', async (name) => {
    const answer = await invoke(name, 'GET', '/openapi.json');
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(JSON.parse(answer.body)).toMatchObject({ openapi: '3.1.0' });
  });

  it('takes no articles where it is there for readers', async () => {
    expect(await invoke('Reading', 'POST', '/api/articles')).toMatchObject({ statusCode: 405 });
  });

  it('asks writers for the token', async () => {
    expect(await invoke('Publishing', 'POST', '/api/articles')).toMatchObject({ statusCode: 401 });
  });
});

describe('the packages in a bundle', () => {
  let packages: { readonly reading: readonly string[]; readonly publishing: readonly string[] };
  beforeAll(async () => {
    packages = { reading: await packagesIn('reading.ts'), publishing: await packagesIn('publishing.ts') };
  }, 60_000);

  it('bring the SDK along', () => {
    expect(packages.reading).toContain('@aws-sdk/client-dynamodb');
    expect(packages.publishing).toContain('@aws-sdk/client-secrets-manager');
  });

  it('clean HTML where articles come in, and only there', () => {
    expect(packages.publishing).toContain('sanitize-html');
    expect(packages.reading).not.toContain('sanitize-html');
    expect(packages.reading).not.toContain('postcss');
  });

  it('verify signatures on demand, where articles come in', async () => {
    expect(packages.publishing).toContain('http-message-sig');
    expect(packages.reading.filter((name) => /http-message-sig|structured-headers/.test(name))).toEqual([]);
    const atStart = await packagesIn('publishing.ts', { isAtStart: true });
    expect(atStart).toContain('sanitize-html');
    expect(atStart.filter((name) => /http-message-sig|structured-headers/.test(name))).toEqual([]);
  });

  it('make pictures small where the office sends them, and only there', () => {
    expect(packages.publishing).toEqual(expect.arrayContaining(['@jimp/core', 'jpeg-js', 'pngjs']));
    expect(packages.reading.filter((name) => /jimp|jpeg-js|pngjs/.test(name))).toEqual([]);
  });

  it('hold nothing of the laptop', () => {
    const all = [...packages.reading, ...packages.publishing];
    expect(all).toContain('hono');
    expect(all.filter((name) => /dynalite|level|node-server|commander|cheerio/.test(name))).toEqual([]);
  });
});

/** Calls the handler as Lambda does, in a process of its own. */
async function invoke(functionName: string, method: string, path: string): Promise<Json> {
  const alone = await mkdtemp(join(folder, 'alone-'));
  await cp(bundles.get(`${functionName}/Code`) ?? '', alone, { recursive: true });
  const script = `
    const { handler } = await import('./index.mjs');
    console.log(JSON.stringify(await handler(${JSON.stringify(toEvent(method, path))}, {})));`;
  const env = {
    MEDIA_BUCKET: 'none',
    SEGMENT_BUCKET: 'none',
    TABLE_NAME: 'none',
    TOKEN_SECRET: 'none',
    REINDEX_FUNCTION: 'none',
    PUBLISHING_ADDRESS: 'https://terbit.example',
    AWS_REGION: 'ap-southeast-3',
  };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: alone,
    env,
  });
  // What it logged stands before.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** The event of a Function URL and of an HTTP API: payload format 2.0. */
function toEvent(method: string, path: string) {
  const host = 'unknown.lambda-url.ap-southeast-3.on.aws';
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { host },
    requestContext: {
      domainName: host,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    },
    isBase64Encoded: false,
  };
}

/** The packages of which something is left once esbuild has dropped what nobody uses; at the start, or in all. */
async function packagesIn(entry: string, { isAtStart = false } = {}): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, '../../functions/entry', entry)],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
    outdir: folder,
  });
  const outputs = isAtStart ? loadedAtStart(metafile, entry) : Object.values(metafile.outputs);
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const paths = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  return [...new Set(paths.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))];
}

/** The file of the entry, and those that it imports before anything runs. */
function loadedAtStart({ outputs }: Metafile, entry: string): Metafile['outputs'][string][] {
  const begin = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint?.endsWith(`/${entry}`));
  const loaded = new Set(begin);
  for (const path of loaded)
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && next in outputs) loaded.add(next);
  return [...loaded].flatMap((path) => outputs[path] ?? []);
}
