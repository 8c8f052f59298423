import { Command } from 'commander';
import * as v from 'valibot';
import { type ServiceOptions, askService } from './ask-service.ts';
import type { CliContext } from './context.ts';
import { askEndings, endHelp } from './help-ending.ts';

/** `warta searches`: what citizens sought in a week, and what they did not find. */
export function createSearchesCommand(context: CliContext): Command {
  const command = new Command('searches')
    .description('what citizens sought, and did not find')
    .option('--week <week>', 'such as 2026-W48; else this week')
    .option('--to <url>', 'the service to ask', context.env.url || 'http://127.0.0.1:3000')
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--json', 'print the figures as JSON');
  return endHelp(command, context, ['searches', 'searches --week 2026-W48 --json'], askEndings).action(
    (options: SearchesOptions) => showSearches(context, options),
  );
}

type SearchesOptions = ServiceOptions & { readonly week?: string; readonly json?: boolean };

async function showSearches(context: CliContext, options: SearchesOptions): Promise<void> {
  const { stdout, language } = context;
  const path = `api/searches${options.week === undefined ? '' : `?week=${encodeURIComponent(options.week)}`}`;
  const asked = await askService(context, options, path, searchesSchema);
  if (asked === undefined) return;
  if (options.json === true) stdout.write(`${JSON.stringify(asked)}\n`);
  else stdout.write(renderSearches(asked, language));
}

type Searches = v.InferOutput<typeof searchesSchema>;

function renderSearches({ week, searches }: Searches, language: CliContext['language']): string {
  if (searches.length === 0) return `${week}: ${texts.nothing[language]}\n`;
  const rows = searches.map(
    ({ query, times, withoutResult }) =>
      `${String(times).padStart(8)}  ${String(withoutResult).padStart(8)}  ${query}`,
  );
  const head = `${texts.times[language].padStart(8)}  ${texts.without[language].padStart(8)}  ${week}`;
  return `${[head, ...rows].join('\n')}\n`;
}

const searchesSchema = v.object({
  week: v.string(),
  searches: v.array(v.object({ query: v.string(), times: v.number(), withoutResult: v.number() })),
});

const texts = {
  nothing: {
    id: 'belum ada yang dicari lima kali atau lebih.',
    en: 'nothing was sought five times or more yet.',
  },
  times: { id: 'dicari', en: 'sought' },
  without: { id: 'nihil', en: 'in vain' },
} as const;
