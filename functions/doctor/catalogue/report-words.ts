import type { ReaderVerdict } from '../readers/simulate.ts';
import type { Language, Severity } from './entry.ts';

/** The words around the findings. Names in braces are filled. */
export const reportWords = {
  healthy: {
    id: 'SEHAT. Tidak ada kesalahan dan tidak ada peringatan.',
    en: 'HEALTHY. No error and no warning.',
  },
  advised: {
    id: 'TERBACA, dengan saran. Pembaca melihat artikelnya; peringatan: {warnings}.',
    en: 'READABLE, with advice. Readers see the articles; warnings: {warnings}.',
  },
  sick: {
    id: 'SAKIT. Sebagian pembaca kehilangan sesuatu; kesalahan: {errors}, peringatan: {warnings}.',
    en: 'SICK. Some readers lose something; errors: {errors}, warnings: {warnings}.',
  },
  lost: {
    id: 'TIDAK TERBACA. Tidak ada pembaca yang mendapat feed di sini.',
    en: 'UNREADABLE. No reader gets a feed here.',
  },
  noted: {
    id: 'Pemeriksaan selesai.',
    en: 'Done.',
  },
  articles: { id: 'artikel: {count}', en: 'articles: {count}' },
  size: { id: '{bytes}, {wire} terkirim', en: '{bytes}, {wire} on the wire' },
  article: { id: 'artikel {item}', en: 'article {item}' },
  line: { id: 'baris {line}', en: 'line {line}' },
  more: { id: 'dan di tempat lain: {count}', en: 'and elsewhere: {count}' },
  seen: { id: 'Akibat', en: 'Effect' },
  cure: { id: 'Obat', en: 'Cure' },
  readers: { id: 'Cara pembaca berkunjung', en: 'How readers poll it' },
  reader: { id: 'pembaca', en: 'reader' },
  first: { id: 'pertama', en: 'first' },
  again: { id: 'lagi', en: 'again' },
  back: { id: 'kembali dalam', en: 'back in' },
  sees: { id: 'yang dilihatnya', en: 'what it sees' },
  'own-rhythm': { id: 'irama sendiri', en: 'own rhythm' },
  minutes: { id: '{count} menit', en: '{count} min' },
  hours: { id: '{count} jam', en: '{count} h' },
  interrupted: { id: 'Dihentikan.', en: 'Interrupted.' },
  progress: { id: 'pertanyaan {count} · {url}', en: 'question {count} · {url}' },
} as const;

export const severityWords: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { id: 'Kesalahan', en: 'Errors' },
  warning: { id: 'Peringatan', en: 'Warnings' },
  note: { id: 'Catatan', en: 'Notes' },
};

export const readerWords: Readonly<Record<ReaderVerdict, Readonly<Record<Language, string>>>> = {
  well: {
    id: 'artikel: {items}; bertanya lagi tidak mengunduh apa pun',
    en: 'articles: {items}; asking again downloads nothing',
  },
  wasteful: {
    id: 'artikel: {items}; lalu semuanya lagi pada setiap kunjungan{perDay}',
    en: 'articles: {items}; then all of it again at every poll{perDay}',
  },
  restless: {
    id: 'artikel: {items}; setiap kunjungan membawa dokumen yang lain{perDay}',
    en: 'articles: {items}; every poll brings another document{perDay}',
  },
  unread: {
    id: 'artikel: {items}; lalu mengunduh semuanya dan tidak membacanya, sebab ETag-nya sama{perDay}',
    en: 'articles: {items}; then downloads all and does not read it, the ETag being the same{perDay}',
  },
  blind: {
    id: 'tidak satu artikel pun: dokumennya tidak terbaca olehnya',
    en: 'no article: it cannot read the document',
  },
  foreign: {
    id: 'tidak membaca JSON Feed; beri dia RSS atau Atom',
    en: 'does not read JSON Feed; give it RSS or Atom',
  },
  refused: { id: 'ditolak', en: 'turned away' },
  empty: { id: 'tidak ada artikel', en: 'no article' },
  unfinished: {
    id: 'artikel: {items}; kunjungan berikut tidak terjawab',
    en: 'articles: {items}; its next poll was not answered',
  },
};

/** What `{perDay}` becomes where the rhythm is known. */
export const perDayWords: Readonly<Record<Language, string>> = {
  id: ': {bytes} sehari',
  en: ': {bytes} a day',
};
