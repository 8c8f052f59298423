import type { DeskMessages } from './messages/indonesian.ts';

/** What is wrong, in the words of the desk, and at which field of its form. */
export type FieldProblem = { readonly field: string | undefined; readonly words: string };

/** A problem of the publishing API in the words of the desk. */
export function toFieldProblem(
  { parameter, detail }: { readonly parameter: string; readonly detail: string },
  text: DeskMessages,
): FieldProblem {
  const [, name = '', row] = /^(\w+)(?:\.(\d+))?/.exec(parameter) ?? [];
  const field = name === 'bodyHtml' ? 'body' : name;
  const label = isLabelled(field, text) ? text.fields[field] : field;
  const place = row === undefined ? label : `${label} (${Number(row) + 1})`;
  return { field: field === '' ? undefined : field, words: `${place}: ${toWords(detail, text)}` };
}

function toWords(detail: string, text: DeskMessages): string {
  const known = text.problems.find(({ pattern }) => pattern.test(detail));
  return known === undefined ? detail : detail.replace(known.pattern, known.words);
}

function isLabelled(name: string, { fields }: DeskMessages): name is keyof DeskMessages['fields'] {
  return name in fields;
}
