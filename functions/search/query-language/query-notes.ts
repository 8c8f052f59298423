/** Something in a query that was not read as it may have been meant; the place is in UTF-16 code units. */
export type QueryNote = { readonly code: QueryNoteCode; readonly start: number; readonly end: number };

export type QueryNoteCode = keyof typeof queryNoteTexts;

/** What a reader is told. */
export const queryNoteTexts = {
  'unclosed-quote': {
    id: 'Tanda kutip tidak ditutup; kata-kata sesudahnya dicari satu per satu.',
    en: 'A quotation mark is not closed; the words after it were searched one by one.',
  },
  'unclosed-group': {
    id: 'Tanda kurung tidak ditutup; dianggap berakhir di ujung pencarian.',
    en: 'A bracket is not closed; it was taken to end with the query.',
  },
  'stray-bracket': {
    id: 'Tanda kurung tutup tanpa pembuka diabaikan.',
    en: 'A closing bracket without an opening one was ignored.',
  },
  'empty-field': {
    id: 'Tidak ada isi sesudah tanda titik dua; namanya dicari sebagai kata.',
    en: 'Nothing follows the colon; the name was searched as a word.',
  },
  'unknown-date': {
    id: 'Tanggal tidak dikenal; dicari sebagai kata. Contoh: dari:2019-12-20 atau dari:"20 Desember 2019".',
    en: 'The date is not known; it was searched as words. Try dari:2019-12-20 or dari:"20 Desember 2019".',
  },
  'unknown-label': {
    id: 'Kategori atau label tidak dikenal; dicari sebagai kata.',
    en: 'There is no such category or label; it was searched as words.',
  },
  'operator-as-word': {
    id: 'AND, OR, DAN, dan ATAU menghubungkan dua hal; di sini dicari sebagai kata.',
    en: 'AND, OR, DAN and ATAU join two things; here one was searched as a word.',
  },
  'slop-reduced': {
    id: 'Jarak antarkata dalam frasa dibatasi sampai 20.',
    en: 'The distance between the words of a phrase is limited to 20.',
  },
  'too-deep': {
    id: 'Tanda kurung bertingkat terlalu dalam; yang terdalam diabaikan.',
    en: 'The brackets are nested too deeply; the innermost were ignored.',
  },
  'too-many-parts': {
    id: 'Pencarian terdiri atas terlalu banyak bagian; sisanya diabaikan.',
    en: 'The query has too many parts; the rest was ignored.',
  },
  'too-long': {
    id: 'Pencarian terlalu panjang; sisanya diabaikan.',
    en: 'The query is too long; the rest was ignored.',
  },
  'only-exclusions': {
    id: 'Hanya pengecualian; semua berita selain itu ditampilkan.',
    en: 'Only exclusions were given; all other articles are shown.',
  },
} as const;
