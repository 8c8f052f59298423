import type { CatalogueEntry } from './entry.ts';

/** JSON Feed 1.1. */
export const jsonFeed = {
  'json-version': {
    severity: 'error',
    id: [
      'version bukan versi JSON Feed: {version}',
      'Pembaca tidak mengenalinya sebagai JSON Feed.',
      'Tulis "version": "https://jsonfeed.org/version/1.1".',
    ],
    en: [
      'version is none of JSON Feed: {version}',
      'Readers do not recognise it as JSON Feed.',
      'Write "version": "https://jsonfeed.org/version/1.1".',
    ],
  },
  'json-version-1': {
    severity: 'warning',
    id: [
      'Ini JSON Feed versi 1.',
      'Pembaca membacanya, tetapi hanya satu penulis dan tanpa bahasa.',
      'Pindah ke 1.1: authors sebagai larik, dan language.',
    ],
    en: [
      'This is JSON Feed version 1.',
      'Readers read it, but with one author and without a language.',
      'Move to 1.1: authors as an array, and language.',
    ],
  },
  'json-field-missing': {
    severity: 'error',
    id: [
      '{field} tidak ada, padahal wajib.',
      'Pembaca melewatkan bagian ini, atau menolak feed.',
      'Isi {field}.',
    ],
    en: [
      '{field} is missing, and must be there.',
      'Readers pass this part over, or refuse the feed.',
      'Fill {field}.',
    ],
  },
  'json-field-type': {
    severity: 'error',
    id: [
      '{field} seharusnya {expected}, tetapi {received}.',
      'Pembaca mengabaikan nilainya, atau menolak feed.',
      'Tulis {field} dengan jenis yang benar, atau hilangkan bila kosong.',
    ],
    en: [
      '{field} should be {expected}, and is {received}.',
      'Readers ignore the value, or refuse the feed.',
      'Write {field} in the right type, or leave it out where it is empty.',
    ],
  },
  'json-id-number': {
    severity: 'error',
    id: [
      'id berupa bilangan: {id}',
      'Sebagian pembaca menolak; yang lain menganggapnya berbeda dari "{id}".',
      'Tulis id sebagai teks, dan unik di luar situs Anda.',
    ],
    en: [
      'The id is a number: {id}',
      'Some readers refuse it; others take it for another than "{id}".',
      'Write ids as strings, unique beyond your site.',
    ],
  },
  'json-content-missing': {
    severity: 'error',
    id: [
      'Artikel tanpa content_html dan tanpa content_text.',
      'Pembaca menampilkan artikel kosong.',
      'Isi salah satunya.',
    ],
    en: [
      'An article without content_html and without content_text.',
      'Readers show an empty article.',
      'Fill one of them.',
    ],
  },
  'json-author-old': {
    severity: 'warning',
    id: [
      'author dipakai sebagai ganti authors.',
      'Pembaca JSON Feed 1.1 boleh mengabaikannya.',
      'Tulis "authors": [{ "name": "…" }]; author boleh tetap ada di sampingnya.',
    ],
    en: [
      'author is used instead of authors.',
      'Readers of JSON Feed 1.1 may ignore it.',
      'Write "authors": [{ "name": "…" }]; author may stay beside it.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
