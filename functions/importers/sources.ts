import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FetchedPage, fetchLimits } from './fetch-page.ts';
import { toFileProblem } from './file-problem.ts';
import { type PageGroup, type PageSource, isPageName, refusedSource } from './page-source.ts';
import { openZip } from './zip-pages.ts';

/**
 * Every page that the arguments name: files, folders with all below them, ZIP archives, addresses. Nothing is
 * read yet. A folder is listed by name, hidden files and links to folders left out, so that every run takes
 * the same pages in the same order. What cannot be listed becomes a source that says so when it is read.
 */
export async function listSources(
  fetchPage: (url: string) => Promise<FetchedPage>,
  names: readonly string[],
): Promise<PageGroup[]> {
  const groups: PageGroup[] = [];
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) groups.push(toGroup([addressSource(fetchPage, name)]));
    else groups.push(await listPath(name));
  }
  return groups;
}

async function listPath(path: string): Promise<PageGroup> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const sources = await listFolder(path);
      return toGroup(sources.length > 0 ? sources : [refusedSource(path, { code: 'no-pages', values: {} })]);
    }
    return isArchive.test(path) ? await openZip(path) : toGroup([fileSource(path)]);
  } catch (error) {
    return toGroup([refusedSource(path, toFileProblem(error))]);
  }
}

function toGroup(sources: readonly PageSource[]): PageGroup {
  async function* pages() {
    yield* sources;
  }
  return { count: sources.length, pages: pages() };
}

async function listFolder(folder: string): Promise<PageSource[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  const sources: PageSource[] = [];
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      sources.push(
        ...(await listFolder(path).catch((error: unknown) => [refusedSource(path, toFileProblem(error))])),
      );
    } else if (isPageName(entry.name)) sources.push(fileSource(path));
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
      return { ok: false, problem: toFileProblem(error) };
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

const isArchive = /\.zip$/i;
