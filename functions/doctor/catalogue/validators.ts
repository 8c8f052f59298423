import type { CatalogueEntry } from './entry.ts';

/** What an answer is recognised by: RFC 9110, section 8.8. */
export const validators = {
  'validators-missing': {
    severity: 'warning',
    id: [
      'Tanpa ETag dan tanpa Last-Modified.',
      'Setiap kunjungan setiap pembaca mengunduh seluruh feed.',
      'Kirim ETag yang berubah bila daftar berubah, dan Last-Modified.',
    ],
    en: [
      'There is neither ETag nor Last-Modified.',
      'Every poll of every reader downloads the whole feed.',
      'Send an ETag that changes when the list changes, and Last-Modified.',
    ],
  },
  'etag-missing': {
    severity: 'warning',
    id: [
      'Tanpa ETag.',
      'Perubahan dalam detik yang sama tidak terlihat, dan NewsBlur tidak dapat meminta selisih.',
      'Kirim ETag: sidik dari id dan versi artikel dalam daftar.',
    ],
    en: [
      'There is no ETag.',
      'Changes within one second go unseen, and NewsBlur cannot ask for the difference.',
      'Send an ETag: a digest of the ids and versions of the articles in the list.',
    ],
  },
  'last-modified-missing': {
    severity: 'warning',
    id: [
      'Tanpa Last-Modified.',
      'tt-rss hanya mengirim If-Modified-Since: ia mengunduh seluruh feed setiap kali.',
      'Kirim juga Last-Modified.',
    ],
    en: [
      'There is no Last-Modified.',
      'tt-rss sends If-Modified-Since only: it downloads the whole feed every time.',
      'Send Last-Modified too.',
    ],
  },
  'etag-malformed': {
    severity: 'error',
    id: [
      'ETag tidak sah: {etag}',
      'Tembolok di jalan dan server lain tidak dapat membandingkannya.',
      'Tulis dalam tanda kutip: "…" atau W/"…".',
    ],
    en: [
      'The ETag is not valid: {etag}',
      'Caches on the way and other servers cannot compare it.',
      'Write it in quotation marks: "…" or W/"…".',
    ],
  },
  'etag-unsteady': {
    severity: 'warning',
    id: [
      'ETag berubah padahal isinya sama.',
      'Tidak pernah ada 304: setiap kunjungan mengunduh seluruh feed.',
      'Susun ETag dari isi, bukan dari jam, nama server, atau nomor permintaan.',
    ],
    en: [
      'The ETag changes though the bytes are the same.',
      'There is never a 304: every poll downloads the whole feed.',
      'Make the ETag from the content, not from the clock, the server or the request.',
    ],
  },
  'last-modified-unsteady': {
    severity: 'warning',
    id: [
      'Last-Modified berubah padahal isinya sama.',
      'tt-rss, yang hanya mengirim tanggal, selalu mengunduh ulang.',
      'Kirim waktu perubahan terakhir daftar, bukan waktu sekarang.',
    ],
    en: [
      'Last-Modified changes though the bytes are the same.',
      'tt-rss, which sends the date only, downloads each time.',
      'Send the time of the list’s last change, not of now.',
    ],
  },
  'last-modified-malformed': {
    severity: 'error',
    id: [
      'Last-Modified bukan tanggal: {value}',
      'Pembaca mengirimkannya kembali dan tidak pernah mendapat 304.',
      'Tulis seperti: Mon, 02 Mar 2026 01:30:00 GMT.',
    ],
    en: [
      'Last-Modified is no date: {value}',
      'Readers send it back, and never get a 304.',
      'Write it like this: Mon, 02 Mar 2026 01:30:00 GMT.',
    ],
  },
  'last-modified-future': {
    severity: 'warning',
    id: [
      'Last-Modified di masa depan: {value}',
      'Perubahan sampai waktu itu tidak terlihat oleh yang hanya mengirim tanggal.',
      'Jangan melampaui waktu sekarang; periksa jam server.',
    ],
    en: [
      'Last-Modified is in the future: {value}',
      'Changes until then go unseen by those who send the date only.',
      'Do not go beyond now; check the server’s clock.',
    ],
  },
  'last-modified-behind': {
    severity: 'warning',
    id: [
      'Last-Modified ({modified}) lebih lama daripada artikel terbaru dalam feed ({newest}).',
      'tt-rss yang sudah memegang tanggal itu tidak akan melihat perubahan sesudahnya: macet pada 304.',
      'Gerakkan Last-Modified pada setiap artikel baru, perbaikan, dan penarikan.',
    ],
    en: [
      'Last-Modified ({modified}) is older than the newest article in the feed ({newest}).',
      'A tt-rss that holds that date will not see what came after: it is stuck on 304.',
      'Move Last-Modified with every new article, correction and withdrawal.',
    ],
  },
  'validator-stuck': {
    severity: 'error',
    id: [
      'Isi daftar berubah, tetapi {validator} tidak.',
      'Pembaca yang sudah memegangnya macet pada 304 dan tidak melihat perubahan itu.',
      'Susun {validator} dari semua anggota daftar, bukan dari artikel terbaru saja.',
    ],
    en: [
      'The list changed, but {validator} did not.',
      'Readers that hold it are stuck on 304 and do not see the change.',
      'Make {validator} from all members of the list, not from the newest article alone.',
    ],
  },
  'clock-in-document': {
    severity: 'warning',
    id: [
      'Dokumen berubah pada setiap kunjungan tanpa ada artikel yang berubah: "{before}" menjadi "{after}".',
      'ETag dari isi tidak pernah cocok; tembolok menyimpan salinan yang berlainan.',
      'Jangan tulis waktu sekarang dalam feed; pakai waktu perubahan terakhir.',
    ],
    en: [
      'The document changes at every poll though no article does: "{before}" became "{after}".',
      'An ETag of the bytes never matches; caches hold differing copies.',
      'Do not write the time of now into the feed; use that of the last change.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
