import { checkAddress } from './addresses.ts';
import { checkRfc3339 } from './dates.ts';
import { type Finding, type Place, excerpt, finding } from './finding.ts';
import { checkHtml } from './html.ts';
import type { JsonItem } from './json-schema.ts';
import { checkMediaType } from './media-types.ts';

/** One item of JSON Feed 1.1, its fields being of the right types. */
export function checkJsonItem(item: JsonItem, at: Date, position: number): Finding[] {
  const { id, title, content_html: html, content_text: text, attachments = [] } = item;
  const place: Place = { item: position, ...(title === undefined ? {} : { title: excerpt(title) }) };
  const findings: Finding[] = [];
  if (typeof id === 'number') findings.push(finding('json-id-number', { id: String(id) }, place));
  if (id === '') findings.push(finding('json-field-missing', { field: 'id' }, place));
  if (html === undefined && text === undefined) findings.push(finding('json-content-missing', {}, place));
  if (html !== undefined) findings.push(...checkHtml('content_html', html, place));

  const { url, external_url: external, image, banner_image: banner } = item;
  for (const [field, address] of Object.entries({
    url,
    external_url: external,
    image,
    banner_image: banner,
  })) {
    if (address !== undefined) findings.push(...checkAddress(field, address, place));
  }
  const { date_published: published, date_modified: modified } = item;
  if (published === undefined) findings.push(finding('date-missing', {}, place));
  for (const [field, date] of Object.entries({ date_published: published, date_modified: modified })) {
    if (date !== undefined) findings.push(...checkRfc3339(field, date, at, place));
  }
  for (const attachment of attachments) {
    findings.push(...checkAddress('attachments url', attachment.url, place));
    findings.push(...checkMediaType('attachments mime_type', attachment.mime_type, place));
  }
  return findings;
}
