import * as v from 'valibot';
import { checkAddress } from './addresses.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import { type JsonIssue, jsonHead, jsonItem } from './json-schema.ts';
import { checkJsonItem } from './json-item.ts';
import { checkLanguage } from './language.ts';

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1); a feed of version 1 is read by its own rules and advised to move.
 *
 * @param at when it was fetched, against which dates are held
 */
export function checkJsonFeed(value: object, at: Date): Finding[] {
  const items = 'items' in value && Array.isArray(value.items) ? value.items : [];
  const parsed = items.map((item) => v.safeParse(jsonItem, item));
  return [
    ...checkHead(value),
    ...(items.length === 0 ? [finding('feed-empty')] : []),
    ...parsed.flatMap((item, index) =>
      item.success
        ? checkJsonItem(item.output, at, index + 1)
        : item.issues.map((issue) => toFinding(issue, index + 1)),
    ),
    ...checkRepeatedIds(parsed.map((item) => (item.success ? String(item.output.id) : undefined))),
  ];
}

function checkHead(value: object): Finding[] {
  const version = 'version' in value ? value.version : undefined;
  const findings = checkVersion(version);
  const head = v.safeParse(jsonHead, value);
  if (!head.success) return [...findings, ...head.issues.map((issue) => toFinding(issue))];
  for (const field of ['home_page_url', 'feed_url', 'next_url'] as const) {
    const address = head.output[field];
    if (address !== undefined) findings.push(...checkAddress(field, address, {}));
  }
  // Version 1 had one author and no language.
  if (version !== `${versions}1.1`) return findings;
  if (head.output.author !== undefined && head.output.authors === undefined) {
    findings.push(finding('json-author-old'));
  }
  return [...findings, ...checkLanguage(head.output.language)];
}

function checkVersion(version: unknown): Finding[] {
  if (version === `${versions}1.1`) return [];
  if (version === `${versions}1`) return [finding('json-version-1')];
  return [
    finding('json-version', { version: typeof version === 'string' ? excerpt(version) : typeof version }),
  ];
}

function toFinding(issue: JsonIssue, item?: number): Finding {
  const field = v.getDotPath(issue) ?? '';
  const place = item === undefined ? {} : { item };
  const isMissing = issue.received === 'undefined';
  if (isMissing) return finding('json-field-missing', { field }, place);
  return finding(
    'json-field-type',
    { field, expected: issue.expected ?? '', received: issue.received },
    place,
  );
}

function checkRepeatedIds(ids: readonly (string | undefined)[]): Finding[] {
  const seen = new Map<string, number>();
  return ids.flatMap((id, index) => {
    if (id === undefined) return [];
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index + 1);
    if (first === undefined) return [];
    return [finding('id-repeated', { id: excerpt(id), first: String(first) }, { item: index + 1 })];
  });
}

const versions = 'https://jsonfeed.org/version/';
