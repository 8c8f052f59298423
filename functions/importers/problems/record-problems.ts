import type { ProblemEntry } from './problem-entry.ts';

/** What may be wrong with a table, a feed or an export. */
export const recordProblems = {
  'not-json': {
    severity: 'refused',
    id: ['baris ini bukan objek JSON', 'tulis satu objek JSON pada setiap baris'],
    en: ['this line is no JSON object', 'write one JSON object on each line'],
  },
  'bad-export': {
    severity: 'refused',
    id: ['hasil ekspor ini tidak utuh: {reasons}', 'ekspor lagi dari layanan asalnya'],
    en: ['this export is not whole: {reasons}', 'export again from the service that it comes from'],
  },
  'bad-table': {
    severity: 'refused',
    id: [
      'tabel ini tidak dapat dibaca lebih jauh ({reason})',
      'simpan lagi sebagai CSV UTF-8 dari lembar kerjanya',
    ],
    en: [
      'the table cannot be read any further ({reason})',
      'save it as CSV UTF-8 from the spreadsheet again',
    ],
  },
  'missing-columns': {
    severity: 'refused',
    id: [
      'kolom untuk {missing} tidak dikenali; kolomnya: {columns}',
      'sebut kolomnya, misalnya --column title="Judul Berita"',
    ],
    en: [
      'no column is known to hold {missing}; the columns: {columns}',
      'name it, as in --column title="Judul Berita"',
    ],
  },
  'not-a-feed': {
    severity: 'refused',
    id: [
      'bukan RSS, RDF, Atom, atau JSON Feed',
      'sebut alamat umpannya, biasanya berakhir dengan /feed atau .xml',
    ],
    en: [
      'is no RSS, RDF, Atom or JSON Feed',
      'name the address of the feed, which often ends in /feed or .xml',
    ],
  },
  'too-many-documents': {
    severity: 'refused',
    id: ['umpan ini tidak berakhir: berhenti setelah {limit} dokumen', 'periksa tautan halaman lamanya'],
    en: [
      'the feed does not end: stopped after {limit} documents',
      'check where its links to older pages lead',
    ],
  },
  'summary-only': {
    severity: 'doubtful',
    id: ['umpan ini hanya memuat ringkasan berita ini', 'impor halaman beritanya untuk isi lengkapnya'],
    en: ['the feed holds a summary of this article only', 'import its page for the whole text'],
  },
  'not-wxr': {
    severity: 'refused',
    id: ['bukan ekspor WordPress (WXR)', 'ekspor dari WordPress dengan Perkakas → Ekspor → Semua konten'],
    en: ['is no WordPress export (WXR)', 'export from WordPress by Tools → Export → All content'],
  },
  'xml-damaged': {
    severity: 'refused',
    id: [
      'XML-nya rusak pada baris ini ({reason}); yang masih terbaca tetap masuk',
      'ekspor lagi dari WordPress, lalu impor lagi',
    ],
    en: [
      'its XML is damaged on this line ({reason}); what can still be read goes in',
      'export from WordPress again, then import again',
    ],
  },
  'type-left-out': {
    severity: 'doubtful',
    id: ['berjenis {type}, bukan berita', 'sebut --types post,{type} bila ini juga berita'],
    en: ['is of the kind {type}, no article', 'name --types post,{type} if these are articles too'],
  },
  'private-left-out': {
    severity: 'doubtful',
    id: ['tidak pernah untuk umum ({status})', 'terbitkan di situs lama lebih dulu bila memang untuk umum'],
    en: ['was never public ({status})', 'publish it on the old site first if it is for the public'],
  },
  'draft-left-out': {
    severity: 'doubtful',
    id: ['masih konsep ({status})', 'sebut --drafts untuk memasukkannya sebagai konsep'],
    en: ['is a draft still ({status})', 'name --drafts to bring it in as a draft'],
  },
  'shortcode-dropped': {
    severity: 'doubtful',
    id: ['kode WordPress yang tidak dikenal dibuang: {names}', 'periksa apakah ada yang hilang dari isinya'],
    en: [
      'WordPress shortcodes that are not known were dropped: {names}',
      'check whether anything is missing from the text',
    ],
  },
  'picture-missing': {
    severity: 'doubtful',
    id: ['gambar nomor {ids} tidak ada dalam ekspor ini', 'ekspor semua konten, bukan pos saja'],
    en: ['pictures number {ids} are not in this export', 'export all content, not posts only'],
  },
} as const satisfies Record<string, ProblemEntry>;
