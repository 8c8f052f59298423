import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { createAddressClaims } from './address-claims.ts';
import type { Article, ArticleContent } from './article.ts';
import { contentDigest, idFromSeed, idFromSource } from './identity.ts';
import {
  type List,
  type StoredArticle,
  addressKey,
  articleKey,
  fromItem,
  slugKey,
  toItem,
  toRemovalItem,
  unchangedSince,
} from './item.ts';
import { type ArticleKey, type KeyBounds, type KeyPage, queryKeys } from './list-keys.ts';
import { toPosition } from './position.ts';
import { createPutItem } from './put-item.ts';
import { readMany } from './read-many.ts';
import { removalsOf } from './removals.ts';
import { createVersionHistory } from './version-history.ts';
import { isPublic } from './visibility.ts';

export type Created = {
  readonly outcome: 'created' | 'unchanged' | 'differs' | 'withdrawn';
  readonly article: Article;
  /** Where the article was here: former addresses lead to it that did not before. */
  readonly hasNewRedirects?: true;
};

export type Saved =
  | { readonly outcome: 'saved'; readonly article: Article }
  | { readonly outcome: 'stale'; readonly article: Article }
  | { readonly outcome: 'withdrawn'; readonly article: Article }
  | { readonly outcome: 'absent' };

/** What goes along with an article. */
export type Wishes = {
  readonly slug?: string | undefined;
  /** Name of the key that writes. */
  readonly by?: string | undefined;
};

export type ArticleRepository = ReturnType<typeof createArticleRepository>;

/**
 * The articles in DynamoDB. Every save is one conditional write on the version: no transaction, and no
 * update is lost. `onSaved` is told of every article written through this repository.
 */
export function createArticleRepository(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
  readonly onSaved?: (article: Article) => void;
}) {
  const { client, tableName, now, onSaved } = dependencies;
  const history = createVersionHistory(dependencies);
  const putItem = createPutItem(dependencies);
  const { claimSlug, claimAddresses } = createAddressClaims(putItem);

  /**
   * Issues an id and writes version 1. An article whose source or seed is known already is not written again:
   * the outcome says whether what is there was submitted alike, differs, or was withdrawn.
   */
  async function create(
    content: ArticleContent,
    {
      slug,
      by,
      seed,
    }: Wishes & {
      /** Stands for the source where there is none: the same always gives the same id. */
      readonly seed?: string | undefined;
    } = {},
  ): Promise<Created> {
    const { source } = content;
    const isKnown = source !== undefined || seed !== undefined;
    const seeded = seed === undefined ? ulid(now().getTime()) : idFromSeed(seed);
    const id = source === undefined ? seeded : idFromSource(source);
    const submittedDigest = isKnown ? contentDigest(content) : undefined;
    const existing = isKnown ? await read(id) : undefined;
    if (existing !== undefined) return meet(existing, content.formerUrls, submittedDigest);

    const article: Article = {
      ...content,
      id,
      slug: await claimSlug(id, content, slug),
      version: 1,
      updatedAt: now().toISOString(),
      ...(by !== undefined && { by }),
    };
    await claimAddresses(id, content.formerUrls);
    if (await put({ article, submittedDigest })) return { outcome: 'created', article };
    return meet(await readAgain(id), content.formerUrls, submittedDigest);
  }

  /**
   * Replaces what a writer decided. A new slug leaves the old one behind as a redirect; a note on what was
   * corrected stays with the article. A withdrawn article stays withdrawn unless this brings it back.
   */
  async function save(
    id: string,
    version: number,
    content: ArticleContent,
    {
      slug,
      correction,
      by,
      bringsBack = false,
    }: Wishes & { readonly correction?: string | undefined; readonly bringsBack?: boolean } = {},
  ): Promise<Saved> {
    return change(id, version, { by, bringsBack }, async (article, at) => {
      const claimed =
        slug === undefined || slug === article.slug ? article.slug : await claimSlug(id, content, slug);
      await claimAddresses(id, content.formerUrls);
      const formerSlugs = [...(article.formerSlugs ?? []), article.slug].filter((own) => own !== claimed);
      const corrections = [
        ...(article.corrections ?? []),
        ...(correction === undefined ? [] : [{ at, note: correction }]),
      ];
      const formerUrls = [...new Set([...(article.formerUrls ?? []), ...(content.formerUrls ?? [])])];
      return {
        ...content,
        id,
        slug: claimed,
        ...(formerSlugs.length > 0 && { formerSlugs }),
        ...(formerUrls.length > 0 && { formerUrls }),
        ...(corrections.length > 0 && { corrections }),
      };
    });
  }

  /** Takes an article out of every list; what stays is a tombstone with the reason. */
  async function withdraw(id: string, version: number, reason: string, by?: string): Promise<Saved> {
    return change(id, version, { by, bringsBack: false }, async (article, at) => {
      const wasPublic = isPublic(article, new Date(at)) || (await history.hasBeenPublic(article));
      const withdrawal = wasPublic ? { at, reason } : { at, reason, isUnseen: true as const };
      return { ...article, status: 'withdrawn', withdrawal };
    });
  }

  async function findById(id: string): Promise<Article | undefined> {
    // Anybody may ask for anything: a key that was never issued is not worth a read, and may be no key.
    if (!/^[0-9A-Z]{26}$/.test(id)) return undefined;
    return (await read(id))?.article;
  }

  /** The article that owns the slug, now or formerly: where `article.slug` is another, redirect to it. */
  async function findBySlug(slug: string): Promise<Article | undefined> {
    if (!/^[a-z0-9-]{1,120}$/.test(slug)) return undefined;
    const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: slugKey(slug) }));
    const articleId = Item?.['articleId']?.S;
    return articleId === undefined ? undefined : findById(articleId);
  }

  /** The article that formerly stood at one of these addresses, as `toFormerAddresses` makes them. */
  async function findByFormerAddress(addresses: readonly string[]): Promise<Article | undefined> {
    for (const address of addresses) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: addressKey(address) }),
      );
      const articleId = Item?.['articleId']?.S;
      if (articleId !== undefined) return findById(articleId);
    }
    return undefined;
  }

  /** The keys of a list's members up to now, newest first; never an article under embargo. */
  function listKeys(
    query: List & Omit<KeyBounds, 'until'> & { readonly until?: string | undefined },
  ): Promise<KeyPage> {
    const latest = now().toISOString();
    const until = query.until !== undefined && query.until < latest ? query.until : latest;
    return queryKeys(client, tableName, { ...query, until });
  }

  /** Every published article's key, those under embargo included: what an index is held against. */
  async function* allKeys(): AsyncGenerator<ArticleKey> {
    let after: string | undefined;
    for (;;) {
      const { keys, next } = await queryKeys(client, tableName, { limit: 1000, until: '9999', after });
      yield* keys;
      after = keys.at(-1)?.position;
      if (next === undefined) return;
    }
  }

  /**
   * The published articles of these ids, in that order, without those that are no longer published or have been
   * put under embargo.
   * An index may run ahead of an eventually consistent read: what looks older than its key is read again.
   */
  async function findMany(keys: readonly { id: string; version?: number }[]): Promise<Article[]> {
    const found = await readMany(
      dependencies,
      keys.map((key) => key.id),
      { isConsistent: false },
    );
    const at = now();
    const late = keys.filter((key) => (found.get(key.id)?.version ?? 0) < (key.version ?? 1));
    const again = await readMany(
      dependencies,
      late.map((key) => key.id),
      { isConsistent: true },
    );
    return keys.flatMap(({ id }) => {
      const article = again.get(id) ?? found.get(id);
      return article !== undefined && isPublic(article, at) ? [article] : [];
    });
  }

  /** The articles of these ids as they are now, whatever their status; an id that is not known is left out. */
  function readLatest(ids: readonly string[]): Promise<ReadonlyMap<string, Article>> {
    return readMany(dependencies, ids, { isConsistent: true });
  }

  return {
    create,
    save,
    withdraw,
    findById,
    findBySlug,
    findByFormerAddress,
    listKeys,
    allKeys,
    findMany,
    readLatest,
  };

  async function change(
    id: string,
    version: number,
    how: { readonly by: string | undefined; readonly bringsBack: boolean },
    edit: (article: Article, at: string) => Promise<Omit<Article, 'version' | 'updatedAt'>>,
  ): Promise<Saved> {
    const stored = await read(id);
    if (stored === undefined) return { outcome: 'absent' };
    const before = stored.article;
    if (before.status === 'withdrawn' && !how.bringsBack) return { outcome: 'withdrawn', article: before };
    if (before.version !== version) return { outcome: 'stale', article: before };

    const updatedAt = now().toISOString();
    const { by: _, ...edited } = await edit(before, updatedAt);
    const article: Article = {
      ...edited,
      version: version + 1,
      updatedAt,
      ...(how.by !== undefined && { by: how.by }),
    };
    await history.keep(before);
    // The removal goes first: a crash between the two writes can only make a list look changed.
    const left = toPosition(before.publishedAt, id);
    for (const list of removalsOf(before, article, updatedAt))
      await putItem(toRemovalItem(list, left, updatedAt));
    const isWritten = await put({ ...stored, article }, before);
    return isWritten ? { outcome: 'saved', article } : change(id, version, how, edit);
  }

  async function read(id: string): Promise<StoredArticle | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: articleKey(id), ConsistentRead: true }),
    );
    return Item && fromItem(Item);
  }

  /** Writes if what is stored is still what was read (undefined: nothing); says whether it did. */
  async function put(stored: StoredArticle, before?: Article): Promise<boolean> {
    const isWritten = await putItem(toItem(stored), ...unchangedSince(before));
    if (isWritten) onSaved?.(stored.article);
    return isWritten;
  }

  /** Sent again, and perhaps with addresses not told before: they redirect from now on, in the same version. */
  async function meet(
    stored: StoredArticle,
    addresses: readonly string[] = [],
    digest: string | undefined,
  ): Promise<Created> {
    const { article } = stored;
    const known = article.formerUrls ?? [];
    const added = addresses.filter((address) => !known.includes(address));
    const outcome = compare(stored, digest);
    if (added.length === 0) return { outcome, article };
    const hasNewRedirects = await claimAddresses(article.id, added);
    const named = { ...article, formerUrls: [...known, ...added] };
    // Where it was saved meanwhile, what is there now is to name them.
    const isWritten = await put({ ...stored, article: named }, article);
    if (!isWritten) return meet(await readAgain(article.id), addresses, digest);
    return { outcome, article: named, ...(hasNewRedirects && { hasNewRedirects }) };
  }

  async function readAgain(id: string): Promise<StoredArticle> {
    const stored = await read(id);
    if (stored === undefined) throw new Error(`cannot create article ${id}: written elsewhere, and gone`);
    return stored;
  }
}

function compare({ article, submittedDigest }: StoredArticle, digest: string | undefined) {
  if (article.status === 'withdrawn') return 'withdrawn';
  return submittedDigest === digest ? 'unchanged' : 'differs';
}
