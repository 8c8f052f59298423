import type { CatalogueEntry } from './entry.ts';

/** RSS 2.0 and the Advisory Board's profile. */
export const rss = {
  'rss-1': {
    severity: 'note',
    id: [
      'Ini RSS 1.0 (RDF): aturan formatnya tidak diperiksa.',
      'Kebanyakan pembaca membacanya.',
      'Tawarkan RSS 2.0, Atom, atau JSON Feed di sampingnya.',
    ],
    en: [
      'This is RSS 1.0 (RDF): the rules of its format are not checked.',
      'Most readers read it.',
      'Offer RSS 2.0, Atom or JSON Feed beside it.',
    ],
  },
  'rss-version': {
    severity: 'error',
    id: [
      'Elemen rss tidak menyebut versi yang dikenal: "{version}".',
      'Pembaca yang ketat tidak mengenalinya sebagai RSS.',
      'Tulis <rss version="2.0">.',
    ],
    en: [
      'The rss element names no known version: "{version}".',
      'Strict readers do not recognise it as RSS.',
      'Write <rss version="2.0">.',
    ],
  },
  'rss-version-old': {
    severity: 'note',
    id: [
      'RSS {version} sudah usang.',
      'Tanpa guid dan tanggal, artikel yang diperbaiki muncul dua kali.',
      'Pindah ke RSS 2.0.',
    ],
    en: [
      'RSS {version} is obsolete.',
      'Without guid and dates a corrected article appears twice.',
      'Move to RSS 2.0.',
    ],
  },
  'rss-guid-missing': {
    severity: 'warning',
    id: [
      'Artikel tanpa guid.',
      'Pembaca mengenalinya lewat tautan atau judul: bila itu berubah, artikel muncul dua kali.',
      'Beri guid yang tidak pernah berubah, dengan isPermaLink="false" bila bukan alamat.',
    ],
    en: [
      'An article without a guid.',
      'Readers know it by its link or title: when that changes, it appears twice.',
      'Give it a guid that never changes, with isPermaLink="false" where that is no address.',
    ],
  },
  'rss-guid-not-permalink': {
    severity: 'error',
    id: [
      'guid mengaku tautan tetap, tetapi bukan alamat lengkap: {value}',
      'Pembaca yang memakai guid sebagai tautan membuka halaman yang tidak ada.',
      'Tambahkan isPermaLink="false".',
    ],
    en: [
      'The guid says that it is a permalink, but is no whole address: {value}',
      'Readers that use the guid as the link open a page that is not there.',
      'Add isPermaLink="false".',
    ],
  },
  'rss-guid-flag': {
    severity: 'error',
    id: [
      'isPermaLink bernilai "{value}".',
      'Pembaca menganggap guid sebagai tautan.',
      'Tulis "true" atau "false", dengan huruf kecil.',
    ],
    en: [
      'isPermaLink is "{value}".',
      'Readers take the guid for a link.',
      'Write "true" or "false", in small letters.',
    ],
  },
  'rss-guid-weak': {
    severity: 'warning',
    id: [
      'guid hanya angka pendek: {value}',
      'Portal yang menggabungkan banyak feed dapat tertukar dengan artikel penerbit lain.',
      'Pakai tag: URI, urn:uuid:, atau alamat tetap.',
    ],
    en: [
      'The guid is but a short number: {value}',
      'Portals that merge many feeds may take it for another publisher’s article.',
      'Use a tag: URI, a urn:uuid: or a permanent address.',
    ],
  },
  'rss-person-not-email': {
    severity: 'error',
    id: [
      '{element} harus alamat surel, tetapi berisi: {value}',
      'Pembaca yang ketat membuang nama penulisnya.',
      'Pakai dc:creator untuk nama; atau tulis surel@situs (Nama).',
    ],
    en: [
      '{element} must be an e-mail address, but is: {value}',
      'Strict readers drop the name of the author.',
      'Use dc:creator for names; or write mail@site (Name).',
    ],
  },
  'rss-ttl-invalid': {
    severity: 'error',
    id: [
      'ttl bukan bilangan menit: {value}',
      'Miniflux mengabaikannya.',
      'Tulis bilangan bulat lebih dari nol, misalnya 15.',
    ],
    en: [
      'ttl is no number of minutes: {value}',
      'Miniflux ignores it.',
      'Write a whole number above zero, such as 15.',
    ],
  },
  'rss-summary-missing': {
    severity: 'warning',
    id: [
      'content:encoded tanpa description di depannya.',
      'Pembaca yang tidak mengenal content:encoded hanya menampilkan judul.',
      'Taruh ringkasan dalam description sebelum content:encoded.',
    ],
    en: [
      'content:encoded without a description before it.',
      'Readers that do not know content:encoded show the title only.',
      'Put a summary into description before content:encoded.',
    ],
  },
  'enclosure-length-invalid': {
    severity: 'error',
    id: [
      'Panjang enclosure bukan bilangan bita: {value}',
      'Pengunduh menolaknya atau memperkirakan ukuran yang salah.',
      'Tulis ukuran berkas dalam bita.',
    ],
    en: [
      'The length of the enclosure is no number of bytes: {value}',
      'Downloaders refuse it, or expect a wrong size.',
      'Write the size of the file in bytes.',
    ],
  },
  'enclosure-length-zero': {
    severity: 'note',
    id: [
      'Panjang enclosure nol: artinya tidak diketahui.',
      'Pembaca tidak dapat menunjukkan ukuran unduhan.',
      'Tulis ukuran berkas dalam bita bila diketahui.',
    ],
    en: [
      'The length of the enclosure is zero, which says that nobody knows it.',
      'Readers cannot tell the size of the download.',
      'Write the size of the file in bytes where it is known.',
    ],
  },
  'enclosure-several': {
    severity: 'warning',
    id: [
      '{count} enclosure dalam satu artikel.',
      'Pembaca memakai yang pertama, yang terakhir, atau semuanya.',
      'Satu enclosure per artikel; lampiran lain sebagai media:content.',
    ],
    en: [
      '{count} enclosures in one article.',
      'Readers take the first, the last, or all.',
      'One enclosure an article; put the others into media:content.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
