import { type Finding, type Place, excerpt, finding } from './finding.ts';
import type { FeedFormat } from './read-document.ts';

/** The media type of a picture, a recording, a paper. */
export function checkMediaType(element: string, type: string, place: Place): Finding[] {
  const name = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!/^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*$/.test(name)) {
    return [finding('media-type-invalid', { element, value: excerpt(type) }, place)];
  }
  const registered = unregistered.get(name);
  if (registered === undefined) return [];
  return [finding('media-type-unregistered', { element, value: name, registered }, place)];
}

/** What the feed itself is served as. */
export function checkServedType(format: FeedFormat, contentType: string | null): Finding[] {
  const { proper, generic } = servedTypes[format];
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === proper) return [];
  const values = { type: type === '' ? '–' : excerpt(type), proper };
  return [finding(generic.includes(type) ? 'served-type-generic' : 'served-type-wrong', values)];
}

/** Common spellings that no registry has, and what is meant. */
const unregistered: ReadonlyMap<string, string> = new Map([
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['audio/mp3', 'audio/mpeg'],
  ['video/mp3', 'audio/mpeg'],
  ['application/x-pdf', 'application/pdf'],
]);

const genericXml = ['application/xml', 'text/xml'];
const servedTypes: Readonly<Record<FeedFormat, { readonly proper: string; readonly generic: string[] }>> = {
  rss: { proper: 'application/rss+xml', generic: genericXml },
  rdf: { proper: 'application/rdf+xml', generic: [...genericXml, 'application/rss+xml'] },
  atom: { proper: 'application/atom+xml', generic: genericXml },
  json: { proper: 'application/feed+json', generic: ['application/json'] },
};
