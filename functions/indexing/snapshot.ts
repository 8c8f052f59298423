import { type LiveIndex, loadLiveIndex } from '../search/live-index.ts';

/** Where an index waits for the next start. A lost one costs time and nothing else. */
export type Snapshots = ReturnType<typeof createSnapshots>;

/** Snapshots of an index of one table, kept as text. */
export function createSnapshots(dependencies: {
  readonly tableIdentity: string;
  readonly readText: () => Promise<string | undefined>;
  readonly writeText: (text: string) => Promise<void>;
}) {
  const { tableIdentity, readText, writeText } = dependencies;
  return {
    /** Undefined where there is none that may be trusted. */
    async read(): Promise<LiveIndex | undefined> {
      const text = await readText();
      return text === undefined ? undefined : parseSnapshot(text, tableIdentity);
    },
    write(index: LiveIndex): Promise<void> {
      return writeText(JSON.stringify({ tableIdentity, index }));
    },
  };
}

/** Never trusts an index of another table, of another analyzer or format, or a damaged one. */
function parseSnapshot(text: string, tableIdentity: string): LiveIndex | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed === null || typeof parsed !== 'object') return undefined;
    if (!('tableIdentity' in parsed) || parsed.tableIdentity !== tableIdentity) return undefined;
    return 'index' in parsed ? loadLiveIndex(parsed.index) : undefined;
  } catch {
    return undefined;
  }
}
