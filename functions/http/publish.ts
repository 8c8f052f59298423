import pMap from 'p-map';
import type { Act, AuditEntry } from '../access/audit-log.ts';
import { type Caller, hasRole } from '../access/role.ts';
import type { Article, ArticleContent } from '../articles/article.ts';
import { idFromSource } from '../articles/identity.ts';
import type { Created } from '../articles/repository.ts';
import type { Problem } from '../articles/problem.ts';
import type { ParsedSubmission } from '../articles/submission.ts';
import type { Office } from '../office/settings.ts';
import { roleNeeded } from './authorize.ts';
import type { Dependencies, Publishing } from './dependencies.ts';
import type { ProblemCode, ProblemDetails } from './problem.ts';
import { refuseRetired } from './retired-category.ts';
import type { ReadValue } from './request-body.ts';

/** What became of one article that was sent: the answer to a single request, and to one item of a batch. */
export type Outcome = Pick<Created, 'hasNewRedirects'> &
  (
    | { readonly ok: true; readonly status: 200 | 201; readonly article: Article }
    | ({ readonly ok: false; readonly code: ProblemCode; readonly article?: Article } & ProblemDetails)
  );

type Writer = { readonly caller: Caller; readonly seed: string | undefined };

/** Takes articles in, one or many, and says what became of each. */
export function createPublisher(
  office: Office,
  { articles, audit, parseSubmission }: Pick<Publishing, 'articles' | 'audit' | 'parseSubmission'>,
  log: Dependencies['log'],
) {
  return {
    /**
     * @param value as it was sent
     * @param seed of a request that names itself: what it made once it finds again
     */
    publish: (value: unknown, caller: Caller, seed?: string): Promise<Outcome> =>
      create(parseSubmission(value, office), { caller, seed }, (write) =>
        audit.record(caller, { what: 'article-created' }, write, toAct),
      ),

    /**
     * Several at once, but those of one source one after the other: the first of them is the one that
     * counts. A failure at one item says so for that item, and the others still go in.
     */
    async publishMany(items: readonly ReadValue[], caller: Caller, seed?: string): Promise<Outcome[]> {
      const jobs = items.map((item, index) => ({
        index,
        item: item.ok ? parseSubmission(item.value, office) : { unread: item },
      }));
      const bySource = Map.groupBy(jobs, ({ item, index }) => sourceIdOf(item) ?? index);
      const outcomes: Outcome[] = [];
      const createAll = async () => {
        await pMap(
          bySource.values(),
          async (group) => {
            for (const { item, index } of group) {
              const writer = { caller, seed: seed && `${seed}/${index}` };
              outcomes[index] = 'unread' in item ? item.unread : await createOrReport(item, writer);
            }
          },
          { concurrency: 8 },
        );
        return outcomes;
      };
      return audit.record(caller, { what: 'batch-published' }, createAll, toBatchAct);
    },
  };

  async function create(
    parsed: ParsedSubmission,
    { caller, seed }: Writer,
    noted: (write: () => Promise<Created>) => Promise<Created>,
  ): Promise<Outcome> {
    if (!parsed.ok) return refused(parsed);
    const problems = [refuseRetired(office, parsed.content), refuseCorrection(parsed.correction)];
    const errors = problems.filter((problem) => problem !== undefined);
    if (errors.length > 0) return { ok: false, code: 'invalid-article', errors };
    const refusal = refuseRole(caller, parsed.content);
    if (refusal !== undefined) return refusal;
    const { outcome, article, hasNewRedirects } = await noted(() =>
      articles.create(parsed.content, { slug: parsed.slug, by: caller.name, seed }),
    );
    const redirects = hasNewRedirects && { hasNewRedirects };
    const taken = hasNewRedirects ? 'Nothing but its former addresses was taken in.' : 'Nothing was written.';
    if (outcome === 'withdrawn') {
      const answer = withdrawn(article);
      return hasNewRedirects ? { ...answer, ...redirects, detail: `${taken} ${answer.detail}` } : answer;
    }
    if (outcome === 'unchanged') return { ok: true, status: 200, article, ...redirects };
    if (outcome === 'created') {
      log({ level: 'info', event: 'article-created', id: article.id });
      return { ok: true, status: 201, article };
    }
    const detail = `${taken} If the new content is right, edit the article that is here with PUT.`;
    return { ok: false, code: 'already-imported', detail, article, ...redirects };
  }

  async function createOrReport(parsed: ParsedSubmission, writer: Writer): Promise<Outcome> {
    try {
      return await create(parsed, writer, (write) => write());
    } catch (error) {
      log({ level: 'error', event: 'article-not-created', error: String(error) });
      const detail = 'The failure was logged. Send this article again.';
      return { ok: false, code: 'internal-error', detail };
    }
  }
}

/** What was taken in is done, whatever became of the rest. */
function toAct({ outcome, article, hasNewRedirects }: Created): Partial<Act> & Pick<AuditEntry, 'outcome'> {
  const about = { article: article.id, version: article.version };
  if (hasNewRedirects) return { ...about, what: 'redirects-added', outcome: 'done' };
  const isTaken = outcome === 'created' || outcome === 'unchanged';
  return { ...about, outcome: isTaken ? 'done' : 'refused' };
}

function toBatchAct(outcomes: readonly Outcome[]): Partial<Act> & Pick<AuditEntry, 'outcome'> {
  const idsOf = (some: readonly Outcome[]) => [...new Set(some.flatMap(({ article }) => article?.id ?? []))];
  const articles = idsOf(outcomes.filter((outcome) => outcome.ok && outcome.status === 201));
  const redirected = idsOf(outcomes.filter(({ hasNewRedirects }) => hasNewRedirects));
  return { outcome: 'done', articles, ...(redirected.length > 0 && { redirected }) };
}

function refuseCorrection(note: string | undefined): Problem | undefined {
  if (note === undefined) return undefined;
  return { parameter: 'correction', detail: 'goes with a change (PUT): there is nothing to correct yet' };
}

/** What a key that writes drafts is told of anything else: of what is public, and of what redirects to it. */
function refuseRole(
  caller: Caller,
  { status, formerUrls }: Pick<Article, 'status' | 'formerUrls'>,
): Outcome | undefined {
  if (hasRole(caller, 'publish') || (status === 'draft' && formerUrls === undefined)) return undefined;
  const what = status === 'draft' ? 'A redirect ("formerUrls")' : 'All but a draft ("status": "draft")';
  return { ok: false, code: 'role-needed', ...roleNeeded(caller, 'publish', what) };
}

/** What speaks against making this of an article. */
export function refuseChange(
  office: Office,
  caller: Caller,
  before: Article,
  content: ArticleContent,
): Outcome | undefined {
  const isNews = before.category !== content.category || before.publishedAt !== content.publishedAt;
  const problem = isNews ? refuseRetired(office, content) : undefined;
  if (problem !== undefined) return { ok: false, code: 'invalid-article', errors: [problem] };
  return refuseRole(caller, { status: before.status }) ?? refuseRole(caller, content);
}

export function refused({ isTooLarge, problems }: ParsedSubmission & { ok: false }): Outcome {
  return { ok: false, code: isTooLarge ? 'too-large' : 'invalid-article', errors: problems };
}

export function withdrawn(article: Article) {
  return { ok: false, code: 'withdrawn', detail: article.withdrawal?.reason, article } as const;
}

export function stale(article: Article): Outcome {
  const detail = `It is at version ${article.version} now: read it again, and make your change to that.`;
  return { ok: false, code: 'version-conflict', detail, article };
}

function sourceIdOf(item: ParsedSubmission | { readonly unread: unknown }): string | undefined {
  const source = 'ok' in item && item.ok ? item.content.source : undefined;
  return source && idFromSource(source);
}
