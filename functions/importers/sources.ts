import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FetchedPage, fetchLimits } from './fetch-page.ts';
import type { ImportProblem } from './messages.ts';

/** A page as it lies on disk or came over the network. */
export type RawPage = {
  /** File name or address, as people know it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the HTTP answer declares it. */
  readonly charset?: string;
  readonly url?: string;
};

export type PageSource = {
  readonly name: string;
  readonly read: () => Promise<
    { readonly ok: true; readonly page: RawPage } | { readonly ok: false; readonly problem: ImportProblem }
  >;
};

/**
 * Every page that the arguments name: files, folders with all below them, addresses. Nothing is read yet. A
 * folder is listed by name, hidden files and links to folders left out, so that every run takes the same
 * pages in the same order. What cannot be listed becomes a source that says so when it is read.
 */
export async function listSources(
  fetchPage: (url: string) => Promise<FetchedPage>,
  names: readonly string[],
): Promise<PageSource[]> {
  const sources: PageSource[] = [];
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) sources.push(addressSource(fetchPage, name));
    else sources.push(...(await listPath(name)));
  }
  return sources;
}

async function listPath(path: string): Promise<PageSource[]> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [fileSource(path)];
    const sources = await listFolder(path);
    return sources.length > 0 ? sources : [refusedSource(path, { code: 'no-pages', values: {} })];
  } catch (error) {
    return [refusedSource(path, toProblem(error))];
  }
}

async function listFolder(folder: string): Promise<PageSource[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  const sources: PageSource[] = [];
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      sources.push(
        ...(await listFolder(path).catch((error: unknown) => [refusedSource(path, toProblem(error))])),
      );
    } else if (isPage.test(entry.name)) sources.push(fileSource(path));
  }
  return sources;
}

function fileSource(path: string): PageSource {
  const read: PageSource['read'] = async () => {
    try {
      const { size } = await stat(path);
      if (size > fetchLimits.maxBytes) {
        const values = { limit: `${fetchLimits.maxBytes / 1_000_000} MB` };
        return { ok: false, problem: { code: 'page-too-large', values } };
      }
      return { ok: true, page: { name: path, bytes: await readFile(path) } };
    } catch (error) {
      return { ok: false, problem: toProblem(error) };
    }
  };
  return { name: path, read };
}

function addressSource(fetchPage: (url: string) => Promise<FetchedPage>, address: string): PageSource {
  const read: PageSource['read'] = async () => {
    const fetched = await fetchPage(address);
    if (!fetched.ok) return fetched;
    const { bytes, url, charset } = fetched;
    return { ok: true, page: { name: address, bytes, url, ...(charset !== undefined && { charset }) } };
  };
  return { name: address, read };
}

function refusedSource(name: string, problem: ImportProblem): PageSource {
  return { name, read: () => Promise.resolve({ ok: false, problem }) };
}

function toProblem(error: unknown): ImportProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'not-found', values: {} };
  return { code: 'unreadable', values: { reason: code } };
}

const isPage = /\.(?:txt|x?html?)$/i;
