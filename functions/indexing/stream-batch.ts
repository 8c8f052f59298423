import * as v from 'valibot';
import { articleKeyPrefix } from '../articles/item.ts';
import type { LogEntry } from '../articles/log-entry.ts';

/** What Lambda is answered: the records that it shall bring again. */
export type BatchOutcome = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/**
 * Takes a batch of the table's stream. A record is a doorbell: of what is in it only the article's id counts,
 * and an article that rang twice is looked at once. Where the batch fails as a whole, its articles are tried one by
 * one, so that one which cannot be indexed does not keep the others out.
 */
export function createBatchHandler(dependencies: {
  readonly apply: (ids: readonly string[]) => Promise<unknown>;
  readonly log: (entry: LogEntry) => void;
}) {
  const { apply, log } = dependencies;

  return async (event: unknown): Promise<BatchOutcome> => {
    const records = v.parse(streamEvent, event).Records.map(toRing);
    const ids = [...new Set(records.flatMap(({ id }) => id ?? []))];
    if (await succeeds(ids)) return { batchItemFailures: [] };

    const failed = new Set<string>();
    for (const id of ids) if (!(await succeeds([id]))) failed.add(id);
    return {
      batchItemFailures: records
        .filter(({ id }) => id !== undefined && failed.has(id))
        .map(({ sequenceNumber }) => ({ itemIdentifier: sequenceNumber })),
    };
  };

  async function succeeds(ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return true;
    try {
      await apply(ids);
      return true;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
      log({ level: 'error', event: 'indexing-failed', ids: ids.slice(0, 10), error: String(error), cause });
      return false;
    }
  }
}

function toRing({
  dynamodb: { Keys, SequenceNumber },
}: v.InferOutput<typeof streamEvent>['Records'][number]) {
  const { S: key } = Keys.pk;
  const id = key.startsWith(articleKeyPrefix) ? key.slice(articleKeyPrefix.length) : undefined;
  return { id, sequenceNumber: SequenceNumber };
}

const streamEvent = v.object({
  Records: v.array(
    v.object({
      dynamodb: v.object({
        Keys: v.object({ pk: v.object({ S: v.string() }) }),
        SequenceNumber: v.string(),
      }),
    }),
  ),
});
