import type { CatalogueEntry } from './entry.ts';

/** Asking whether anything is new: RFC 9110, sections 13 and 15.4.5; RFC 3229. */
export const conditional = {
  'etag-ignored': {
    severity: 'warning',
    id: [
      'If-None-Match dengan ETag yang sama dijawab 200 dengan seluruh feed.',
      'Setiap kunjungan mengunduh seluruh feed; Miniflux bahkan tidak membacanya.',
      'Jawab 304 bila ETag cocok; periksa apakah tembolok atau proksi membuang kepala itu.',
    ],
    en: [
      'If-None-Match with the very ETag is answered by 200 and the whole feed.',
      'Every poll downloads the whole feed; Miniflux does not even read it.',
      'Answer 304 where the ETag matches; see whether a cache or proxy drops the header.',
    ],
  },
  'etag-matched-literally': {
    severity: 'warning',
    id: [
      'ETag {etag} tidak dikenali lagi dengan W/ di depannya.',
      'CDN yang mengompresi melemahkan ETag: pembaca di belakangnya tidak pernah mendapat 304.',
      'Bandingkan secara lemah: abaikan W/ (RFC 9110, bagian 13.1.2).',
    ],
    en: [
      'The ETag {etag} is not known any more with W/ before it.',
      'A CDN that compresses makes ETags weak: readers behind it never get a 304.',
      'Compare weakly: leave W/ out of account (RFC 9110, section 13.1.2).',
    ],
  },
  'etag-list-ignored': {
    severity: 'warning',
    id: [
      'If-None-Match dengan beberapa ETag tidak dipahami.',
      'Tembolok yang menyimpan beberapa salinan selalu mengunduh ulang.',
      'Pisahkan daftar pada koma dan cari di setiap ETag.',
    ],
    en: [
      'If-None-Match with several ETags is not understood.',
      'Caches that hold several copies download each time.',
      'Split the list at its commas, and look at every ETag.',
    ],
  },
  'etag-star-ignored': {
    severity: 'note',
    id: [
      'If-None-Match: * dijawab 200.',
      'Hampir tidak ada pembaca yang mengirimnya.',
      'Jawab 304: tanda bintang cocok dengan apa pun yang ada.',
    ],
    en: [
      'If-None-Match: * is answered by 200.',
      'Hardly any reader sends it.',
      'Answer 304: the asterisk matches whatever is there.',
    ],
  },
  'modified-since-ignored': {
    severity: 'warning',
    id: [
      'If-Modified-Since dengan tanggal yang sama dijawab 200 dengan seluruh feed.',
      'tt-rss mengunduh seluruh feed setiap setengah jam.',
      'Jawab 304 bila tidak ada perubahan sejak tanggal itu.',
    ],
    en: [
      'If-Modified-Since with the very date is answered by 200 and the whole feed.',
      'tt-rss downloads the whole feed every half hour.',
      'Answer 304 where nothing has changed since that date.',
    ],
  },
  'modified-since-wins': {
    severity: 'error',
    id: [
      'ETag yang tidak cocok tetap dijawab 304 karena tanggalnya cocok.',
      'Perbaikan yang mengubah ETag tetapi tidak mengubah tanggal tidak pernah sampai ke pembaca.',
      'Abaikan If-Modified-Since bila ada If-None-Match (RFC 9110, bagian 13.1.3).',
    ],
    en: [
      'An ETag that does not match is answered by 304, since the date does.',
      'A correction that moves the ETag but not the date never reaches readers.',
      'Ignore If-Modified-Since where there is an If-None-Match (RFC 9110, section 13.1.3).',
    ],
  },
  'modified-since-needed': {
    severity: 'note',
    id: [
      'ETag yang cocok dijawab 200 karena tanggalnya tidak cocok.',
      'Pembaca yang menyimpan tanggal lama mengunduh seluruh feed.',
      'If-None-Match menentukan sendiri bila ada (RFC 9110, bagian 13.1.3).',
    ],
    en: [
      'An ETag that matches is answered by 200, since the date does not.',
      'Readers that hold an older date download the whole feed.',
      'If-None-Match decides alone where it is present (RFC 9110, section 13.1.3).',
    ],
  },
  'not-modified-with-body': {
    severity: 'error',
    id: [
      'Jawaban 304 membawa isi {bytes} bita.',
      'Sambungan kacau: isi itu dibaca sebagai awal jawaban berikutnya.',
      'Jangan kirim isi pada 304.',
    ],
    en: [
      'The 304 carries a body of {bytes} bytes.',
      'The connection breaks: the body is read as the beginning of the next answer.',
      'Send no body with a 304.',
    ],
  },
  'not-modified-without-etag': {
    severity: 'warning',
    id: [
      'Jawaban 304 tidak mengulang ETag.',
      'FreshRSS menyimpan kepala dari 304: ia lupa ETag-nya dan mengunduh seluruh feed pada kunjungan berikut.',
      'Ulangi ETag pada 304 (RFC 9110, bagian 15.4.5).',
    ],
    en: [
      'The 304 does not repeat the ETag.',
      'FreshRSS keeps the headers of the 304: it forgets the ETag, and downloads the whole feed at its next poll.',
      'Repeat the ETag on the 304 (RFC 9110, section 15.4.5).',
    ],
  },
  'not-modified-without': {
    severity: 'warning',
    id: [
      'Jawaban 304 tidak mengulang {headers}.',
      'Tembolok dan pembaca tidak tahu berapa lama salinannya masih segar, dan untuk siapa.',
      'Ulangi pada 304 apa yang dikirim pada 200 (RFC 9110, bagian 15.4.5).',
    ],
    en: [
      'The 304 does not repeat {headers}.',
      'Caches and readers do not know how long their copy stays fresh, and for whom.',
      'Repeat on the 304 what the 200 carries (RFC 9110, section 15.4.5).',
    ],
  },
  'not-modified-without-useful': {
    severity: 'note',
    id: [
      'Jawaban 304 tidak mengulang {headers}.',
      'Pembaca yang berjalan di peramban dapat menolak jawabannya; hub dan alamat sendiri tidak terlihat.',
      'Ulangi kepala itu juga pada 304.',
    ],
    en: [
      'The 304 does not repeat {headers}.',
      'Readers that run in a browser may refuse the answer; hub and own address go unseen.',
      'Repeat these headers on the 304 too.',
    ],
  },
  'delta-unmarked': {
    severity: 'error',
    id: [
      'Jawaban 226 tanpa IM: feed.',
      'Tidak terlihat bahwa ini hanya selisih: artikel lain seakan-akan hilang.',
      'Tambahkan IM: feed dan ETag dari feed lengkap (RFC 3229).',
    ],
    en: [
      'An answer of 226 without IM: feed.',
      'Nothing says that this is the difference only: the other articles seem to be gone.',
      'Add IM: feed and the ETag of the full feed (RFC 3229).',
    ],
  },
  'delta-cacheable': {
    severity: 'error',
    id: [
      'Jawaban 226 boleh disimpan tembolok untuk semua orang.',
      'Pembaca lain menerima selisih itu sebagai feed lengkap.',
      'Tambahkan Cache-Control: no-store, atau Vary: A-IM.',
    ],
    en: [
      'The 226 may be kept by a cache for everybody.',
      'Other readers get the difference for the whole feed.',
      'Add Cache-Control: no-store, or Vary: A-IM.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
