import { parseDocument } from 'yaml';

/** What a YAML text says, or what is wrong with it and where: also where it names what it never wrote, or itself. */
export function parseYaml(
  text: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly detail: string } {
  const document = parseDocument(text, { schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) {
    return { ok: false, line: error.linePos?.[0].line ?? 1, detail: error.message.split('\n')[0] ?? '' };
  }
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    // Aliases are resolved here only, and counted: a text of a few lines may stand for gigabytes.
    return { ok: false, line: 1, detail: error instanceof Error ? error.message : String(error) };
  }
}
