import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { toLine } from '../articles/characters.ts';
import { parseMarkdownArticle } from '../importers/markdown-article.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { type Service, type ServiceAnswer, requestService } from './service-request.ts';
import { addServiceOptions, openService } from './service-options.ts';

type PublishOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly update?: boolean;
  readonly json?: boolean;
};

/**
 * `warta publish FILE.md …`: articles written as files. A file is an article: publishing it again writes
 * nothing, or with `--update` a new version. Sets 0, 1 where one was refused, 2 for wrong usage or no service.
 */
export function createPublishCommand(context: CliContext): Command {
  const command = new Command('publish')
    .description('publish articles that are written as Markdown files')
    .argument('<files...>', 'FILE.md: title, publishedAt, category … between two lines of ---, then the text')
    .option('--update', 'correct an article that was published from this file before')
    .option('--json', 'print the answers as JSON');
  return endHelp(
    addServiceOptions(command, context),
    context,
    ['publish pasar-murah.md', 'publish --update pasar-murah.md'],
    { 0: 'all published', 1: 'one was refused', 2: 'wrong usage or no service', 130: 'interrupted' },
  ).action(async (files: string[], options: PublishOptions) => {
    const service = await openService(context, options);
    if (service === undefined) return;
    let exitCode = 0;
    for (const file of files)
      exitCode = Math.max(exitCode, await publishFile(context, service, file, options));
    context.setExitCode(exitCode);
  });
}

async function publishFile(
  { stdout, stderr, language, signal }: CliContext,
  service: Service,
  file: string,
  { update = false, json = false }: PublishOptions,
): Promise<number> {
  if (signal.aborted) return 130;
  const refuse = (reason: string, line?: number): number => {
    stderr.write(`${toLine(line === undefined ? file : `${file}:${line}`)}: ${toLine(reason)}\n`);
    return 1;
  };
  const text = await readFile(file, 'utf8').catch((error: unknown) => error);
  if (typeof text !== 'string') {
    return refuse(text instanceof Error && 'code' in text ? String(text.code) : String(text));
  }
  const parsed = parseMarkdownArticle(text);
  if (!parsed.ok) return refuse(parsed.detail, parsed.line);
  const { fields, bodyHtml } = parsed.article;
  const body = { source: { id: `file:${basename(file)}` }, ...fields, bodyHtml };
  const answer = await send(service, body, update);
  if (!answer.ok) {
    const { code, detail } = answer.failure;
    stderr.write(`${renderMessage(code, language, { to: service.to, detail: toLine(detail) })}\n`);
    return 2;
  }
  if (json) stdout.write(`${JSON.stringify(answer.body)}\n`);
  const article = v.safeParse(published, answer.body);
  if (answer.status === 409) return refuse(renderMessage('publish-differs', language));
  if (answer.status >= 300 || !article.success) return refuse(describeErrors(answer));
  if (!json) {
    const what = renderMessage(
      answer.status === 201 ? 'new' : update ? 'updated' : 'already-there',
      language,
    );
    stdout.write(`${what}: ${article.output.url}\n  id ${article.output.id}\n`);
  }
  return 0;
}

async function send(service: Service, body: object, update: boolean): Promise<ServiceAnswer> {
  const content = { type: 'application/json', body: JSON.stringify(body) };
  const answer = await requestService(service, 'POST', 'api/articles', content);
  const id = answer.ok && answer.status === 409 ? v.safeParse(withId, answer.body) : undefined;
  if (!update || id?.success !== true) return answer;
  const headers = { 'if-match': '*' };
  return requestService(service, 'PUT', `api/articles/${id.output.id}`, { ...content, headers });
}

function describeErrors(answer: ServiceAnswer & { ok: true }): string {
  const problem = v.safeParse(withErrors, answer.body);
  if (!problem.success) return answer.describe();
  return problem.output.errors.map(({ parameter, detail }) => `${parameter} ${detail}`).join('; ');
}

const withId = v.object({ id: v.string() });
const published = v.object({ id: v.string(), url: v.string() });
const withErrors = v.object({ errors: v.array(v.object({ parameter: v.string(), detail: v.string() })) });
