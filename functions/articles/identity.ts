import { createHash } from 'node:crypto';
import type { ArticleContent, Source } from './article.ts';

/**
 * The id of an article that came from elsewhere: a ULID whose 128 bits are a digest of the source. The same
 * source always gives the same id, so creating it twice is refused by the table itself, whatever was
 * interrupted or runs beside it.
 */
export function idFromSource(source: Source): string {
  return toId(identityOf(source));
}

/** The same of a request that may be sent again and says so; it is the id of no source. */
export function idFromSeed(seed: string): string {
  return toId(`seed:${seed}`);
}

function toId(identity: string): string {
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  let bits = BigInt(`0x${digest}`);
  let id = '';
  for (let length = 0; length < 26; length++) {
    id = crockford.charAt(Number(bits % 32n)) + id;
    bits /= 32n;
  }
  return id;
}

/**
 * A digest of all that a writer decided: two submissions with the same digest say the same. Where an article
 * stood before is no part of what it says.
 */
export function contentDigest(article: ArticleContent): string {
  const { formerUrls: _, ...content } = article;
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}

/** The sender's own identifier outlives an address, so it goes first. */
function identityOf(source: Source): string {
  return source.id === undefined ? `url:${source.url ?? ''}` : `id:${source.id}`;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
