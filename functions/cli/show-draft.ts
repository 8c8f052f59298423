import { toLine } from '../articles/characters.ts';
import { htmlToParagraphs } from '../articles/html.ts';
import type { Draft } from '../importers/draft.ts';
import type { CliContext } from './context.ts';
import { renderMessage } from './import-messages.ts';

/** An article as it would go in, for people. */
export function showDraft({ stdout, language }: CliContext, name: string, draft: Draft): void {
  const { title, publishedAt, place = '–', authors, category, bodyHtml, tags = [] } = draft;
  const rows = [
    ['title', title],
    ['date', publishedAt],
    ['place', place],
    ['authors', authors.join(', ') || '–'],
    ['paragraphs', String(htmlToParagraphs(bodyHtml).length)],
    ['category', category],
    ...(tags.length > 0 ? [['tags', tags.join(', ')] as const] : []),
  ] as const;
  const lines = rows.map(([code, value]) => `  ${renderMessage(code, language).padEnd(12)}${toLine(value)}`);
  stdout.write(`${toLine(name)}\n${lines.join('\n')}\n\n`);
}
