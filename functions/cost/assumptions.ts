/** What cannot be counted beforehand, chosen on the dear side. Times are of a whole call, in milliseconds. */
export const assumptions = {
  daysPerMonth: 30.4,
  /** How long the edge keeps a feed or a page (`s-maxage`, functions/http/cache-policy.ts). */
  edgeSeconds: 60,
  /** Copies of an answer that the edge keeps: for places and codings of their own. */
  edgeCopies: 3,
  /** Of all polls, those that bring a validator and are told that nothing has changed. */
  conditionalShare: 0.7,
  /** Feeds that one publication changes: latest, category and tag in three formats. */
  changedFeeds: 9,
  correctionsPerPublication: 0.2,
  /** Of the office's own; none of an archive that shows those of its former host. */
  picturesPerArticle: 1,
  /** A photograph as the desk keeps it: 1600 on the longer side. Offices' photographs differ. */
  pictureBytes: 300_000,
  /** Of the pictures that are loaded, those that the edge fetches from the bucket. */
  picturesPastEdge: 0.1,
  /** Of the pages that people open: of articles that the edge does not have. Front and lists it has. */
  pagesPastEdge: 0.5,
  /** Of a search's readers, how many completions are asked for while they type. */
  completionsPerSearch: 3,
  containerStartsPerDay: 150,
  segmentsPerIndex: 8,
  containers: 3,
  /** Platform lines of Lambda beside our own. */
  lambdaLogBytes: 750,
  milliseconds: {
    poll: 6,
    feed: 40,
    page: 40,
    search: 60,
    completion: 10,
    publication: 120,
    /** Read, turned, made smaller and written, 12 million pixels. */
    picture: 5000,
    indexing: 600,
    containerStart: 1200,
    /** Every night, for a thousand articles: compact looks at each, and merges what is small. */
    compactPerThousand: 150,
  },
  /** As the stack has them (infra/); the test holds them together. */
  memoryMiB: { reading: 1024, publishing: 1769, indexer: 1769, compact: 3008 },
  /** Parts of the stack that are paid for by the month. */
  alarms: 10,
  dashboards: 1,
  secrets: 1,
} as const;
