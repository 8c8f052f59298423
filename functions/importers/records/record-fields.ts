/** What a row may tell of an article. */
export type RecordField =
  | 'title'
  | 'bodyHtml'
  | 'publishedAt'
  | 'category'
  | 'tags'
  | 'authors'
  | 'place'
  | 'summary'
  | 'sourceUrl'
  | 'sourceId'
  | 'slug'
  | 'language'
  | 'status';

/**
 * Which field of an article a column or key holds; undefined for those that none does.
 *
 * @param columns from a field of ours to the name that this file has for it
 */
export function fieldOf(name: string, columns: Readonly<Record<string, string>>): RecordField | undefined {
  const asked = recordFields.find((field) => columns[field] !== undefined && columns[field] === name);
  if (asked !== undefined) return asked;
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = recordFields.find((field) => names[field].has(key));
  return found !== undefined && columns[found] === undefined ? found : undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const names: Readonly<Record<RecordField, ReadonlySet<string>>> = {
  title: words('title judul headline judulberita posttitle'),
  bodyHtml: words(
    'bodyhtml body isi isiberita konten content contenthtml html text teks naskah berita postcontent bodytext',
  ),
  publishedAt: words(
    'publishedat date tanggal tgl tanggalterbit tglterbit tanggalberita tanggalpublikasi published pubdate waktu postdate createdat datepublished',
  ),
  category: words('category categories kategori rubrik kanal section'),
  tags: words('tags tag label katakunci keywords'),
  authors: words('authors author penulis reporter pewarta oleh by creator byline'),
  place: words('place tempat lokasi dateline kota'),
  summary: words('summary ringkasan excerpt teras lead description deskripsi'),
  sourceUrl: words('sourceurl url link tautan alamat permalink alamatlama'),
  sourceId: words('sourceid id nomor no idberita guid'),
  slug: words('slug'),
  language: words('language bahasa lang'),
  status: words('status'),
};

export const recordFields: readonly RecordField[] = Object.keys(names).filter(
  (name): name is RecordField => name in names,
);
