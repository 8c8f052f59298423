import * as v from 'valibot';
import type { StoredRecord } from '../../importers/draft.ts';
import type { PublishFailure } from '../../importers/publish-answer.ts';
import { readStoredArticle } from '../../importers/records/stored-article.ts';
import { type Service, requestService } from '../service-request.ts';

export type ExportedArticle = StoredRecord;

/** Why the rest cannot be read. */
export class ExportFailure extends Error {
  readonly failure: PublishFailure;

  constructor(failure: PublishFailure) {
    super(`cannot export: ${failure.detail}`);
    this.failure = failure;
  }
}

/**
 * All that the service keeps, a page at a time.
 *
 * @throws ExportFailure where the service fails: half of everything must not look like all of it
 */
export async function* readEverything(
  service: Service,
  signal: AbortSignal,
): AsyncGenerator<ExportedArticle> {
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await requestService(service, 'GET', `api/export/articles${query}`);
    if (!answer.ok) throw new ExportFailure(answer.failure);
    const page = v.safeParse(exportPage, answer.body);
    if (answer.status !== 200 || !page.success) {
      throw new ExportFailure({ code: 'unexpected-answer', detail: answer.describe() });
    }
    for (const record of page.output.items) {
      const read = readStoredArticle(record);
      if (read?.ok !== true) throw new ExportFailure({ code: 'unexpected-answer', detail: 'HTTP 200' });
      yield read.stored;
    }
    cursor = page.output.nextCursor;
  } while (cursor !== undefined);
}

const exportPage = v.object({
  items: v.array(v.record(v.string(), v.unknown())),
  nextCursor: v.optional(v.string()),
});
