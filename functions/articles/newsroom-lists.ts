import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Article } from './article.ts';
import { type ArticleKey, queryKeys } from './list-keys.ts';
import { readMany } from './read-many.ts';
import { toSlug } from './slug.ts';

/** Where an article is on its way, as its office sees it. */
export type NewsroomState = (typeof newsroomStates)[number];

export const newsroomStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const;

export type NewsroomQuery = {
  readonly state: NewsroomState;
  /** Words of the headline; empty for all. */
  readonly words: string;
  readonly limit: number;
  /** The `next` of a former page. */
  readonly after?: string | undefined;
};

export type NewsroomPage = {
  /** Published ones by their time, scheduled ones the soonest first, the others by when they were last saved. */
  readonly articles: readonly Article[];
  /** Undefined on the last page, and for the scheduled, which come all at once. */
  readonly next: string | undefined;
};

export type NewsroomLists = ReturnType<typeof createNewsroomLists>;

/** What the newsroom works on, by state: also what readers do not see. */
export function createNewsroomLists(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
}) {
  const { client, tableName, now } = dependencies;

  return {
    /**
     * One page of a state. With words, the newest {@link maxSought} are looked through: by the words of the
     * address, which the index has, so that only what is shown is read.
     */
    async page({ state, words, limit, after }: NewsroomQuery): Promise<NewsroomPage> {
      const most = state === 'scheduled' ? maxSought : limit;
      const wanted = toSlug(words).split('-').filter(Boolean);
      const keys: ArticleKey[] = [];
      let position = after;
      let next: ArticleKey | undefined;
      for (let seen = 0; seen < maxSought;) {
        const page = await queryKeys(client, tableName, boundsOf(state, wanted.length > 0, most, position));
        seen += page.keys.length;
        for (const key of page.keys) {
          if (!wanted.every((word) => isIn(key.slug, word))) continue;
          if (keys.length === most) return { articles: await read(state, keys), next: keys.at(-1)?.position };
          keys.push(key);
        }
        next = page.next;
        position = page.keys.at(-1)?.position;
        if (next === undefined || wanted.length === 0) break;
      }
      const isCut = next !== undefined && wanted.length === 0 && state !== 'scheduled';
      return { articles: await read(state, keys), next: isCut ? keys.at(-1)?.position : undefined };
    },
  };

  function boundsOf(state: NewsroomState, isSought: boolean, limit: number, after: string | undefined) {
    const at = now().toISOString();
    const bounds = { limit: isSought ? pageOfKeys : limit, after };
    if (state === 'published') return { ...bounds, until: at };
    if (state === 'scheduled') return { limit, after: undefined, from: at, until: '9999', isAscending: true };
    return { ...bounds, status: state, until: '9999' };
  }

  /** As they are now: the index may be a moment behind. */
  async function read(state: NewsroomState, keys: readonly ArticleKey[]): Promise<Article[]> {
    const ids = keys.map(({ id }) => id);
    const found = await readMany(dependencies, ids, { isConsistent: true });
    return ids.flatMap((id) => {
      const article = found.get(id);
      return article !== undefined && stateOf(article, now()) === state ? [article] : [];
    });
  }
}

/** Published, but not yet to be seen: scheduled. */
export function stateOf({ status, publishedAt }: Article, now: Date): NewsroomState {
  return status === 'published' && Date.parse(publishedAt) > now.getTime() ? 'scheduled' : status;
}

/** Whether a word of the address begins so: `jembat` finds `jembatan-kali-welang-dibuka`. */
function isIn(slug: string, word: string): boolean {
  return slug.startsWith(word) || slug.includes(`-${word}`);
}

const maxSought = 10_000;
const pageOfKeys = 1000;
