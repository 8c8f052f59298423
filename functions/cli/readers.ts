import { Command } from 'commander';
import * as v from 'valibot';
import type { CliContext } from './context.ts';
import { findToken } from './token.ts';

/** `warta readers`: how many people read which feed through which aggregator, as those report it. */
export function createReadersCommand(context: CliContext): Command {
  return new Command('readers')
    .description('how many people read each feed through aggregators')
    .option('--days <number>', 'how many days back', '30')
    .option('--to <url>', 'the service to ask', context.env.url || 'http://127.0.0.1:3000')
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--json', 'print the figures of every day as JSON')
    .action((options: ReadersOptions) => showReaders(context, options));
}

type ReadersOptions = {
  readonly days: string;
  readonly to: string;
  readonly token?: string;
  readonly json?: boolean;
};

async function showReaders(context: CliContext, options: ReadersOptions): Promise<void> {
  const { stdout, stderr, language, setExitCode } = context;
  const fail = (message: string): void => {
    stderr.write(`${message}\n`);
    setExitCode(2);
  };
  const address = URL.parse(
    `api/readers?days=${encodeURIComponent(options.days)}`,
    options.to.replace(/\/*$/, '/'),
  );
  if (address === null) return fail(`${options.to}: ${texts.badAddress[language]}`);
  const token = await findToken(context, options.token, address);
  if (token === undefined) return fail(texts.noToken[language]);

  const answer = await ask(context, address, token);
  if (!answer.ok) return fail(`${options.to}: ${answer.reason}`);
  if (options.json === true) stdout.write(`${JSON.stringify(answer.counts)}\n`);
  else stdout.write(renderCounts(answer.counts, language));
}

type Counts = v.InferOutput<typeof countsSchema>['counts'];

async function ask(
  { fetch }: CliContext,
  address: URL,
  token: string,
): Promise<{ ok: true; counts: Counts } | { ok: false; reason: string }> {
  try {
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    const body = v.safeParse(v.union([countsSchema, problemSchema]), JSON.parse(await response.text()));
    if (!body.success) return { ok: false, reason: `HTTP ${response.status}` };
    if ('counts' in body.output) return { ok: true, counts: body.output.counts };
    return { ok: false, reason: `HTTP ${response.status}: ${body.output.detail}` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** One line for each feed and client: what it reported last. */
function renderCounts(counts: Counts, language: CliContext['language']): string {
  const latest = new Map<string, Counts[number]>();
  // The newest day comes first.
  for (const count of counts) {
    const key = `${count.feed}\n${count.client}`;
    if (!latest.has(key)) latest.set(key, count);
  }
  if (latest.size === 0) return `${texts.nobody[language]}\n`;
  const rows = [...latest.values()].sort((a, b) => b.subscribers - a.subscribers);
  const total = rows.reduce((sum, { subscribers }) => sum + subscribers, 0);
  const lines = rows.map(
    ({ subscribers, client, feed, day }) =>
      `${String(subscribers).padStart(8)}  ${client.padEnd(24)}  ${day}  ${feed}`,
  );
  return `${lines.join('\n')}\n${String(total).padStart(8)}  ${texts.total[language]}\n`;
}

const countsSchema = v.object({
  counts: v.array(
    v.object({ day: v.string(), feed: v.string(), client: v.string(), subscribers: v.number() }),
  ),
});
const problemSchema = v.object({ detail: v.string() });

const texts = {
  badAddress: { id: 'bukan alamat http', en: 'is no http address' },
  noToken: {
    id: 'Perlu token penerbitan: berikan dengan --token atau WARTA_TOKEN.',
    en: 'A publishing token is needed: give it with --token or WARTA_TOKEN.',
  },
  nobody: {
    id: 'Belum ada agregator yang melaporkan pelanggan.',
    en: 'No aggregator has reported subscribers yet.',
  },
  total: { id: 'pelanggan seluruhnya', en: 'subscribers in all' },
} as const;
