import type { Dependencies } from './dependencies.ts';

/** Notes a search, in the log without its words; a figure that is not written is no reason to keep an answer from its reader. */
export async function countSearch(
  { searches, log }: Pick<Dependencies, 'searches' | 'log'>,
  { q, cursor }: { readonly q: string; readonly cursor?: string | undefined },
  total: number,
): Promise<void> {
  // Whoever turns a page has not sought again.
  if (cursor !== undefined) return;
  if (q.trim() !== '') log({ level: 'info', event: 'search', total });
  try {
    await searches.count(q, total);
  } catch (error) {
    log({ level: 'warn', event: 'search-not-counted', error: String(error) });
  }
}
