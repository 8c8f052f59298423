/** What there is to set about. */
export const acts = [
  'article-created',
  'article-changed',
  'redirects-added',
  'article-withdrawn',
  'article-brought-back',
  'batch-published',
  'archive-exported',
  'archive-restored',
  'key-created',
  'key-revoked',
  'lexicon-changed',
] as const;
