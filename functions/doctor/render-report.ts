import type { Language, Severity } from './catalogue/entry.ts';
import { perDayWords, readerWords, reportWords, severityWords } from './catalogue/report-words.ts';
import type { FeedReport } from './examine.ts';
import type { Finding, Place } from './finding.ts';
import { renderFinding, severityOf } from './render-finding.ts';
import type { Poll, ReaderReport, ReaderVerdict } from './readers/simulate.ts';

/** A report for people: what it is, the verdict, the findings with their cures, and what each reader does. */
export function renderReport(report: FeedReport, language: Language): string {
  const lines = [
    report.address ?? report.url,
    ...(report.format === undefined ? [] : [renderHead(report, report.format, language)]),
    '',
    `  ${renderVerdict(report, language)}`,
    ...severities.flatMap((severity) => renderSeverity(severity, report.findings, language)),
    ...renderReaders(report.readers, language),
    '',
  ];
  // Feeds are not to be trusted with a terminal.
  return lines.map((line) => `${line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trimEnd()}\n`).join('');
}

export type FeedVerdict = 'healthy' | 'advised' | 'sick' | 'lost' | 'noted';

export function verdictOf({ findings, readers, format }: FeedReport): FeedVerdict {
  const has = (severity: Severity) => findings.some((finding) => severityOf(finding) === severity);
  const isLost = readers.every(({ verdict }) => lostVerdicts.has(verdict));
  if (has('error')) return isLost ? 'lost' : 'sick';
  if (format === undefined) return 'noted';
  return has('warning') ? 'advised' : 'healthy';
}

/** Progress on a terminal. */
export function renderProgress(count: number, url: string, language: Language): string {
  return say('progress', language, { count: String(count), url });
}

export function say(
  word: keyof typeof reportWords,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return fill(reportWords[word][language], values);
}

function renderHead(report: FeedReport, format: string, language: Language): string {
  const wire = formatWire(report, language);
  return [
    formatNames.get(format) ?? format,
    ...(report.title === undefined ? [] : [report.title]),
    say('articles', language, { count: formatNumber(report.itemCount, language) }),
    say('size', language, { bytes: formatBytes(report.bytes, language), wire }),
  ].join(' · ');
}

function renderVerdict(report: FeedReport, language: Language): string {
  const count = (severity: Severity) =>
    formatNumber(report.findings.filter((finding) => severityOf(finding) === severity).length, language);
  return say(verdictOf(report), language, { errors: count('error'), warnings: count('warning') });
}

/** Findings of one code together: what is wrong with one article is usually wrong with all of them. */
function renderSeverity(severity: Severity, findings: readonly Finding[], language: Language): string[] {
  const found = findings.filter((finding) => severityOf(finding) === severity);
  if (found.length === 0) return [];
  return [
    '',
    `  ${severityWords[severity][language]} (${formatNumber(found.length, language)})`,
    ...[...Map.groupBy(found, ({ code }) => code).values()].flatMap((group) => renderGroup(group, language)),
  ];
}

function renderGroup(group: readonly Finding[], language: Language): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { what, seen, cure } = renderFinding(first, language);
  const place = first.place === undefined ? [] : renderPlace(first.place, language);
  const more =
    group.length > 1 ? [say('more', language, { count: formatNumber(group.length - 1, language) })] : [];
  return [
    `  - ${[first.code, ...place, ...more].join(' · ')}`,
    `      ${what}`,
    `      ${say('seen', language)}: ${seen}`,
    `      ${say('cure', language)}: ${cure}`,
  ];
}

function renderPlace({ item, title, line }: Place, language: Language): string[] {
  const article = item === undefined ? [] : [say('article', language, { item: String(item) })];
  const quoted = title === undefined ? [] : [`“${title}”`];
  const words = [...article, ...quoted].join(' ');
  return [
    ...(words === '' ? [] : [words]),
    ...(line === undefined ? [] : [say('line', language, { line: String(line) })]),
  ];
}

function renderReaders(readers: readonly ReaderReport[], language: Language): string[] {
  if (readers.length === 0) return [];
  const columns = ['reader', 'first', 'again', 'back', 'sees'] as const;
  const rows = [
    columns.map((column) => say(column, language)),
    ...readers.map((report) => renderReader(report, language)),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return [
    '',
    `  ${say('readers', language)}`,
    ...rows.map((row) => `    ${row.map((cell, at) => cell.padEnd((widths[at] ?? 0) + 2)).join('')}`),
  ];
}

function renderReader(
  { reader, polls, verdict, itemCount, idleBytesPerDay }: ReaderReport,
  language: Language,
) {
  const perDay =
    idleBytesPerDay === undefined
      ? ''
      : fill(perDayWords[language], { bytes: formatBytes(idleBytesPerDay, language) });
  const poll = (at: number) => renderPoll(polls[at], language);
  return [
    reader,
    poll(0),
    poll(1),
    renderWait(polls.at(-1)?.waitSeconds, language),
    fill(readerWords[verdict][language], { items: formatNumber(itemCount, language), perDay }),
  ];
}

function renderPoll(poll: Poll | undefined, language: Language): string {
  return poll === undefined ? '–' : `${poll.status} · ${formatWire(poll, language)}`;
}

function renderWait(seconds: number | undefined, language: Language): string {
  if (seconds === undefined) return say('own-rhythm', language);
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return say('minutes', language, { count: formatNumber(minutes, language) });
  return say('hours', language, { count: formatNumber(Math.round(minutes / 60), language) });
}

function formatWire(
  { wireBytes, isWireEstimated }: Pick<Poll, 'wireBytes' | 'isWireEstimated'>,
  language: Language,
): string {
  return `${isWireEstimated ? '±' : ''}${formatBytes(wireBytes, language)}`;
}

function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}

function formatNumber(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

const lostVerdicts: ReadonlySet<ReaderVerdict> = new Set(['blind', 'foreign', 'refused']);
const severities = ['error', 'warning', 'note'] as const;
const formatNames: ReadonlyMap<string, string> = new Map([
  ['rss', 'RSS'],
  ['rdf', 'RSS 1.0'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
]);
