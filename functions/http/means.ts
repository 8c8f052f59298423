import * as v from 'valibot';

/** Said to people in both languages of the pages. */
export type Text = { readonly id: string; readonly en: string };

/** What a parameter is for: the document says it in English, and beside that in Indonesian for the page about it. */
export function means<Input>({ id, en }: Text) {
  return v.metadata<Input, { readonly description: string; readonly 'x-indonesian': string }>({
    description: en,
    'x-indonesian': id,
  });
}
