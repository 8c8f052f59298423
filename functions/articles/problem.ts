/** What is wrong with one part of what came in, for whoever sent it. */
export type Problem = {
  /** A parameter, or the path of a field: `images.0.url`. */
  readonly parameter: string;
  readonly detail: string;
};
