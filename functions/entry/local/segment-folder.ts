import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentStore } from '../../search/segments/segment-store.ts';

/** The segments as files of a folder. A crash leaves a whole file or none: a half one has another name. */
export function createSegmentFolder(path: string): SegmentStore {
  return {
    async write(name, bytes) {
      await mkdir(path, { recursive: true });
      // Indexer and rebuilding may make the same segment at the same time.
      const halfWritten = join(path, `${name}.${randomUUID()}`);
      await writeFile(halfWritten, bytes);
      await rename(halfWritten, join(path, name));
    },
    async read(name) {
      try {
        return await readFile(join(path, name));
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw new Error(`cannot read segment ${name}`, { cause: error });
      }
    },
    async list() {
      await mkdir(path, { recursive: true });
      return Promise.all(
        (await readdir(path)).map(async (name) => ({
          name,
          writtenAt: (await stat(join(path, name))).mtime,
        })),
      );
    },
    async remove(name) {
      await rm(join(path, name), { force: true });
    },
  };
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
