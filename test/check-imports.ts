import { type ICruiseResult, type IForbiddenRuleType, cruise } from 'dependency-cruiser';

/**
 * `npm run check:imports`: every arrow of the house points down (docs/architecture.md). A tool that reads no
 * modules finds no faults, so there is a floor on how many it must have read.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  office: [],
  articles: ['office'],
  access: ['articles', 'office'],
  readers: ['articles', 'office'],
  doctor: ['articles', 'office'],
  cost: [],
  search: ['articles', 'office'],
  feeds: ['articles', 'office'],
  importers: ['articles', 'office'],
  indexing: ['search', 'articles', 'office'],
  websub: ['feeds', 'articles', 'office'],
  http: ['feeds', 'search', 'readers', 'access', 'articles', 'office'],
  cli: ['access', 'importers', 'doctor', 'cost', 'indexing', 'search', 'feeds', 'articles', 'office'],
  entry: [
    'cli',
    'http',
    'indexing',
    'websub',
    'search',
    'feeds',
    'importers',
    'readers',
    'access',
    'doctor',
    'articles',
    'office',
  ],
};

/** The rooms of the search, in the order in which a question goes through them: none knows of those behind it. */
const searchRooms = [
  'frozen',
  'analyzer',
  'query-language',
  'lexicon',
  'segments',
  'planning',
  'ranking',
  'results',
  'completions',
] as const;

/** Packages that decide how a floor is built stay on it. */
const packageHomes: Readonly<Record<string, string>> = {
  '@aws-sdk/':
    '^functions/(articles|access|readers|indexing|websub|entry)/|^functions/search/segments/bucket-segments',
  'hono|@hono/': '^functions/(http|entry)/',
  minisearch: '^functions/search/',
  '@orama/stemmers': '^functions/search/',
  feed: '^functions/feeds/',
  dynalite: '^functions/entry/',
};

const forbidden: IForbiddenRuleType[] = [
  ...Object.entries(mayImport).map(([folder, others]) => ({
    name: `${folder} imports only ${[folder, ...others].join(', ')}`,
    severity: 'error' as const,
    from: { path: `^functions/${folder}/` },
    to: { path: '^(functions|infra|test)/', pathNot: `^functions/(${[folder, ...others].join('|')})/` },
  })),
  ...searchRooms.slice(0, -1).map((room, at) => ({
    name: `search/${room} knows of no room behind it`,
    severity: 'error' as const,
    from: { path: `^functions/search/${room}/` },
    to: { path: `^functions/search/(${searchRooms.slice(at + 1).join('|')})/` },
  })),
  ...Object.entries(packageHomes).map(([packages, home]) => ({
    name: `${packages} is used in ${home} only`,
    severity: 'error' as const,
    from: { path: '^functions/', pathNot: home },
    to: { path: `node_modules/(${packages})(/|$)` },
  })),
  {
    name: 'infra imports only the table and the settings',
    severity: 'error',
    from: { path: '^infra/' },
    to: { path: '^(functions|test)/', pathNot: '^functions/(articles/table|office/)' },
  },
  { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nothing unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'what runs is no development dependency',
    severity: 'error',
    from: { path: '^functions/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  },
];

const { output } = await cruise(['functions', 'infra'], {
  ruleSet: { forbidden },
  validate: true,
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['types', 'import', 'node', 'default'],
    extensions: ['.ts', '.d.ts', '.js', '.mjs', '.json'],
    mainFields: ['types', 'typings', 'module', 'main'],
  },
});

// Without a reporter the output is the result itself.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { modules, summary } = output as ICruiseResult;
const isOurs = (path: string) => /^(functions|infra)\//.test(path);
const read = modules.filter(({ source, dependencies }) => isOurs(source) && dependencies.length > 0);
const floor = 70;

for (const { rule, from, to } of summary.violations) {
  process.stdout.write(`${from} -> ${to}: ${rule.name}\n`);
}
process.stdout.write(
  `${read.length} modules with imports read, ${summary.violations.length} arrows that run the wrong way\n`,
);
if (read.length < floor)
  process.stdout.write(`fewer than ${floor} modules were read: the tool saw nothing\n`);
process.exitCode = summary.violations.length > 0 || read.length < floor ? 1 : 0;
