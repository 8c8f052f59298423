import * as v from 'valibot';
import type { LambdaHost } from './lambda-host.ts';
import type { StreamRecord } from './table-front.ts';

/** What the template says of the mapping from the stream to the indexer. */
const mappingProperties = v.object({
  BatchSize: v.number(),
  FilterCriteria: v.object({ Filters: v.array(v.object({ Pattern: v.string() })) }),
  FunctionResponseTypes: v.array(v.literal('ReportBatchItemFailures')),
});

/** Brings records to the function as Lambda does: in order, filtered, in batches, again where it failed. */
export function createEventSource(host: LambdaHost, properties: unknown) {
  const mapping = v.parse(mappingProperties, properties);
  const prefixes = mapping.FilterCriteria.Filters.flatMap(({ Pattern }) =>
    v.parse(pattern, JSON.parse(Pattern)).dynamodb.Keys.pk.S.map(({ prefix }) => prefix),
  );
  let pending: StreamRecord[] = [];
  let working: Promise<void> | undefined;
  const counts = { delivered: 0, again: 0 };

  return {
    counts,
    push(record: StreamRecord): void {
      if (!prefixes.some((prefix) => record.dynamodb.Keys.pk.S.startsWith(prefix))) return;
      pending.push(record);
      working ??= work();
    },
    async settled(): Promise<void> {
      await working;
    },
  };

  async function work(): Promise<void> {
    // One turn: what is written together comes together.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await drain();
    } finally {
      working = undefined;
    }
  }

  async function drain(): Promise<void> {
    while (pending.length > 0) {
      const batch = pending.slice(0, mapping.BatchSize);
      const failed = await deliver(batch);
      // The stream goes on behind the first failure only when it is over.
      const first = batch.findIndex(
        ({ dynamodb }) => failed === 'all' || failed.has(dynamodb.SequenceNumber),
      );
      const done = first === -1 ? batch.length : first;
      pending = pending.slice(done);
      counts.delivered += done;
      if (first !== -1) counts.again += 1;
      if (counts.again > 50) throw new Error('a batch failed again and again');
    }
  }

  async function deliver(Records: readonly StreamRecord[]): Promise<ReadonlySet<string> | 'all'> {
    try {
      const { batchItemFailures } = v.parse(outcome, await host.invoke({ Records }));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    } catch {
      return 'all';
    }
  }
}

const outcome = v.object({ batchItemFailures: v.array(v.object({ itemIdentifier: v.string() })) });
const pattern = v.object({
  dynamodb: v.object({
    Keys: v.object({ pk: v.object({ S: v.array(v.object({ prefix: v.string() })) }) }),
  }),
});
