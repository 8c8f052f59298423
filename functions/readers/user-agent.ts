/** What a feed reader that fetches once for many people says of itself. */
export type ReportedReaders = {
  /** The reader's name, without its version. */
  readonly client: string;
  readonly subscribers: number;
};

/**
 * The `N subscribers` that aggregators write in their user agent, or undefined where one writes none. Of the
 * rest nothing is kept.
 */
export function parseReportedReaders(userAgent: string): ReportedReaders | undefined {
  const count = /\b(\d{1,9}) (?:subscriber|reader|user)s?\b/i.exec(userAgent)?.[1];
  if (count === undefined) return undefined;
  const client = clientOf(userAgent);
  return client === '' ? undefined : { client, subscribers: Number(count) };
}

/** A name in the comment of those that call themselves Mozilla; otherwise the first product's name. */
function clientOf(userAgent: string): string {
  const compatible = /\(compatible; ([^;/)]+)/i.exec(userAgent)?.[1];
  const name = compatible ?? userAgent.split(/\/| - |[(;]|\bfeed-id\b|\s\d/)[0] ?? '';
  if (/^\d/.test(name)) return '';
  return name
    .replace(/[^\w. -]/g, '')
    .trim()
    .slice(0, 40);
}
