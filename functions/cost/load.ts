/** What a press office has, and what is asked of it. */
export type Load = {
  readonly articles: number;
  /** By feed readers and portals, of any feed. */
  readonly pollsPerDay: number;
  readonly searchesPerDay: number;
  /** Pages that people open, beside those of searches. */
  readonly pagesPerDay: number;
  /** Of the office's own, that those pages load and the reader's browser does not have. */
  readonly picturesPerDay: number;
  readonly publicationsPerDay: number;
  /** Addresses of feeds that somebody polls, each format for itself. */
  readonly polledFeeds: number;
};

/** Three offices to compare one's own with. */
export const loads = {
  regency: {
    articles: 36_000,
    pollsPerDay: 100_000,
    searchesPerDay: 5000,
    pagesPerDay: 20_000,
    picturesPerDay: 20_000,
    publicationsPerDay: 10,
    polledFeeds: 40,
  },
  province: {
    articles: 120_000,
    pollsPerDay: 600_000,
    searchesPerDay: 30_000,
    pagesPerDay: 150_000,
    picturesPerDay: 150_000,
    publicationsPerDay: 60,
    polledFeeds: 80,
  },
  national: {
    articles: 400_000,
    pollsPerDay: 5_000_000,
    searchesPerDay: 250_000,
    pagesPerDay: 1_500_000,
    picturesPerDay: 1_500_000,
    publicationsPerDay: 400,
    polledFeeds: 200,
  },
} as const satisfies Record<string, Load>;

export type LoadName = keyof typeof loads;
