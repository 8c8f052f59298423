import { type Entry, type ZipFile, getFileNameLowLevel, openPromise, validateFileName } from 'yauzl';
import { fetchLimits } from './fetch-page.ts';
import type { ImportProblem } from './messages.ts';
import { type PageGroup, type PageSource, isPageName, refusedSource } from './page-source.ts';

/**
 * The pages of a ZIP archive, unpacked one at a time and in memory only: nothing is written, so no name can
 * lead anywhere. A name that tries is refused all the same, as is an entry whose true size is another than
 * it says, or more than a page may have.
 */
export async function openZip(path: string): Promise<PageGroup> {
  try {
    // The names are checked one by one here: yauzl would give up on all of them for one that is bad.
    const archive = await openPromise(path, { autoClose: false, decodeStrings: false });
    return { count: archive.entryCount, pages: readEntries(archive, path) };
  } catch (error) {
    return { count: 1, pages: one(refusedSource(path, toProblem(error))) };
  }
}

async function* readEntries(archive: ZipFile, path: string): AsyncGenerator<PageSource> {
  let pageCount = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry);
      if (name === undefined) {
        pageCount++;
        const written = Buffer.from(entry.fileNameRaw).toString('latin1').slice(0, 200);
        yield refusedSource(`${path}/${written}`, { code: 'zip-bad-name', values: {} });
      } else if (isPageName(name)) {
        pageCount++;
        yield entrySource(archive, entry, `${path}/${name}`);
      }
    }
    if (pageCount === 0) yield refusedSource(path, { code: 'no-pages', values: {} });
  } catch (error) {
    yield refusedSource(path, toProblem(error));
  } finally {
    archive.close();
  }
}

/** Undefined for a name that leads out of the archive. */
function nameOf(entry: Entry): string | undefined {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const isBad = validateFileName(name) !== null || /\p{Cc}/u.test(name);
  return isBad ? undefined : name;
}

function entrySource(archive: ZipFile, entry: Entry, name: string): PageSource {
  const read: PageSource['read'] = async () => {
    const limit = fetchLimits.maxBytes;
    if (entry.uncompressedSize > limit) return { ok: false, problem: tooLarge(limit) };
    try {
      const chunks: Uint8Array[] = [];
      let length = 0;
      const stream: AsyncIterable<Uint8Array> = await archive.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        length += chunk.length;
        if (length > limit) return { ok: false, problem: tooLarge(limit) };
        chunks.push(chunk);
      }
      return { ok: true, page: { name, bytes: Buffer.concat(chunks) } };
    } catch (error) {
      return { ok: false, problem: toProblem(error) };
    }
  };
  return { name, read };
}

function tooLarge(limit: number): ImportProblem {
  return { code: 'page-too-large', values: { limit: `${limit / 1_000_000} MB` } };
}

function toProblem(error: unknown): ImportProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'zip-damaged', values: { reason: reason.slice(0, 200) } };
}

async function* one(source: PageSource): AsyncGenerator<PageSource> {
  yield await Promise.resolve(source);
}
