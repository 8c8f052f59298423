import { Command } from 'commander';
import * as v from 'valibot';
import { type ServiceOptions, askService } from './ask-service.ts';
import type { CliContext } from './context.ts';
import { askEndings, endHelp } from './help-ending.ts';

/** `warta readers`: how many people read which feed through which aggregator, as those report it. */
export function createReadersCommand(context: CliContext): Command {
  const command = new Command('readers')
    .description('how many people read each feed through aggregators')
    .option('--days <number>', 'how many days back', '30')
    .option('--to <url>', 'the service to ask', context.env.url || 'http://127.0.0.1:3000')
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--json', 'print the figures of every day as JSON');
  return endHelp(command, context, ['readers', 'readers --days 90 --json'], askEndings).action(
    (options: ReadersOptions) => showReaders(context, options),
  );
}

type ReadersOptions = ServiceOptions & { readonly days: string; readonly json?: boolean };

async function showReaders(context: CliContext, options: ReadersOptions): Promise<void> {
  const { stdout, language } = context;
  const path = `api/readers?days=${encodeURIComponent(options.days)}`;
  const asked = await askService(context, options, path, countsSchema);
  if (asked === undefined) return;
  if (options.json === true) stdout.write(`${JSON.stringify(asked.counts)}\n`);
  else stdout.write(renderCounts(asked.counts, language));
}

type Counts = v.InferOutput<typeof countsSchema>['counts'];

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

const texts = {
  nobody: {
    id: 'Belum ada agregator yang melaporkan pelanggan.',
    en: 'No aggregator has reported subscribers yet.',
  },
  total: { id: 'pelanggan seluruhnya', en: 'subscribers in all' },
} as const;
