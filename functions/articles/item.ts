import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Article } from './article.ts';
import { leftPosition, toPosition } from './position.ts';
import { articleTable } from './table.ts';

export type Item = Record<string, AttributeValue>;

/** What the table keeps of an article beside what the service shows. */
export type StoredArticle = {
  readonly article: Article;
  /** Digest of what was first submitted, for articles that have a source. */
  readonly submittedDigest: string | undefined;
};

/** What the partition key of an article begins with, before its id. */
export const articleKeyPrefix = 'article#';

export function articleKey(id: string): Item {
  return marshall({ pk: articleKeyPrefix + id, sk: 'article' });
}

export function slugKey(slug: string): Item {
  return marshall({ pk: `slug#${slug}`, sk: 'slug' });
}

/** @param address as `toFormerAddress` makes it */
export function addressKey(address: string): Item {
  return marshall({ pk: `address#${address}`, sk: 'address' });
}

/** The key of a version that was replaced: they sort as numbers do. */
export function versionKey(id: string, version: number): Item {
  return marshall({ pk: `article#${id}`, sk: `version#${String(version).padStart(9, '0')}` });
}

/** A former version stands in no list. */
export function toVersionItem(article: Article): Item {
  return {
    ...versionKey(article.id, article.version),
    ...marshall(article, { removeUndefinedValues: true }),
  };
}

/**
 * Only a published article stands in the lists that readers see. A draft and a tombstone stand in a list of
 * their own, which the newsroom reads, by when they were last saved.
 */
export function toItem({ article, submittedDigest }: StoredArticle): Item {
  return {
    ...articleKey(article.id),
    ...marshall({ ...article, ...listKeys(article), submittedDigest }, { removeUndefinedValues: true }),
  };
}

/**
 * The condition, and its values, that an article is stored as it was read (undefined: not at all). Former
 * addresses are added without a version of their own, and never taken away: their number tells.
 */
export function unchangedSince(before: Article | undefined): [condition: string, values?: Item] {
  if (before === undefined) return ['attribute_not_exists(pk)'];
  const { version, formerUrls } = before;
  const former = formerUrls === undefined ? 'attribute_not_exists(formerUrls)' : 'size(formerUrls) = :former';
  const values = marshall(
    { ':version': version, ':former': formerUrls?.length },
    { removeUndefinedValues: true },
  );
  return [`version = :version AND ${former}`, values];
}

export function fromItem(item: Item): StoredArticle {
  const attributes = unmarshall(item);
  const submittedDigest: unknown = attributes['submittedDigest'];
  for (const name of storeAttributes) delete attributes[name];
  return {
    // The table holds what toItem wrote: this is the decoder's one assertion.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    article: attributes as Article,
    submittedDigest: typeof submittedDigest === 'string' ? submittedDigest : undefined,
  };
}

/**
 * A removal stands in its list at the position that the article left: whoever reads the keys around it, and
 * nobody else, sees that one is gone since.
 */
export function toRemovalItem(list: List, position: string, at: string): Item {
  const index = list.category === undefined ? articleTable.indexes.all : articleTable.indexes.category;
  const partition = listPartition(list);
  return marshall({
    pk: `removal#${partition}#${position}`,
    sk: 'removal',
    [index.partitionKey]: partition,
    [index.sortKey]: leftPosition(position),
    updatedAt: at,
  });
}

/** A list of published articles that the table itself keeps: all of them, or those of one category. */
export type List = { readonly category?: string | undefined };

/** The articles that readers do not see, the last saved first. */
export type UnseenList = { readonly status: Exclude<Article['status'], 'published'> };

/** The value of the index's partition key for a list. */
export function listPartition(list: List | UnseenList): string {
  if ('status' in list) return `status#${list.status}`;
  return list.category === undefined ? 'all' : `category#${list.category}`;
}

function listKeys(article: Article) {
  const { status } = article;
  if (status !== 'published') {
    return {
      [articleTable.indexes.all.partitionKey]: listPartition({ status }),
      position: toPosition(article.updatedAt, article.id),
    };
  }
  return {
    [articleTable.indexes.all.partitionKey]: listPartition({}),
    [articleTable.indexes.category.partitionKey]: listPartition({ category: article.category }),
    position: toPosition(article.publishedAt, article.id),
  };
}

const storeAttributes = ['pk', 'sk', 'allList', 'categoryList', 'position', 'submittedDigest'];
