import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ArticleOutcome } from '../../importers/run.ts';

/** Keeps outcomes on disk until the reports are written, since ten years of them do not belong in memory. */
export async function openSpool() {
  const folder = await mkdtemp(join(tmpdir(), 'warta-report-'));
  const file = join(folder, 'outcomes.jsonl');
  const stream = createWriteStream(file);
  return {
    add: (outcome: ArticleOutcome): void => {
      stream.write(`${JSON.stringify(outcome)}\n`);
    },
    /** Nothing more is added. */
    async end(): Promise<void> {
      stream.end();
      await once(stream, 'close');
    },
    /** May be read several times. */
    async *read(): AsyncGenerator<ArticleOutcome> {
      for await (const line of createInterface({ input: createReadStream(file) })) {
        const outcome: ArticleOutcome = JSON.parse(line);
        yield outcome;
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
