import { atom } from './atom.ts';
import { caching } from './caching.ts';
import { conditional } from './conditional.ts';
import { content } from './content.ts';
import type { CatalogueEntry } from './entry.ts';
import { fetching } from './fetching.ts';
import { identity } from './identity.ts';
import { jsonFeed } from './json-feed.ts';
import { reading } from './reading.ts';
import { rss } from './rss.ts';
import { validators } from './validators.ts';

const entries = {
  ...fetching,
  ...reading,
  ...content,
  ...rss,
  ...atom,
  ...jsonFeed,
  ...identity,
  ...validators,
  ...conditional,
  ...caching,
};

export type FindingCode = keyof typeof entries;

/** Everything that the doctor can say of a feed. */
export const catalogue: Readonly<Record<FindingCode, CatalogueEntry>> = entries;
