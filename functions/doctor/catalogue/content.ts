import type { CatalogueEntry } from './entry.ts';

/** What all formats have in common: elements, addresses, dates, texts. */
export const content = {
  'feed-empty': {
    severity: 'note',
    id: [
      'Feed tidak berisi artikel.',
      'Pembaca berlangganan tetapi tidak melihat apa pun.',
      'Tidak perlu bila daftarnya memang masih kosong.',
    ],
    en: [
      'The feed holds no article.',
      'Readers subscribe and see nothing.',
      'None is needed if the list is still empty.',
    ],
  },
  'element-missing': {
    severity: 'error',
    id: [
      '{parent} tidak mempunyai {element}, yang wajib ada.',
      'Pembaca menolak, atau mengarang isinya sendiri.',
      'Tambahkan {element} ke setiap {parent}.',
    ],
    en: [
      '{parent} has no {element}, which it must have.',
      'Readers refuse it, or make one up.',
      'Add {element} to every {parent}.',
    ],
  },
  'element-repeated': {
    severity: 'error',
    id: [
      '{parent} mempunyai lebih dari satu {element}.',
      'Pembaca memakai yang pertama atau yang terakhir, tergantung programnya.',
      'Sisakan satu {element}.',
    ],
    en: [
      '{parent} has more than one {element}.',
      'Readers take the first or the last, each program its own.',
      'Leave one {element}.',
    ],
  },
  'element-unknown': {
    severity: 'warning',
    id: [
      '{parent} berisi {element}, yang tidak dikenal dalam RSS.',
      'Tidak ada pembaca yang membacanya.',
      'Perbaiki ejaannya, atau beri namespace.',
    ],
    en: [
      '{parent} holds {element}, which RSS does not know.',
      'No reader reads it.',
      'Correct its spelling, or give it a namespace.',
    ],
  },
  'attribute-missing': {
    severity: 'error',
    id: [
      '{element} tidak mempunyai atribut {attribute}, yang wajib ada.',
      'Pembaca mengabaikan {element} ini.',
      'Tambahkan {attribute}.',
    ],
    en: [
      '{element} has no attribute {attribute}, which it must have.',
      'Readers ignore this {element}.',
      'Add {attribute}.',
    ],
  },
  'address-invalid': {
    severity: 'error',
    id: [
      '{element} bukan alamat yang sah: {value}',
      'Tautan atau gambar ini mati di sebagian pembaca.',
      'Kodekan spasi dan tanda khusus dengan persen, atau kosongkan elemennya.',
    ],
    en: [
      '{element} is no valid address: {value}',
      'The link or picture is dead in some readers.',
      'Percent-encode spaces and special characters, or leave the element out.',
    ],
  },
  'address-relative': {
    severity: 'error',
    id: [
      '{element} bukan alamat lengkap: {value}',
      'Di luar situs Anda alamat itu tidak menunjuk ke mana pun.',
      'Tulis alamat lengkap dengan https:// dan nama situs.',
    ],
    en: [
      '{element} is no whole address: {value}',
      'Away from your site it leads nowhere.',
      'Write the whole address with https:// and the site.',
    ],
  },
  'date-invalid': {
    severity: 'error',
    id: [
      '{element} bukan tanggal {form}: {value}',
      'Pembaca memakai waktu kunjungannya, sehingga urutan artikel kacau.',
      'Tulis bulan dan hari dalam bahasa Inggris dan zona sebagai angka: Mon, 02 Mar 2026 08:30:00 +0700 (RFC 822), 2026-03-02T08:30:00+07:00 (RFC 3339).',
    ],
    en: [
      '{element} is no date of {form}: {value}',
      'Readers take the time of their poll, and the order of articles breaks.',
      'Write month and day in English and the zone as a number: Mon, 02 Mar 2026 08:30:00 +0700 (RFC 822), 2026-03-02T08:30:00+07:00 (RFC 3339).',
    ],
  },
  'date-weekday': {
    severity: 'error',
    id: [
      '{element} menyebut hari yang salah: {value}',
      'Pengurai yang ketat membuang tanggalnya.',
      'Tanggal itu hari {weekday}; susun tanggal dengan fungsi tanggal.',
    ],
    en: [
      '{element} names the wrong weekday: {value}',
      'Strict parsers throw the date away.',
      'That day is a {weekday}; build dates with a date function.',
    ],
  },
  'date-old-form': {
    severity: 'warning',
    id: [
      '{element} memakai bentuk lama: {value}',
      'Tahun dua angka dan zona satu huruf dibaca berbeda-beda.',
      'Tulis tahun empat angka dan zona sebagai angka, misalnya +0700.',
    ],
    en: [
      '{element} uses an old form: {value}',
      'Years of two digits and zones of one letter are read in different ways.',
      'Write the year with four digits and the zone as a number, such as +0700.',
    ],
  },
  'date-implausible': {
    severity: 'warning',
    id: [
      '{element} tidak masuk akal: {value}',
      'Artikel bertanggal masa depan tertahan di puncak daftar; yang sangat lama tenggelam.',
      'Periksa tahun dan zona waktunya.',
    ],
    en: [
      '{element} is not plausible: {value}',
      'An article of the future sticks to the top of the list; a very old one sinks.',
      'Check its year and its zone.',
    ],
  },
  'date-missing': {
    severity: 'note',
    id: [
      'Artikel tanpa tanggal terbit.',
      'Pembaca menampilkan waktu kunjungannya sendiri.',
      'Tambahkan pubDate (RSS) atau date_published (JSON Feed).',
    ],
    en: [
      'An article without a date of publication.',
      'Readers show the time of their own poll.',
      'Add pubDate (RSS) or date_published (JSON Feed).',
    ],
  },
  'item-empty': {
    severity: 'error',
    id: [
      'Artikel tanpa judul dan tanpa isi.',
      'Pembaca menampilkan baris kosong.',
      'Beri title atau description.',
    ],
    en: [
      'An article without a title and without a text.',
      'Readers show an empty line.',
      'Give it a title or a description.',
    ],
  },
  'markup-in-text': {
    severity: 'warning',
    id: [
      '{element} adalah teks, tetapi berisi HTML: {value}',
      'Sebagian pembaca menampilkan tanda HTML-nya.',
      'Tulis teks polos; dalam Atom, HTML dinyatakan dengan type="html".',
    ],
    en: [
      '{element} is text, but holds HTML: {value}',
      'Some readers show its tags and entities.',
      'Write plain text; in Atom, declare HTML with type="html".',
    ],
  },
  'content-relative-address': {
    severity: 'warning',
    id: [
      'Ada alamat yang tidak lengkap dalam {element} ({count}), misalnya {example}',
      'Gambar dan tautan itu hilang di pembaca.',
      'Lengkapi alamat dengan https:// dan nama situs saat feed disusun.',
    ],
    en: [
      'Addresses in {element} are not whole ({count}), such as {example}',
      'These pictures and links are lost in readers.',
      'Complete them with https:// and the site when the feed is built.',
    ],
  },
  'content-script': {
    severity: 'warning',
    id: [
      '{element} berisi skrip.',
      'Pembaca membuangnya, kadang bersama isi di sekitarnya.',
      'Buang skrip dan atribut on… dari isi feed.',
    ],
    en: [
      '{element} holds script.',
      'Readers throw it out, sometimes with the text around it.',
      'Take script and on… attributes out of what the feed holds.',
    ],
  },
  'language-missing': {
    severity: 'note',
    id: [
      'Bahasa feed tidak disebut.',
      'Pembaca menebak untuk pencarian, pemenggalan kata, dan suara.',
      'Sebut bahasanya, misalnya id: language (RSS, JSON Feed) atau xml:lang (Atom).',
    ],
    en: [
      'The language of the feed is not named.',
      'Readers guess it for search, hyphenation and speech.',
      'Name it, such as id: language (RSS, JSON Feed) or xml:lang (Atom).',
    ],
  },
  'language-invalid': {
    severity: 'warning',
    id: [
      'Bukan kode bahasa: {value}',
      'Pembaca mengabaikannya.',
      'Pakai kode BCP 47, misalnya id atau en-GB.',
    ],
    en: ['No language tag: {value}', 'Readers ignore it.', 'Use a tag of BCP 47, such as id or en-GB.'],
  },
  'media-type-invalid': {
    severity: 'error',
    id: [
      '{element} menyebut jenis media yang tidak sah: {value}',
      'Pembaca tidak tahu bagaimana menampilkannya.',
      'Pakai jenis yang terdaftar, misalnya image/jpeg.',
    ],
    en: [
      '{element} names no valid media type: {value}',
      'Readers do not know how to show it.',
      'Use a registered one, such as image/jpeg.',
    ],
  },
  'media-type-unregistered': {
    severity: 'warning',
    id: [
      '{element} menyebut {value}, yang tidak terdaftar.',
      'Pembaca yang memilih menurut jenis melewatkannya.',
      'Tulis {registered}.',
    ],
    en: [
      '{element} names {value}, which is not registered.',
      'Readers that choose by type pass it over.',
      'Write {registered}.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
