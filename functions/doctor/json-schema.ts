import * as v from 'valibot';

/** A feed without its items, which are read one by one so that a bad one does not hide the others. */
export const jsonHead = v.looseObject({
  title: v.string(),
  items: v.array(v.unknown()),
  home_page_url: v.optional(v.string()),
  feed_url: v.optional(v.string()),
  description: v.optional(v.string()),
  user_comment: v.optional(v.string()),
  next_url: v.optional(v.string()),
  icon: v.optional(v.string()),
  favicon: v.optional(v.string()),
  language: v.optional(v.string()),
  expired: v.optional(v.boolean()),
  author: v.optional(v.looseObject({})),
  authors: v.optional(v.array(person())),
  hubs: v.optional(v.array(v.looseObject({ type: v.string(), url: v.string() }))),
});

export const jsonItem = v.looseObject({
  id: v.union([v.string(), v.number()]),
  url: v.optional(v.string()),
  external_url: v.optional(v.string()),
  title: v.optional(v.string()),
  content_html: v.optional(v.string()),
  content_text: v.optional(v.string()),
  summary: v.optional(v.string()),
  image: v.optional(v.string()),
  banner_image: v.optional(v.string()),
  date_published: v.optional(v.string()),
  date_modified: v.optional(v.string()),
  language: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  authors: v.optional(v.array(person())),
  attachments: v.optional(
    v.array(
      v.looseObject({
        url: v.string(),
        mime_type: v.string(),
        title: v.optional(v.string()),
        size_in_bytes: v.optional(v.number()),
        duration_in_seconds: v.optional(v.number()),
      }),
    ),
  ),
});

export type JsonItem = v.InferOutput<typeof jsonItem>;

export type JsonIssue = v.InferIssue<typeof jsonHead> | v.InferIssue<typeof jsonItem>;

function person() {
  return v.looseObject({
    name: v.optional(v.string()),
    url: v.optional(v.string()),
    avatar: v.optional(v.string()),
  });
}
