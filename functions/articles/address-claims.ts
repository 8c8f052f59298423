import type { ArticleContent } from './article.ts';
import { addressKey, slugKey } from './item.ts';
import type { PutItem } from './put-item.ts';
import { slugCandidates } from './slug.ts';

/** Reserves for an article the addresses under which it is found: whoever comes first has one, for ever. */
export function createAddressClaims(putItem: PutItem) {
  /** @param wish the slug that a writer asked for */
  async function claimSlug(id: string, content: ArticleContent, wish?: string): Promise<string> {
    for (const slug of slugCandidates(wish ?? content.title, content.publishedAt, id)) {
      const item = { ...slugKey(slug), articleId: { S: id } };
      if (await putItem(item, isFreeOrOwn, { ':id': { S: id } })) return slug;
    }
    throw new Error(`cannot name article ${id}: every slug for it is taken`);
  }

  /**
   * Each goes to the article that came first; a later one that stood there too is not found under it. Says
   * whether this one has any of them.
   */
  async function claimAddresses(id: string, addresses: readonly string[] = []): Promise<boolean> {
    let hasAny = false;
    for (const address of addresses) {
      const item = { ...addressKey(address), articleId: { S: id } };
      if (await putItem(item, isFreeOrOwn, { ':id': { S: id } })) hasAny = true;
    }
    return hasAny;
  }

  return { claimSlug, claimAddresses };
}

const isFreeOrOwn = 'attribute_not_exists(pk) OR articleId = :id';
