import { type LiveIndex, loadLiveIndex } from '../search/live-index.ts';

/** Where an index waits for the next start. A lost one costs time and nothing else. */
export type Snapshots = {
  readonly read: () => Promise<string | undefined>;
  readonly write: (snapshot: string) => Promise<void>;
};

/** The index as text, with the table that it was built from. */
export function renderSnapshot(index: LiveIndex, tableIdentity: string): string {
  return JSON.stringify({ tableIdentity, index });
}

/**
 * The index of a snapshot, or undefined where it may not be trusted: built from another table, by another
 * analyzer or format, or damaged.
 */
export function parseSnapshot(snapshot: string, tableIdentity: string): LiveIndex | undefined {
  try {
    const parsed: unknown = JSON.parse(snapshot);
    if (parsed === null || typeof parsed !== 'object') return undefined;
    if (!('tableIdentity' in parsed) || parsed.tableIdentity !== tableIdentity) return undefined;
    return 'index' in parsed ? loadLiveIndex(parsed.index) : undefined;
  } catch {
    return undefined;
  }
}
