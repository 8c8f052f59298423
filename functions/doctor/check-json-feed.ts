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
  const head = v.safeParse(jsonHead, value);
  const findings = head.success ? [] : head.issues.map((issue) => toFinding(issue));
  const items = itemsOf(value);
  const version = 'version' in value ? value.version : undefined;
  if (version === `${versions}1`) findings.push(finding('json-version-1'));
  else if (version !== `${versions}1.1`) {
    findings.push(
      finding('json-version', { version: typeof version === 'string' ? excerpt(version) : typeof version }),
    );
  }
  if (head.success) {
    const { home_page_url: home, feed_url: self, next_url: next } = head.output;
    for (const [element, address] of Object.entries({
      home_page_url: home,
      feed_url: self,
      next_url: next,
    })) {
      if (address !== undefined) findings.push(...checkAddress(element, address, {}));
    }
    if (version === `${versions}1.1`) {
      if (head.output.author !== undefined && head.output.authors === undefined) {
        findings.push(finding('json-author-old', {}));
      }
      findings.push(...checkLanguage(head.output.language));
    }
  }
  if (items.length === 0) findings.push(finding('feed-empty'));
  const parsed = items.map((item) => v.safeParse(jsonItem, item));
  return [
    ...findings,
    ...parsed.flatMap((item, index) =>
      item.success
        ? checkJsonItem(item.output, at, index + 1)
        : item.issues.map((issue) => toFinding(issue, index + 1)),
    ),
    ...checkRepeatedIds(parsed.map((item) => (item.success ? String(item.output.id) : undefined))),
  ];
}

function itemsOf(value: object): readonly unknown[] {
  return 'items' in value && Array.isArray(value.items) ? value.items : [];
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
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) return [];
    return [finding('id-repeated', { id: excerpt(id), first: String(first + 1) }, { item: index + 1 })];
  });
}

const versions = 'https://jsonfeed.org/version/';
