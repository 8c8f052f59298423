import { diffLines, diffWordsWithSpace } from 'diff';
import type { ArticleForm } from './article-form.ts';

/** A field that two states of an article have otherwise. */
export type Difference = { readonly field: ComparedField; readonly parts: readonly DifferencePart[] };

/** A piece of text: in both, or in one of them only. */
export type DifferencePart = { readonly text: string; readonly kind: 'same' | 'removed' | 'added' };

export type ComparedField = (typeof comparedFields)[number];

export const comparedFields = [
  'title',
  'place',
  'body',
  'summary',
  'authors',
  'category',
  'tags',
  'publishedAt',
  'images',
] as const;

/** What changed on the way from one to the other, word by word. */
export function compareForms(before: ArticleForm, after: ArticleForm): Difference[] {
  return comparedFields.flatMap((field) => {
    const [old, young] = [textOf(before, field), textOf(after, field)];
    return old === young ? [] : [{ field, parts: compareTexts(old, young) }];
  });
}

function compareTexts(before: string, after: string): DifferencePart[] {
  // Two long texts with nothing in common would take very long word by word.
  const changes = diffWordsWithSpace(before, after, { timeout: 300 }) ?? diffLines(before, after);
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function textOf(form: ArticleForm, field: ComparedField): string {
  if (field === 'images')
    return form.images
      .map(({ url, alt, caption }) => [url, alt, caption].filter(Boolean).join(' · '))
      .join('\n');
  if (field === 'publishedAt') return form.when === 'now' ? '' : form.publishedAt;
  return form[field].trim();
}
