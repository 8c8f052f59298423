import * as v from 'valibot';

/** Some articles were saved, or will be out: when it is due, hubs are told of the lists that this changed. */
export type Notice = {
  readonly ids: readonly string[];
  /** RFC 3339, UTC: not before. */
  readonly dueAt: string;
  /** How often it was tried in vain. */
  readonly attempt: number;
};

/** @param settleMs how long after a change every copy that readers are given shows it */
export function noticeOf(ids: readonly string[], changeAt: Date, settleMs: number): Notice {
  return { ids, dueAt: new Date(changeAt.getTime() + settleMs).toISOString(), attempt: 0 };
}

export function renderNotice(notice: Notice): string {
  return JSON.stringify(notice);
}

/** @throws where the text is none of ours */
export function parseNotice(text: string): Notice {
  return v.parse(schema, JSON.parse(text));
}

const schema = v.object({
  ids: v.array(v.string()),
  dueAt: v.pipe(v.string(), v.isoTimestamp()),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
