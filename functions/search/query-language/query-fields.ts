import type { LabelName } from './query-node.ts';

export type FieldName = 'title' | 'from' | 'to' | LabelName;

/** Each field in Indonesian, as it is rendered, and by its English name. */
export const fieldNames: Readonly<Record<FieldName, string>> = {
  title: 'judul',
  category: 'kategori',
  author: 'penulis',
  place: 'tempat',
  tag: 'tag',
  from: 'dari',
  to: 'sampai',
};

const names: ReadonlyMap<string, FieldName> = new Map([
  ['judul', 'title'],
  ['title', 'title'],
  ['kategori', 'category'],
  ['category', 'category'],
  ['penulis', 'author'],
  ['author', 'author'],
  ['tempat', 'place'],
  ['place', 'place'],
  ['tag', 'tag'],
  ['dari', 'from'],
  ['from', 'from'],
  ['sampai', 'to'],
  ['to', 'to'],
]);

/** The field that such a piece of a query begins with (`judul:`), or undefined: `10:30` and addresses are words. */
export function parseField(piece: string): { readonly name: FieldName; readonly length: number } | undefined {
  const typed = /^[a-z]+(?=:)/i.exec(piece)?.[0];
  const name = typed === undefined ? undefined : names.get(typed.toLowerCase());
  return typed === undefined || name === undefined ? undefined : { name, length: typed.length + 1 };
}
