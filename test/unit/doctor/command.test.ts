import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { bindCommand } from '../../../functions/cli/bind-command.ts';
import { createCheckFeedsCommand } from '../../../functions/cli/check-feeds.ts';
import type { CliContext } from '../../../functions/cli/context.ts';
import { office } from '../../../functions/office/settings.ts';
import { fetchedAt, goodDocuments } from './good-documents.ts';
import { type Site, addresses, fetchFrom, goodSite, hold } from './good-site.ts';

async function run(
  site: Site,
  args: readonly string[],
  options: { isTerminal?: boolean; language?: 'id' | 'en' } = {},
) {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), { isTTY: options.isTerminal ?? false });
  let exitCode: number | undefined;
  const ask = fetchFrom(site);
  const context: CliContext = {
    office,
    language: options.language ?? 'en',
    env: { url: undefined, token: undefined },
    readLocalToken: () => Promise.resolve(undefined),
    stdout,
    stderr,
    fetch: (input, init) => ask(input instanceof Request ? input.url : String(input), init ?? {}),
    publicFetch: () => Promise.reject(new TypeError('nothing is to be fetched')),
    now: () => fetchedAt,
    signal: new AbortController().signal,
    setExitCode: (code) => (exitCode = code),
  };
  const command = bindCommand(createCheckFeedsCommand(context), context);
  const failed = await command.parseAsync([...args], { from: 'user' }).then(
    () => false,
    () => true,
  );
  stdout.end();
  stderr.end();
  return { out: await text(stdout), err: await text(stderr), exitCode, failed };
}

function served(body: string): Site {
  return goodSite({ '/feed.rss': hold('application/rss+xml', body) });
}

const sick = goodDocuments.rss.replace('<dc:creator>Ratna</dc:creator>', '<author>Ratna</author>');

describe('check-feeds', () => {
  it('ends with 0 and a verdict where the feed is healthy', async () => {
    const { out, err, exitCode } = await run(goodSite(), [addresses.rss]);
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('RSS · Kabar Sekarlangit · articles: 1');
    expect(out).toContain('HEALTHY.');
    expect(out).toMatch(/Miniflux +200 · [\d.]+ k?B +304 · 0 B +60 min +articles: 1; asking again/);
  });

  it('ends with 1 where there is an error, and says where it is and how to cure it', async () => {
    const { out, exitCode } = await run(served(sick), [addresses.rss]);
    expect(exitCode).toBe(1);
    expect(out).toContain('errors: 1, warnings: 0');
    expect(out).toMatch(/rss-person-not-email · article 1 “Panen Raya di Desa Lembahteja” · line 18/);
    expect(out).toContain('Cure: Use dc:creator for names');
  });

  it('ends with 2 where nothing answers, and where it is called wrongly', async () => {
    const broken: Site = () => Promise.reject(new Error('no network'));
    expect((await run(broken, [addresses.rss])).exitCode).toBe(2);
    expect((await run(goodSite(), ['kabar.example'])).exitCode).toBe(2);
    const called = await run(goodSite(), []);
    expect([called.exitCode, called.failed]).toEqual([2, true]);
    expect(called.err).toContain('missing required argument');
  });

  it('speaks Indonesian to those who do', async () => {
    const { out } = await run(served(sick), [addresses.rss], { language: 'id' });
    expect(out).toContain('kesalahan: 1, peringatan: 0');
    expect(out).toContain('Obat: Pakai dc:creator untuk nama');
  });

  it('prints everything as JSON', async () => {
    const { out } = await run(served(sick), ['--json', addresses.rss]);
    const { checkedAt, feeds } = JSON.parse(out);
    expect(checkedAt).toBe(fetchedAt.toISOString());
    expect(feeds).toHaveLength(1);
    expect(feeds[0]).toMatchObject({ url: addresses.rss, format: 'rss', verdict: 'sick', itemCount: 1 });
    expect(feeds[0].findings[0]).toMatchObject({
      code: 'rss-person-not-email',
      severity: 'error',
      place: { item: 1, line: 18 },
    });
    expect(feeds[0].readers.map(({ reader }: { reader: string }) => reader)).toEqual([
      'Miniflux',
      'FreshRSS',
      'NewsBlur',
      'tt-rss',
    ]);
  });

  it('shows its progress on a terminal only', async () => {
    expect((await run(goodSite(), [addresses.rss])).err).toBe('');
    expect((await run(goodSite(), [addresses.rss], { isTerminal: true })).err).toContain('question 1 ');
  });

  it('lets no feed write to the terminal', async () => {
    const hostile = goodDocuments.json.replaceAll(
      'Kabar Sekarlangit',
      String.raw`\u001b[2J\u202EKabar\u009b31m`,
    );
    const site = goodSite({
      '/feed.json': hold(
        'application/feed+json',
        hostile.replace('"language"', '"expired": "\\u001b[1m", "language"'),
      ),
    });
    const { out } = await run(site, [addresses.json]);
    expect(out).toContain('json-field-type');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
