import * as v from 'valibot';
import { listOf } from '../answers/list-of.ts';

const url = v.pipe(v.string(), v.metadata({ format: 'uri' }));
const instant = v.pipe(v.string(), v.metadata({ format: 'date-time' }));
const author = v.object({ name: v.string(), url: v.optional(url) });

const item = v.object({
  id: v.pipe(v.string(), v.description('The permanent `tag:` URI.')),
  url,
  title: v.string(),
  content_html: v.string(),
  summary: v.string(),
  date_published: instant,
  date_modified: instant,
  language: v.optional(v.string()),
  authors: listOf(author),
  tags: v.optional(listOf(v.string())),
  image: v.optional(url),
  attachments: v.optional(
    listOf(
      v.object({
        url,
        mime_type: v.string(),
        title: v.optional(v.string()),
        size_in_bytes: v.optional(v.number()),
      }),
    ),
  ),
  _warta: v.optional(v.object({ source: v.object({ name: v.optional(v.string()), url: v.optional(url) }) })),
});

/** What a feed in JSON holds (JSON Feed 1.1). The `feed` package writes it, so this is held against it by tests. */
export const jsonFeed = v.object({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  home_page_url: url,
  feed_url: url,
  description: v.string(),
  icon: v.optional(url),
  favicon: v.optional(url),
  language: v.string(),
  authors: listOf(author),
  hubs: v.optional(listOf(v.object({ type: v.literal('WebSub'), url }))),
  next_url: v.optional(url),
  items: listOf(item),
});
