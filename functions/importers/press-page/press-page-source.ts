import type { ArticleSource, Drafted } from '../draft.ts';
import { draftOrReason } from '../draft-or-reason.ts';
import type { PageGroup, RawPage } from '../page-source.ts';

/** Press pages as articles: each is read and parsed when its turn comes. */
export function createPressPageSource(
  draft: (page: RawPage) => Drafted,
  groups: readonly PageGroup[],
): ArticleSource {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  async function* items() {
    for (const { pages } of groups) {
      for await (const { name, read } of pages) {
        const answer = await read();
        done++;
        if (answer.ok) yield { name, ...draftOrReason(() => draft(answer.page)) };
        else yield { name, ok: false as const, problems: [answer.problem] };
      }
    }
  }
  return { items: items(), progress: () => (total === 0 ? 1 : Math.min(1, done / total)) };
}
