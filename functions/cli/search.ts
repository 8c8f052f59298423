import { Command, Option } from 'commander';
import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import { htmlToText } from '../articles/html.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { formatCount, renderMessage } from './import-messages.ts';
import { localService } from './service-options.ts';
import { requestService } from './service-request.ts';

type SearchOptions = {
  readonly to: string;
  readonly limit: string;
  readonly category?: string;
  readonly sort: string;
  readonly json?: boolean;
};

/** `warta search "…"`: what readers find. Sets 0 where something is found, 1 where nothing is, 2 for wrong usage or no service. */
export function createSearchCommand(context: CliContext): Command {
  const command = new Command('search')
    .description('search the published articles')
    .argument('<words...>', 'what to look for')
    .option('--to <url>', 'the service to ask', context.env.url || localService)
    .option('--limit <number>', 'how many', '10')
    .option('--category <slug>', 'in one category only')
    .addOption(
      new Option('--sort <order>', 'the best first, or the newest')
        .choices(['relevance', 'newest'])
        .default('relevance'),
    )
    .option('--json', 'print the answer as JSON');
  return endHelp(
    command,
    context,
    ['search jembatan kalisoga', 'search --sort newest --category ekonomi --json "pasar murah"'],
    { 0: 'found', 1: 'nothing found', 2: 'wrong usage or no service' },
  ).action((words: string[], options: SearchOptions) => search(context, words.join(' '), options));
}

async function search(context: CliContext, q: string, options: SearchOptions): Promise<void> {
  const { fetch, stdout, stderr, language, setExitCode } = context;
  const stop = (message: string): void => {
    stderr.write(`${message}\n`);
    setExitCode(2);
  };
  if (URL.parse(options.to) === null)
    return stop(renderMessage('bad-service-address', language, { to: options.to }));
  const { limit, category, sort } = options;
  const query = new URLSearchParams({ q, limit, sort, ...(category !== undefined && { category }) });
  const answer = await requestService(
    { fetch, to: options.to, token: '' },
    'GET',
    `api/search?${query.toString()}`,
  );
  if (!answer.ok) {
    const { code, detail } = answer.failure;
    return stop(renderMessage(code, language, { to: options.to, detail: toLine(detail) }));
  }
  const found = v.safeParse(searchAnswer, answer.body);
  if (answer.status !== 200 || !found.success) return stop(toLine(answer.describe()));
  if (options.json === true) stdout.write(`${JSON.stringify(answer.body)}\n`);
  else stdout.write(renderHits(found.output, language));
  setExitCode(found.output.hits.length > 0 ? 0 : 1);
}

function renderHits({ total, hits, suggestion }: Found, language: CliContext['language']): string {
  const lines = hits.flatMap(({ title, url, publishedAt, snippet }) => [
    `${publishedAt.slice(0, 10)}  ${toLine(title)}`,
    `            ${toLine(url)}`,
    `            ${toLine(htmlToText(snippet))}`,
  ]);
  const count = renderMessage('found', language, { count: formatCount(total, language) });
  const instead =
    typeof suggestion === 'string'
      ? [renderMessage('did-you-mean', language, { suggestion: toLine(suggestion) })]
      : [];
  return [count, ...instead, ...lines, ''].join('\n');
}

type Found = v.InferOutput<typeof searchAnswer>;

const searchAnswer = v.looseObject({
  total: v.number(),
  suggestion: v.optional(v.unknown()),
  hits: v.array(
    v.looseObject({
      title: v.string(),
      url: v.string(),
      publishedAt: v.string(),
      snippet: v.optional(v.string(), ''),
    }),
  ),
});
