import { type Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type CategoryMap, createCategoryMap } from '../importers/category-map.ts';
import { parseYaml } from '../importers/yaml-text.ts';
import { findCategory } from '../office/settings.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import type { Service } from './service-request.ts';

/** What every import is told. */
export type ImportOptions = {
  readonly dryRun?: boolean;
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly category: string;
  readonly map: Readonly<Record<string, string>>;
  readonly oldHost: readonly string[];
  readonly duplicates: 'skip' | 'keep';
  readonly report: readonly string[];
  readonly json?: boolean;
};

/** The options that every import takes. */
export function addImportOptions(command: Command, context: CliContext): Command {
  const { office, importSettings = {} } = context;
  const {
    category = office.categories[0].slug,
    map = {},
    oldHosts = [],
    duplicates = 'skip',
  } = importSettings;
  command.option('--dry-run', 'show what would be imported and write nothing');
  return addServiceOptions(command, context)
    .option('--category <slug>', 'where articles go that name no category of ours', category)
    .addOption(
      new Option('--map <names>', 'categories of theirs to ours: FILE.yaml, or "Berita Desa=pemerintahan"')
        .default(map, listed(Object.keys(map)))
        .argParser(readMap),
    )
    .addOption(
      new Option('--old-host <host>', 'a host whose addresses redirect here from now on')
        .default(oldHosts, listed(oldHosts))
        .argParser((host: string, hosts: readonly string[]) => [...hosts, host.toLowerCase()]),
    )
    .addOption(
      new Option('--duplicates <what>', 'the same article from another source: skip it, or keep both')
        .choices(['skip', 'keep'])
        .default(duplicates),
    )
    .addOption(
      new Option('--report <file>', 'write everything that was found and done to FILE.json or FILE.html')
        .default([], 'none')
        .argParser((file: string, files: readonly string[]) => [...files, file]),
    )
    .option('--json', 'print the figures as JSON');
}

/** What an import does, once its options are known to be right. */
export type ImportPlan = {
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
  /** Of a dry run nothing is asked. */
  readonly service: Service;
  readonly categories: CategoryMap;
  /** Where the articles stood whose addresses redirect here. */
  readonly oldHosts: Set<string>;
};

/** The plan, or undefined where an option is wrong: that is said, and the exit code is set. */
export async function planImport(
  context: CliContext,
  options: ImportOptions,
): Promise<ImportPlan | undefined> {
  const { language, office, stderr } = context;
  const stop = (message: string): undefined => {
    stderr.write(`${message}\n`);
    context.setExitCode(2);
  };
  for (const slug of [options.category, ...Object.values(options.map)]) {
    if (findCategory(office, slug) !== undefined) continue;
    const known = office.categories.map((category) => category.slug).join(', ');
    return stop(renderMessage('unknown-category', language, { slug, known }));
  }
  const isDryRun = options.dryRun === true;
  const nobody: Service = { fetch: context.fetch, to: options.to, token: '' };
  const service = isDryRun ? nobody : await openService(context, options);
  if (service === undefined) return undefined;
  const own = URL.parse(office.baseUrl)?.hostname ?? '';
  return {
    options,
    isDryRun,
    service,
    categories: createCategoryMap(office, options.map, options.category),
    oldHosts: new Set([own, ...options.oldHost].map(bareHost)),
  };
}

/** A host without the `www.` that sites have with and without. */
export function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}

function readMap(written: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const pair = /^(.+)=([a-z0-9-]+)$/.exec(written);
  if (pair !== null) return { ...before, [pair[1] ?? '']: pair[2] ?? '' };
  let text = '';
  try {
    text = readFileSync(written, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InvalidArgumentError(`${written}: ${reason}`);
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) throw new InvalidArgumentError(`${written}:${yaml.line}: ${yaml.detail}`);
  const parsed = v.safeParse(mapFile, yaml.value);
  if (parsed.success) return { ...before, ...parsed.output };
  throw new InvalidArgumentError(`${written}: write one "name: slug" a line`);
}

/** What help says of a default. */
function listed(values: readonly string[]): string {
  return values.join(', ') || 'none';
}

const mapFile = v.record(v.string(), v.string());
