import { toLine } from '../../articles/characters.ts';
import { renderProblem } from '../../importers/messages.ts';
import type { ArticleOutcome } from '../../importers/run.ts';
import { escapeAttribute, escapeText } from '../../importers/press-page/line.ts';
import { formatCount, renderMessage } from '../import-messages.ts';
import { placeOf } from './summary.ts';
import { isDoubtful, results } from './tally.ts';
import type { ReportContent } from './report-content.ts';

/**
 * The report that a press officer works through: what was refused comes first, each with its place and cure,
 * Indonesian with English beside it. One file that needs nothing else.
 */
export async function* renderHtmlReport(content: ReportContent): AsyncGenerator<string> {
  const { tally, end, categories } = content;
  yield head(content);
  if (end.failure !== undefined || end.isInterrupted) {
    const code = end.failure?.code ?? 'interrupted';
    const values = { to: content.service ?? '', detail: end.failure?.detail ?? '' };
    yield `<p class="stop">${both(code, values)} ${both('run-again')}</p>\n`;
  }
  yield '<table>\n';
  for (const kind of [...results, 'doubtful'] as const) {
    const count = kind === 'doubtful' ? tally.doubtfulCount : tally.counts[kind];
    if (count > 0) yield `<tr><th scope="row">${both(kind)}<td>${formatCount(count, 'id')}\n`;
  }
  yield '</table>\n';

  const sections = [
    ['refused-heading', (outcome: ArticleOutcome) => outcome.result === 'refused'],
    ['doubtful-heading', isDoubtful],
    ['left-out-heading', (outcome: ArticleOutcome) => outcome.result === 'left-out'],
  ] as const;
  for (const [heading, belongs] of sections) {
    let isOpen = false;
    for await (const outcome of content.outcomes()) {
      if (!belongs(outcome)) continue;
      if (!isOpen) yield `<h2>${both(heading)}</h2>\n<ul class="work">\n`;
      isOpen = true;
      yield renderWork(outcome);
    }
    if (isOpen) yield '</ul>\n';
  }

  if (categories.length > 0) {
    yield `<h2>${both('all-categories-heading')}</h2>\n<table>\n`;
    for (const { from, to, count, why } of categories) {
      const cure = why === 'default' ? both('categories-cure') : '';
      yield `<tr><th scope="row">${text(from)}<td>${text(to)}<td>${formatCount(count, 'id')}<td>${cure}\n`;
    }
    yield '</table>\n';
  }

  yield `<details><summary>${both('went-in-heading')}</summary>\n<ol>\n`;
  for await (const { result, title = '', url, name } of content.outcomes()) {
    if (result !== 'new' && result !== 'already-there' && result !== 'not-sent') continue;
    yield `<li>${link(url, title)} <small>${text(name)}</small>\n`;
  }
  yield '</ol></details>\n</html>\n';
}

function renderWork(outcome: ArticleOutcome): string {
  const problems = outcome.problems.map((problem) => {
    const [id, en] = [renderProblem(problem, 'id'), renderProblem(problem, 'en')];
    return (
      `<p><code>${text(placeOf(outcome, problem.line))}</code> ${text(id.message)}<br>→ ${text(id.cure)}` +
      `<br><small lang="en">${text(en.message)} → ${text(en.cure)}</small></p>`
    );
  });
  const title = outcome.title === undefined ? '' : `<h3>${link(outcome.url, outcome.title)}</h3>`;
  return `<li>${title}${problems.join('')}\n`;
}

function head({ finishedAt, service }: ReportContent): string {
  const what = service === undefined ? both('dry-run') : text(service);
  return (
    `<!doctype html>\n<html lang="id">\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<title>${text(renderMessage('report-title', 'id'))}</title>\n<style>${style}</style>\n` +
    `<h1>${both('report-title')}</h1>\n` +
    `<p>${what} · <time datetime="${finishedAt.toISOString()}">${finishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>\n`
  );
}

function both(code: Parameters<typeof renderMessage>[0], values?: Readonly<Record<string, string>>): string {
  return `${text(renderMessage(code, 'id', values))} <small lang="en">${text(renderMessage(code, 'en', values))}</small>`;
}

function link(url: string | undefined, words: string): string {
  const isWeb = url !== undefined && /^https?:\/\//.test(url);
  return isWeb ? `<a href="${escapeAttribute(url)}">${text(words)}</a>` : text(words);
}

function text(written: string): string {
  return escapeText(toLine(written));
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'small{color:#555}table{border-collapse:collapse}th{font-weight:400;text-align:left}td,th{padding:.2rem 1rem .2rem 0;vertical-align:top}' +
  'h3{margin:0;font-size:1rem}.work>li{margin:0 0 1rem}.work p{margin:.2rem 0}code{overflow-wrap:anywhere}.stop{border-left:.3rem solid #b00;padding-left:1rem}';
