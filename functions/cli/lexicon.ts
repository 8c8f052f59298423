import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import * as v from 'valibot';
import { stringify } from 'yaml';
import { toLine } from '../articles/characters.ts';
import { parseYaml } from '../importers/yaml-text.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import { type Service, type ServiceAnswer, requestService } from './service-request.ts';

type LexiconOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly json?: boolean;
};

/**
 * `warta lexicon show|set|add`: what the office teaches the search. Sets 0, 1 where it was refused, 2 for wrong
 * usage or no service.
 */
export function createLexiconCommand(context: CliContext): Command {
  const command = (name: string, description: string, examples: readonly string[]) =>
    endHelp(addServiceOptions(new Command(name).description(description), context), context, examples, {
      0: 'done',
      1: 'refused',
      2: 'wrong usage or no service',
    });
  const change = (options: LexiconOptions, edit: (lexicon: Lexicon) => unknown) =>
    changeLexicon(context, options, edit);
  const add = new Command('add')
    .description('add one thing to the lexicon')
    .addCommand(
      command('synonym', 'words that stand for one another', synonymExamples)
        .argument('<words...>', 'two or more; words in a row between quotation marks')
        .action((words: string[], options: LexiconOptions) =>
          change(options, ({ synonyms, ...rest }) => ({ ...rest, synonyms: [...synonyms, words] })),
        ),
    )
    .addCommand(
      command('spelling', 'what is written, and how we write it', spellingExamples)
        .argument('<written>', 'a word')
        .argument('<spelled>', 'how we write it')
        .action((written: string, spelled: string, options: LexiconOptions) =>
          change(options, ({ spellings, ...rest }) => ({
            ...rest,
            spellings: { ...spellings, [written]: spelled },
          })),
        ),
    )
    .addCommand(
      command('pin', 'articles that answer a question before all others', pinExamples)
        .argument('<query>', 'what is asked')
        .argument('<ids...>', 'of the articles')
        .option('--until <day>', 'the last day, such as 2026-07-31')
        .action((query: string, ids: string[], options: LexiconOptions & { readonly until?: string }) => {
          const pin = { query, articles: ids, ...(options.until !== undefined && { until: options.until }) };
          return change(options, ({ pinned, ...rest }) => ({
            ...rest,
            pinned: [...pinned.filter((other) => other.query !== query), pin],
          }));
        }),
    );
  endHelp(add, context, [...synonymExamples, ...spellingExamples, ...pinExamples]);
  const lexicon = new Command('lexicon')
    .description('what the office teaches the search: synonyms, spellings, pinned answers')
    .addCommand(
      command('show', 'print the lexicon as YAML', ['lexicon show > lexicon.yaml'])
        .option('--json', 'print the answer as JSON')
        .action((options: LexiconOptions) => showLexicon(context, options)),
    )
    .addCommand(
      command('set', 'put the lexicon of a file in its place', ['lexicon set lexicon.yaml'])
        .argument('<file>', 'FILE.yaml, as `show` prints it')
        .action((file: string, options: LexiconOptions) => setLexicon(context, file, options)),
    )
    .addCommand(add);
  return endHelp(lexicon, context, [
    'lexicon show > lexicon.yaml',
    'lexicon set lexicon.yaml',
    ...synonymExamples,
    ...spellingExamples,
    ...pinExamples,
  ]);
}

const synonymExamples = ['lexicon add synonym ppdb spmb "penerimaan murid baru"'];
const spellingExamples = ['lexicon add spelling kemantren kecamatan'];
const pinExamples = ['lexicon add pin ppdb 01ARZ3NDEKTSV4RRFFQ69G5FAV --until 2026-07-31'];

async function showLexicon(context: CliContext, options: LexiconOptions): Promise<void> {
  const read = await readLexicon(context, options);
  if (read === undefined) return;
  const { revision: _, ...lexicon } = read.lexicon;
  context.stdout.write(options.json === true ? `${JSON.stringify(read.lexicon)}\n` : stringify(lexicon));
  context.setExitCode(0);
}

async function setLexicon(context: CliContext, file: string, options: LexiconOptions): Promise<void> {
  const { stderr, setExitCode } = context;
  const text = await readFile(file, 'utf8').catch((error: unknown) => error);
  const parsed = typeof text === 'string' ? parseYaml(text) : undefined;
  if (parsed?.ok !== true) {
    const reason = parsed === undefined ? String(text) : `${parsed.line}: ${parsed.detail}`;
    stderr.write(`${toLine(file)}: ${toLine(reason)}\n`);
    return setExitCode(1);
  }
  const given: unknown = parsed.value ?? {};
  return changeLexicon(context, options, () => given);
}

/** Reads the lexicon, has it edited and puts it back, unless somebody else has meanwhile. */
async function changeLexicon(
  context: CliContext,
  options: LexiconOptions,
  edit: (lexicon: Lexicon) => unknown,
): Promise<void> {
  const { stdout, stderr, language, setExitCode } = context;
  const read = await readLexicon(context, options);
  if (read === undefined) return;
  const { revision, ...lexicon } = read.lexicon;
  const answer = await requestService(read.service, 'PUT', 'api/lexicon', {
    type: 'application/json',
    body: JSON.stringify(edit(lexicon)),
    headers: { 'if-match': `"${revision}"` },
  });
  if (!answer.ok) return fail(context, options, answer);
  if (answer.status !== 200) {
    for (const line of describeErrors(answer)) stderr.write(`${toLine(line)}\n`);
    return setExitCode(1);
  }
  stdout.write(`${texts.saved[language]}\n`);
  setExitCode(0);
}

async function readLexicon(
  context: CliContext,
  options: LexiconOptions,
): Promise<{ readonly service: Service; readonly lexicon: StoredLexicon } | undefined> {
  const service = await openService(context, options);
  if (service === undefined) return undefined;
  const answer = await requestService(service, 'GET', 'api/lexicon');
  const parsed = answer.ok ? v.safeParse(storedLexicon, answer.body) : undefined;
  if (parsed?.success === true) return { service, lexicon: parsed.output };
  fail(context, options, answer);
  return undefined;
}

function fail(
  { stderr, language, setExitCode }: CliContext,
  { to }: LexiconOptions,
  answer: ServiceAnswer,
): void {
  const said = answer.ok
    ? answer.describe()
    : renderMessage(answer.failure.code, language, { to, detail: toLine(answer.failure.detail) });
  stderr.write(`${toLine(said)}\n`);
  setExitCode(2);
}

function describeErrors(answer: ServiceAnswer & { ok: true }): string[] {
  const problem = v.safeParse(withErrors, answer.body);
  if (!problem.success) return [answer.describe()];
  return problem.output.errors.map(({ parameter, detail }) => `${parameter} ${detail}`.trim());
}

type Lexicon = Omit<StoredLexicon, 'revision'>;
type StoredLexicon = v.InferOutput<typeof storedLexicon>;

const storedLexicon = v.object({
  revision: v.number(),
  synonyms: v.array(v.array(v.string())),
  spellings: v.record(v.string(), v.string()),
  pinned: v.array(
    v.object({
      query: v.string(),
      articles: v.array(v.string()),
      until: v.exactOptional(v.string()),
    }),
  ),
});
const withErrors = v.object({ errors: v.array(v.object({ parameter: v.string(), detail: v.string() })) });

const texts = {
  saved: {
    id: 'Tersimpan; berlaku dalam satu menit.',
    en: 'Saved; it holds within a minute.',
  },
} as const;
