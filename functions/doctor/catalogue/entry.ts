export type Language = 'id' | 'en';

/**
 * Error: a standard's must is broken, or readers lose articles. Warning: a standard's should, or readers are
 * hurt. Note: good to know.
 */
export type Severity = 'error' | 'warning' | 'note';

export type CatalogueEntry = {
  readonly severity: Severity;
  /** What is so, what readers see of it, and the cure. Names in braces are filled from the finding's values. */
  readonly id: readonly [what: string, seen: string, cure: string];
  readonly en: readonly [what: string, seen: string, cure: string];
};
