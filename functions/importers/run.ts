import { idFromSource } from '../articles/identity.ts';
import { toSlug } from '../articles/slug.ts';
import type { Draft, ImportItem } from './draft.ts';
import type { ImportProblem } from './messages.ts';
import type { PublishAnswer, PublishFailure, PublishedItem } from './publish-answer.ts';
import type { Twin, TwinAnswer } from './twins.ts';

/** What became of one page, post or entry. */
export type ArticleOutcome = {
  /** File name, address or title. */
  readonly name: string;
  readonly result:
    'refused' | 'left-out' | 'duplicate' | Exclude<PublishedItem['result'], 'rejected' | 'too-large'>;
  readonly title?: string;
  readonly id?: string;
  readonly url?: string;
  readonly problems: readonly ImportProblem[];
};

/** How an import ended. */
export type ImportEnd = {
  readonly isInterrupted: boolean;
  /** Why nothing more could be sent. */
  readonly failure?: PublishFailure;
};

/**
 * Imports one article after the other, in batches: while one is on its way the next is read, and never more
 * than those two are in memory. A bad one never stops the others. Interrupted, failed or killed it may be
 * run again from the start, with the same end: what went in is recognised by its source, a batch leaves only
 * when the one before is answered, and none holds two articles that would ask for the same slug.
 */
export async function importArticles(
  dependencies: {
    readonly publish: (drafts: readonly Draft[]) => Promise<PublishAnswer>;
    /** Absent where nobody looks for the same article from elsewhere. */
    readonly findTwin?: (draft: Draft, id: string) => Promise<TwinAnswer>;
    /** Whether an article goes in although it is here from another source. */
    readonly keepsTwins?: boolean;
    /** In the order of the items. */
    readonly onOutcome: (outcome: ArticleOutcome) => void;
    readonly signal: AbortSignal;
  },
  items: AsyncIterable<ImportItem>,
): Promise<ImportEnd> {
  const { publish, signal, onOutcome } = dependencies;
  let batch = emptyBatch();
  let underWay: Promise<PublishFailure | undefined> = Promise.resolve(undefined);

  for await (const item of items) {
    if (signal.aborted) break;
    const prepared = await prepare(dependencies, item);
    if ('failure' in prepared) {
      const failure = (await underWay) ?? prepared.failure;
      return { isInterrupted: false, failure };
    }
    if (!fits(batch, prepared)) {
      const failure = await sendBatch();
      if (failure !== undefined) return { isInterrupted: false, failure };
      if (signal.aborted) break;
    }
    addTo(batch, prepared);
  }
  const failure = (await underWay) ?? (signal.aborted ? undefined : await send(batch));
  if (failure !== undefined) return { isInterrupted: false, failure };
  return { isInterrupted: signal.aborted };

  /** Waits for the batch before; what is left when the import was interrupted meanwhile is not sent. */
  async function sendBatch(): Promise<PublishFailure | undefined> {
    const failure = await underWay;
    if (failure !== undefined || signal.aborted) return failure;
    underWay = send(batch);
    // It is awaited before the next batch: until then a failure is nobody's.
    underWay.catch(() => undefined);
    batch = emptyBatch();
    return undefined;
  }

  async function send({ waiting }: Batch): Promise<PublishFailure | undefined> {
    const drafts = waiting.flatMap((item) => ('draft' in item ? [item.draft] : []));
    const answer: PublishAnswer = drafts.length === 0 ? { ok: true, items: [] } : await publish(drafts);
    const answers = answer.ok ? answer.items.values() : [].values();
    for (const item of waiting) {
      if ('outcome' in item) onOutcome(item.outcome);
      else {
        const { value, done } = answers.next();
        if (done !== true) onOutcome(toOutcome(item, value));
      }
    }
    return answer.ok ? undefined : answer.failure;
  }
}

/** An article that waits for its batch to be sent, or what is known of one that is not sent. */
type Waiting = WaitingDraft | { readonly outcome: ArticleOutcome };

type WaitingDraft = {
  readonly name: string;
  readonly draft: Draft;
  readonly doubts: readonly ImportProblem[];
};

type Batch = { readonly waiting: Waiting[]; readonly slugs: Set<string>; bytes: number; count: number };

function emptyBatch(): Batch {
  return { waiting: [], slugs: new Set(), bytes: 0, count: 0 };
}

/** What was refused takes no room, but is not kept for ever either. */
function fits(batch: Batch, item: Waiting): boolean {
  if (batch.waiting.length >= maxBatchItems * 5) return false;
  if (!('draft' in item)) return true;
  if (batch.slugs.has(slugOf(item.draft))) return false;
  return batch.count < maxBatchItems && batch.bytes + sizeOf(item.draft) <= maxBatchBytes;
}

function addTo(batch: Batch, item: Waiting): void {
  batch.waiting.push(item);
  if (!('draft' in item)) return;
  batch.slugs.add(slugOf(item.draft));
  batch.bytes += sizeOf(item.draft);
  batch.count++;
}

async function prepare(
  { findTwin, keepsTwins }: Pick<Parameters<typeof importArticles>[0], 'findTwin' | 'keepsTwins'>,
  item: ImportItem,
): Promise<Waiting | { readonly failure: PublishFailure }> {
  const { name } = item;
  if (!item.ok) {
    const result = item.isLeftOut === true ? 'left-out' : 'refused';
    return { outcome: { name, result, problems: item.problems } };
  }
  const { draft, doubts } = item;
  const { title } = draft;
  if (sizeOf(draft) > maxBatchBytes) {
    return {
      outcome: { name, result: 'refused', title, problems: [{ code: 'article-too-large', values: {} }] },
    };
  }
  const id = draft.stored?.article.id ?? idFromSource(draft.source);
  const answer = draft.stored === undefined ? await findTwin?.(draft, id) : undefined;
  if (answer === undefined || (answer.ok && answer.twin === undefined)) return { name, draft, doubts };
  if (!answer.ok) return { failure: answer.failure };
  const { twin } = answer;
  const problems = [...doubts, ...(twin === undefined ? [] : [describeTwin(twin)])];
  if (twin?.isSame !== true || keepsTwins === true) return { name, draft, doubts: problems };
  const url = twin.url === undefined ? {} : { url: twin.url };
  return { outcome: { name, result: 'duplicate', title, problems, ...url } };
}

function describeTwin({ isSame, url, name }: Twin): ImportProblem {
  return { code: isSame ? 'duplicate' : 'same-title', values: { other: url ?? name } };
}

function toOutcome(item: WaitingDraft, answer: PublishedItem): ArticleOutcome {
  const { name, draft, doubts } = item;
  const { id, url } = answer;
  const known = {
    name,
    title: draft.title,
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
  };
  const withProblem = (result: ArticleOutcome['result'], problem: ImportProblem): ArticleOutcome => ({
    ...known,
    result,
    problems: [...doubts, problem],
  });
  switch (answer.result) {
    case 'rejected':
      return withProblem('refused', {
        code: 'rejected-by-service',
        values: { reasons: (answer.reasons ?? []).join('; ') },
      });
    case 'too-large':
      return withProblem('refused', { code: 'article-too-large', values: {} });
    case 'changed-since':
      return withProblem('changed-since', { code: 'changed-since', values: { url: url ?? id ?? '' } });
    case 'withdrawn':
      return withProblem('withdrawn', { code: 'withdrawn', values: {} });
    default:
      return { ...known, result: answer.result, problems: doubts };
  }
}

function slugOf({ slug, title }: Draft): string {
  return slug ?? toSlug(title);
}

function sizeOf(draft: Draft): number {
  return Buffer.byteLength(JSON.stringify(draft));
}

const maxBatchItems = 100;
const maxBatchBytes = 4_000_000;
