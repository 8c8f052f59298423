import type { ProblemEntry } from './problem-entry.ts';

/** What may be wrong with a press page. */
export const pageProblems = {
  'html-too-complex': {
    severity: 'refused',
    id: [
      'HTML-nya terlalu rumit: terlalu banyak atau terlalu dalam unsurnya',
      'buka di peramban, salin teksnya, dan simpan sebagai .txt',
    ],
    en: [
      'its HTML is too complex: too many elements, or nested too deeply',
      'open it in a browser, copy its text, and save that as .txt',
    ],
  },
  'too-many-lines': {
    severity: 'refused',
    id: ['lebih dari {limit} baris', 'simpan setiap berita dalam berkas tersendiri'],
    en: ['has more than {limit} lines', 'save each article in a file of its own'],
  },
  'missing-title': {
    severity: 'refused',
    id: ['tidak ada judul', 'tulis judul pada baris tersendiri di atas isi berita'],
    en: ['there is no title', 'write the title on a line of its own above the text'],
  },
  'missing-date': {
    severity: 'refused',
    id: [
      'tidak ada tanggal',
      'tulis tanggalnya pada baris tersendiri, misalnya: Jumat, 20 Desember 2019 14.30 WIB',
    ],
    en: [
      'there is no date',
      'write the date on a line of its own, for example: Jumat, 20 Desember 2019 14.30 WIB',
    ],
  },
  'no-such-day': {
    severity: 'refused',
    id: ['tanggal {date} tidak ada dalam kalender', 'perbaiki tanggal pada baris ini'],
    en: ['there is no day such as {date}', 'correct the date on this line'],
  },
  'no-such-time': {
    severity: 'refused',
    id: ['jam pada "{date}" tidak ada', 'perbaiki jamnya: 00.00 sampai 23.59'],
    en: ['there is no time such as in "{date}"', 'correct the time: 00.00 to 23.59'],
  },
  'weekday-contradicts-date': {
    severity: 'refused',
    id: ['{date} adalah hari {actual}, bukan {written}', 'perbaiki hari atau tanggalnya pada baris ini'],
    en: ['{date} was a {actual}, not a {written}', 'correct the weekday or the date on this line'],
  },
  'empty-body': {
    severity: 'refused',
    id: ['tidak ada isi berita', 'tambahkan isinya di bawah judul dan tanggal'],
    en: ['there is no text below the title', 'add the text below the title and the date'],
  },
  'list-page': {
    severity: 'refused',
    id: ['ini daftar berita, bukan satu berita', 'impor halaman setiap berita yang disebut di dalamnya'],
    en: ['this is a list of articles, not one article', 'import the page of each article that it names'],
  },
  'several-articles': {
    severity: 'refused',
    id: [
      'berisi {count} berita; yang kedua mulai pada baris ini',
      'simpan setiap berita dalam berkas tersendiri',
    ],
    en: ['holds {count} articles; the second begins on this line', 'save each article in a file of its own'],
  },
  'title-in-capitals': {
    severity: 'doubtful',
    id: ['judulnya huruf besar semua: {title}', 'tulis ulang judulnya dengan huruf biasa bila perlu'],
    en: ['the title is all in capitals: {title}', 'write it in ordinary letters if need be'],
  },
  'title-uncertain': {
    severity: 'doubtful',
    id: ['judulnya mungkin yang lain; dipakai: {title}; bukan: {other}', 'periksa judulnya'],
    en: ['another line may be the title; taken: {title}; not: {other}', 'check the title'],
  },
  'date-from-name': {
    severity: 'doubtful',
    id: [
      'halaman ini tidak menyebut tanggal; dipakai {date} dari nama atau alamatnya',
      'periksa tanggalnya, atau tulis tanggal di halaman ini',
    ],
    en: [
      'the page names no date; {date} was taken from its name or address',
      'check the date, or write it in the page',
    ],
  },
  'dates-disagree': {
    severity: 'doubtful',
    id: [
      'tertulis {shown}, tetapi kode halaman menyebut {hidden}; dipakai yang tertulis',
      'periksa tanggalnya',
    ],
    en: ['it shows {shown}, but its code says {hidden}; what it shows was taken', 'check the date'],
  },
  'date-in-future': {
    severity: 'doubtful',
    id: ['tanggalnya belum tiba: {date}; beritanya baru terbit saat itu', 'periksa tahunnya'],
    en: ['the date is still to come: {date}; the article appears only then', 'check the year'],
  },
  'encoding-guessed': {
    severity: 'doubtful',
    id: ['bukan UTF-8 yang sah; dibaca sebagai {encoding}', 'periksa huruf dan tanda kutipnya'],
    en: ['is not valid UTF-8; it was read as {encoding}', 'check its letters and quotation marks'],
  },
  'damaged-characters': {
    severity: 'doubtful',
    id: ['{count} karakter rusak sudah ada di halaman ini', 'perbaiki karakter \uFFFD pada baris ini'],
    en: [
      '{count} characters of the page were damaged before',
      'correct the \uFFFD characters from this line on',
    ],
  },
  'relative-addresses': {
    severity: 'doubtful',
    id: [
      '{count} tautan atau gambar hilang karena alamatnya tidak lengkap, misalnya {example}',
      'impor halaman ini dari alamat situsnya, atau lengkapi alamatnya',
    ],
    en: [
      '{count} links or pictures were lost because their addresses are not whole, such as {example}',
      'import the page from its address on the site, or complete the addresses',
    ],
  },
  'text-after-sign-off': {
    severity: 'doubtful',
    id: ['{count} baris setelah inisial penulis dibuang, mulai dari: {text}', 'periksa akhir beritanya'],
    en: ['{count} lines after the initials were left out, from: {text}', 'check the end of the article'],
  },
  'layout-missed': {
    severity: 'doubtful',
    id: [
      '{field} tidak ditemukan dengan pemilih "{selector}"; dibaca dengan cara biasa',
      'perbaiki pemilih itu di berkas --layout, lalu uji dengan --explain',
    ],
    en: [
      '{field} was not found by the selector "{selector}"; it was read in the usual way',
      'correct the selector in the --layout file, and try it with --explain',
    ],
  },
} as const satisfies Record<string, ProblemEntry>;
