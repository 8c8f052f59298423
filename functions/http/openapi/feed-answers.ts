import * as v from 'valibot';
import { type FeedFormat, feedFormatNames, feedFormats } from '../../feeds/format.ts';
import { means } from '../means.ts';
import type { Answer, Content } from './operation.ts';
import type { Schemas } from './schemas.ts';

/** What every feed answers: the document, or what is new in it. */
export function feedAnswers(schemas: Schemas, description: string): Readonly<Record<number, Answer>> {
  return {
    200: { description, content: feedContent(schemas), headers: ['Last-Modified', 'Link'] },
    226: {
      description: 'What is new or corrected since the copy that is held (RFC 3229).',
      content: feedContent(schemas),
      headers: ['IM'],
    },
  };
}

/** What a client may say of the copy that it holds, beside its ETag. */
export const feedHeaders = {
  'If-Modified-Since': v.exactOptional(
    v.pipe(
      v.string(),
      means({
        id: 'Last-Modified dari salinan yang dipegang, bila tidak ada ETag-nya.',
        en: 'The Last-Modified of the copy that is held, for want of its ETag.',
      }),
    ),
  ),
  'A-IM': v.exactOptional(
    v.pipe(
      v.string(),
      means({
        id: '`feed` meminta hanya yang baru sejak salinan itu (RFC 3229).',
        en: '`feed` asks for what is new since that copy alone (RFC 3229).',
      }),
    ),
  ),
};

function feedContent({ JsonFeed }: Schemas): Content {
  const xml = v.string();
  const schemas: Record<FeedFormat, v.GenericSchema> = { rss: xml, atom: xml, json: JsonFeed };
  return Object.fromEntries(
    feedFormatNames.map((format) => [feedFormats[format].mediaType.split(';')[0], schemas[format]]),
  );
}
