import type { ProblemEntry } from './problem-entry.ts';

/** What the service that takes the articles in may say of them. */
export const serviceProblems = {
  'rejected-by-service': {
    severity: 'refused',
    id: ['ditolak oleh layanan: {reasons}', 'perbaiki yang disebut, lalu impor lagi'],
    en: ['refused by the service: {reasons}', 'correct what is named, then import again'],
  },
  'article-too-large': {
    severity: 'refused',
    id: [
      'terlalu besar untuk satu berita',
      'pecah menjadi beberapa berita atau buang bagian yang bukan berita',
    ],
    en: ['is too large for one article', 'split it into several articles or remove what is no news'],
  },
  'changed-since': {
    severity: 'doubtful',
    id: [
      'sudah pernah diimpor, dan sejak itu berubah; tidak ada yang ditulis',
      'bandingkan dengan {url} dan ubah di sana bila perlu',
    ],
    en: [
      'was imported before and has changed since; nothing was written',
      'compare it with {url} and correct it there if need be',
    ],
  },
  withdrawn: {
    severity: 'doubtful',
    id: ['berita ini sudah ditarik dan tidak dimunculkan lagi', 'keluarkan halaman ini dari folder impor'],
    en: [
      'this article was withdrawn and is not brought back',
      'take the page out of the folder that is imported',
    ],
  },
  duplicate: {
    severity: 'doubtful',
    id: [
      'berita yang sama sudah ada dari sumber lain: {other}; tidak dimasukkan lagi',
      'jika memang dua berita, impor dengan --duplicates keep',
    ],
    en: [
      'the same article is here from another source: {other}; it did not go in again',
      'if they are two articles, import with --duplicates keep',
    ],
  },
  'same-title': {
    severity: 'doubtful',
    id: [
      'judul dan tanggalnya sama dengan {other}, tetapi isinya lain',
      'periksa apakah keduanya memang dua berita',
    ],
    en: [
      'title and day are those of {other}, but the text is another',
      'check whether they are two articles',
    ],
  },
} as const satisfies Record<string, ProblemEntry>;
