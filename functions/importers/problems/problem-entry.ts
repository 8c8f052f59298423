/** Refused: it is not imported. Doubtful: it is, and somebody should look. */
export type Severity = 'refused' | 'doubtful';

export type ProblemEntry = {
  readonly severity: Severity;
  /** The message, then the cure. Names in braces are filled from the problem's values. */
  readonly id: readonly [string, string];
  readonly en: readonly [string, string];
};
