import * as v from 'valibot';
import type { Draft, StoredRecord } from '../importers/draft.ts';
import type { PublishAnswer, PublishFailure, PublishedItem } from '../importers/publish-answer.ts';
import type { Answer, ListedArticle } from '../importers/twins.ts';
import { type Service, type ServiceAnswer, requestService } from './service-request.ts';

/** What an import asks of a Warta service. */
export function createPublishingClient(service: Service) {
  /**
   * Sends up to 500 articles. Repeats what may succeed later; repeating is harmless, as the service
   * recognises an article by its source, and one that was exported by its id.
   */
  async function publishBatch(drafts: readonly Draft[]): Promise<PublishAnswer> {
    const written = drafts.filter(({ stored }) => stored === undefined);
    const stored = drafts.flatMap((draft) => (draft.stored === undefined ? [] : [draft.stored]));
    const answers: readonly PublishAnswer[] = [
      written.length === 0 ? nothing : toAnswer(await post(written), written.length),
      stored.length === 0 ? nothing : toAnswer(await restore(stored), stored.length),
    ];
    const [fresh, restored] = answers.map((answer) => (answer.ok ? answer.items.values() : undefined));
    const failed = answers.find((answer) => !answer.ok);
    if (failed !== undefined) return failed;
    const items = drafts.flatMap(
      (draft) => (draft.stored === undefined ? fresh : restored)?.next().value ?? [],
    );
    return { ok: true, items };
  }

  function post(drafts: readonly Draft[]): Promise<ServiceAnswer> {
    return requestService(service, 'POST', 'api/articles/batch', {
      type: 'application/json',
      body: JSON.stringify(drafts),
    });
  }

  function restore(records: readonly StoredRecord[]): Promise<ServiceAnswer> {
    const body = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    return requestService(service, 'PUT', 'api/import/articles', { type: 'application/x-ndjson', body });
  }

  /** The published articles of a month, newest first. */
  async function listMonth(month: string): Promise<Answer<readonly ListedArticle[]>> {
    const articles: ListedArticle[] = [];
    const until = `${month}-${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()}`;
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ from: `${month}-01`, to: until, limit: '100' });
      if (cursor !== undefined) query.set('cursor', cursor);
      const answer = await requestService(service, 'GET', `api/articles?${query.toString()}`);
      if (!answer.ok) return answer;
      const page = v.safeParse(listAnswer, answer.body);
      if (answer.status !== 200 || !page.success) return fail('unexpected-answer', answer.describe());
      articles.push(...page.output.items);
      cursor = page.output.nextCursor;
    } while (cursor !== undefined);
    return { ok: true, value: articles };
  }

  async function readBody(id: string): Promise<Answer<string | undefined>> {
    const answer = await requestService(service, 'GET', `api/articles/${id}`);
    if (!answer.ok) return answer;
    const article = v.safeParse(wholeArticle, answer.body);
    return { ok: true, value: article.success ? article.output.bodyHtml : undefined };
  }

  return { publishBatch, listMonth, readBody };
}

const nothing: PublishAnswer = { ok: true, items: [] };

function toAnswer(answer: ServiceAnswer, count: number): PublishAnswer {
  if (!answer.ok) return answer;
  if (answer.status !== 200) return fail('unexpected-answer', answer.describe());
  const batch = v.safeParse(batchAnswer, answer.body);
  if (!batch.success) return fail('unexpected-answer', 'HTTP 200');
  const byIndex = new Map(batch.output.items.map((item) => [item.index, item]));
  const items = Array.from({ length: count }, (_, index) => byIndex.get(index));
  if (items.includes(undefined)) return fail('unexpected-answer', 'HTTP 200');
  return { ok: true, items: items.flatMap((item) => (item === undefined ? [] : [toItem(item)])) };
}

function fail(code: PublishFailure['code'], detail: string) {
  return { ok: false as const, failure: { code, detail } };
}

function toItem(item: v.InferOutput<typeof batchItem>): PublishedItem {
  const known = {
    ...(item.id !== undefined && { id: item.id }),
    ...(item.url !== undefined && { url: item.url }),
  };
  const result = results.get(item.status);
  if (result !== undefined) return { ...known, result };
  const reasons = (item.errors ?? []).map(({ parameter, detail }) => `${parameter} ${detail}`);
  return {
    ...known,
    result: 'rejected',
    reasons: reasons.length > 0 ? reasons : [item.detail ?? `HTTP ${item.status}`],
  };
}

const batchItem = v.looseObject({
  index: v.number(),
  status: v.number(),
  id: v.optional(v.string()),
  url: v.optional(v.string()),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.looseObject({ parameter: v.string(), detail: v.string() }))),
});
const batchAnswer = v.looseObject({ items: v.array(batchItem) });
const listAnswer = v.looseObject({
  items: v.array(
    v.looseObject({
      id: v.string(),
      url: v.string(),
      title: v.string(),
      summary: v.optional(v.string(), ''),
      publishedAt: v.string(),
    }),
  ),
  nextCursor: v.optional(v.string()),
});
const wholeArticle = v.looseObject({ bodyHtml: v.string() });

const results: ReadonlyMap<number, PublishedItem['result']> = new Map([
  [201, 'new'],
  [200, 'already-there'],
  [409, 'changed-since'],
  [410, 'withdrawn'],
  [413, 'too-large'],
]);
