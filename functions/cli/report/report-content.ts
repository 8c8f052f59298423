import type { MappedCategory } from '../../importers/category-map.ts';
import type { ImportLanguage } from '../../importers/messages.ts';
import type { ArticleOutcome, ImportEnd } from '../../importers/run.ts';
import type { Tally } from './tally.ts';

/** All that a report tells. */
export type ReportContent = {
  readonly tally: Tally;
  readonly end: ImportEnd;
  readonly categories: readonly MappedCategory[];
  readonly finishedAt: Date;
  /** Undefined in a dry run. */
  readonly service: string | undefined;
  readonly language: ImportLanguage;
  /** Every outcome, from the first; may be asked for again. */
  readonly outcomes: () => AsyncIterable<ArticleOutcome>;
};
