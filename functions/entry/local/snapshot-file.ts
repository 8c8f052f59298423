import { readFile, rename, writeFile } from 'node:fs/promises';
import { type Snapshots, createSnapshots } from '../../indexing/snapshot.ts';

/** A snapshot as one file, replaced in one step: a crash leaves the old one or the new one. */
export function createSnapshotFile(path: string, tableIdentity: string): Snapshots {
  return createSnapshots({
    tableIdentity,
    async readText() {
      try {
        return await readFile(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    async writeText(snapshot) {
      await writeFile(`${path}.new`, snapshot);
      await rename(`${path}.new`, path);
    },
  });
}
