import type { Draft, Drafted } from './draft.ts';
import type { ImportProblem } from './messages.ts';
import type { PageSource, RawPage } from './sources.ts';

/** What became of one page. */
export type PageOutcome = {
  /** File name or address. */
  readonly name: string;
  readonly result: 'refused' | Exclude<PublishedItem['result'], 'rejected' | 'too-large'>;
  readonly title?: string;
  readonly id?: string;
  readonly url?: string;
  readonly problems: readonly ImportProblem[];
};

export type ImportResult = {
  /** In the order of the sources. After a failure or an interruption the rest is missing. */
  readonly outcomes: readonly PageOutcome[];
  readonly isInterrupted: boolean;
  /** Why nothing more could be sent. */
  readonly failure?: PublishFailure;
};

/** What the service did with one article. */
export type PublishedItem = {
  readonly result:
    'new' | 'already-there' | 'changed-since' | 'withdrawn' | 'too-large' | 'rejected' | 'not-sent';
  readonly id?: string;
  readonly url?: string;
  /** For `rejected`: what the service found wrong. */
  readonly reasons?: readonly string[];
};

export type PublishFailure = {
  readonly code: 'unreachable' | 'unauthorized' | 'busy' | 'unexpected-answer';
  readonly detail: string;
};

/** An answer for every draft, in their order; or the batch may not have arrived. */
export type PublishAnswer =
  | { readonly ok: true; readonly items: readonly PublishedItem[] }
  | { readonly ok: false; readonly failure: PublishFailure };

/**
 * Imports pages one after the other, in batches, holding no more than one batch in memory. A bad page never
 * stops the others. Interrupted or failed it may be run again from the start: what went in is recognised by
 * its source.
 */
export async function importPages(
  dependencies: {
    readonly draft: (page: RawPage) => Drafted;
    readonly publish: (drafts: readonly Draft[]) => Promise<PublishAnswer>;
    /** Called with the number of pages whose outcome is known. */
    readonly onProgress: (doneCount: number) => void;
    readonly signal: AbortSignal;
  },
  sources: Iterable<PageSource>,
): Promise<ImportResult> {
  const outcomes: PageOutcome[] = [];
  let batch: Prepared[] = [];
  let bytes = 0;
  let count = 0;

  const sendBatch = async (): Promise<PublishFailure | undefined> => {
    const drafts = batch.flatMap((page) => (page.ok ? [page.draft] : []));
    const answer: PublishAnswer =
      drafts.length === 0 ? { ok: true, items: [] } : await dependencies.publish(drafts);
    const items = answer.ok ? answer.items.values() : [].values();
    for (const page of batch) {
      if (!page.ok) outcomes.push(page.outcome);
      else {
        const item = items.next();
        if (item.done !== true) outcomes.push(toOutcome(page, item.value));
      }
    }
    [batch, bytes, count] = [[], 0, 0];
    dependencies.onProgress(outcomes.length);
    return answer.ok ? undefined : answer.failure;
  };

  for (const source of sources) {
    const page = await prepare(dependencies.draft, source);
    if (dependencies.signal.aborted) break;
    const size = page.ok ? Buffer.byteLength(JSON.stringify(page.draft)) : 0;
    if (count === maxBatchItems || bytes + size > maxBatchBytes) {
      const failure = await sendBatch();
      if (failure !== undefined) return { outcomes, isInterrupted: false, failure };
    }
    if (page.ok && size > maxBatchBytes) {
      const problem: ImportProblem = { code: 'article-too-large', values: {} };
      batch.push(refusedPage(page.name, [problem], page.draft.title));
    } else batch.push(page);
    bytes += size;
    if (page.ok) count++;
  }
  if (dependencies.signal.aborted) {
    outcomes.push(...batch.flatMap((page) => (page.ok ? [] : [page.outcome])));
    return { outcomes, isInterrupted: true };
  }
  const failure = await sendBatch();
  return { outcomes, isInterrupted: false, ...(failure !== undefined && { failure }) };
}

/** A page that waits for its batch to be sent. */
type Prepared =
  | {
      readonly ok: true;
      readonly name: string;
      readonly draft: Draft;
      readonly doubts: readonly ImportProblem[];
    }
  | { readonly ok: false; readonly outcome: PageOutcome };

async function prepare(draft: (page: RawPage) => Drafted, source: PageSource): Promise<Prepared> {
  const read = await source.read();
  if (!read.ok) return refusedPage(source.name, [read.problem]);
  const drafted = draft(read.page);
  if (!drafted.ok) return refusedPage(source.name, drafted.problems);
  return { ok: true, name: source.name, draft: drafted.draft, doubts: drafted.doubts };
}

function refusedPage(name: string, problems: readonly ImportProblem[], title?: string): Prepared {
  return {
    ok: false,
    outcome: { name, result: 'refused', problems, ...(title !== undefined && { title }) },
  };
}

function toOutcome(page: Prepared & { ok: true }, item: PublishedItem): PageOutcome {
  const { name, draft, doubts } = page;
  const { id, url } = item;
  const known = {
    name,
    title: draft.title,
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
  };
  const withProblem = (result: PageOutcome['result'], problem: ImportProblem): PageOutcome => ({
    ...known,
    result,
    problems: [...doubts, problem],
  });
  switch (item.result) {
    case 'rejected':
      return withProblem('refused', {
        code: 'rejected-by-service',
        values: { reasons: (item.reasons ?? []).join('; ') },
      });
    case 'too-large':
      return withProblem('refused', { code: 'article-too-large', values: {} });
    case 'changed-since':
      return withProblem('changed-since', { code: 'changed-since', values: { url: url ?? id ?? '' } });
    case 'withdrawn':
      return withProblem('withdrawn', { code: 'withdrawn', values: {} });
    default:
      return { ...known, result: item.result, problems: doubts };
  }
}

const maxBatchItems = 100;
const maxBatchBytes = 4_000_000;
