import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentStore } from '../../search/segment-store.ts';

/** The segments as files of a folder. A crash leaves a whole file or none: a half one has another name. */
export function createSegmentFolder(path: string): SegmentStore {
  return {
    async write(name, bytes) {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, name + halfWritten), bytes);
      await rename(join(path, name + halfWritten), join(path, name));
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

const halfWritten = '.new';

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
