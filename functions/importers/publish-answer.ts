/** What the service did with one article. */
export type PublishedItem = {
  readonly result:
    'new' | 'already-there' | 'changed-since' | 'withdrawn' | 'too-large' | 'rejected' | 'not-sent';
  readonly id?: string;
  readonly url?: string;
  /** For `rejected`: what the service found wrong. */
  readonly reasons?: readonly string[];
};

export type PublishFailure = {
  readonly code:
    'unreachable' | 'unauthorized' | 'unsigned' | 'bad-signing-key' | 'busy' | 'unexpected-answer';
  readonly detail: string;
};

/** An answer for every draft, in their order; or the batch may not have arrived. */
export type PublishAnswer =
  | { readonly ok: true; readonly items: readonly PublishedItem[] }
  | { readonly ok: false; readonly failure: PublishFailure };
