/** What one operation asks of table and bucket. */
export type Counted = {
  /** Requests by their name in the SDK. */
  readonly requests: Readonly<Record<string, number>>;
  /** DynamoDB's read request units: half a unit for 4 KB, a whole one where the read is consistent. */
  readonly readUnits: number;
  /** DynamoDB's write request units: one for each KB, and one for each list that the item stands in. */
  readonly writeUnits: number;
};

/**
 * What Warta asks of table and bucket, operation by operation, with articles of about 260 words.
 * `test/integration/cost.test.ts` counts every one of them in the running app, and `estimate.ts` multiplies
 * them: there is no other figure of this kind.
 */
export const countedOperations = {
  /** A poll of a feed that has not changed: one query of keys. */
  pollUnchanged: { requests: { Query: 1 }, readUnits: 1.5, writeUnits: 0 },
  /** The same within the second for which a container trusts its last look. */
  pollAtOnce: { requests: {}, readUnits: 0, writeUnits: 0 },
  /** A feed of 30 articles: the keys, and the articles. */
  feed: { requests: { Query: 1, BatchGetItem: 1 }, readUnits: 16.5, writeUnits: 0 },
  /** The front page: the latest, and each category's. */
  frontPage: { requests: { Query: 9, BatchGetItem: 1 }, readUnits: 49, writeUnits: 0 },
  /** An article's page, with its neighbours and what is like it. */
  articlePage: { requests: { GetItem: 2, Query: 2, BatchGetItem: 1 }, readUnits: 5.5, writeUnits: 0 },
  /** A search with 20 hits in a container that has the index. */
  search: { requests: { BatchGetItem: 1 }, readUnits: 10, writeUnits: 0 },
  /** A container's look at the manifest, every two seconds while it is searched. */
  manifestLook: { requests: { GetItem: 1 }, readUnits: 0.5, writeUnits: 0 },
  /**
   * A container's first search fetches manifest, lexicon and segments: here one that was built, one of the day.
   * The lexicon is looked at again every half minute, which is not counted beside the manifest's looks.
   */
  firstSearch: {
    requests: { GetItem: 2, GetObject: 2, BatchGetItem: 1 },
    readUnits: 11,
    writeUnits: 0,
  },
  /** A picture of the desk. */
  pictureKept: { requests: { PutObject: 1 }, readUnits: 0, writeUnits: 0 },
  /** A new article and its slug, and who wrote it: noted before and after. */
  publication: { requests: { PutItem: 4 }, readUnits: 0, writeUnits: 8 },
  /** A correction: the article as it was is kept beside the new one; noted before and after. */
  correction: { requests: { GetItem: 2, PutItem: 4 }, readUnits: 2, writeUnits: 10 },
  /** The indexer, for one change: manifest, article, a segment, the manifest's successor. */
  indexing: {
    requests: { GetItem: 1, BatchGetItem: 1, PutObject: 1, PutItem: 1 },
    readUnits: 2,
    writeUnits: 1,
  },
} as const satisfies Record<string, Counted>;

/** Bytes of what is stored and sent, for the same articles; the same test holds them against the real ones. */
export const measuredBytes = {
  /** Of the table, for an article with its slug, its entries in two indexes and DynamoDB's own 100 bytes each. */
  storedArticle: 3700,
  /** Of the segments, for an article. */
  indexedArticle: 1500,
  /** Compressed, as they leave the edge. */
  feed: 24_600,
  page: 4300,
  searchAnswer: 4600,
  /** Headers alone. */
  notModified: 500,
  /** Our own line for a request. */
  logLine: 95,
} as const;
