import type { Drafted } from './draft.ts';

/**
 * Makes a draft of one page or entry. A fault of ours at one of them is told of that one, and does not keep
 * the thousands behind it out.
 */
export function draftOrReason(draft: () => Drafted): Drafted {
  try {
    return draft();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, problems: [{ code: 'not-understood', values: { reason: reason.slice(0, 300) } }] };
  }
}
