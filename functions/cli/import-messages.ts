import type { ImportLanguage } from '../importers/messages.ts';

/** A message of the import, with the names in braces filled. */
export function renderMessage(
  code: keyof typeof messages,
  language: ImportLanguage,
  values: Readonly<Record<string, string>> = {},
): string {
  return messages[code][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** A whole number as people write it: 36.000 in Indonesian, 36,000 in English. */
export function formatCount(count: number, language: ImportLanguage): string {
  return new Intl.NumberFormat(language).format(count);
}

const messages = {
  'unknown-category': {
    id: 'Rubrik "{slug}" tidak ada. Pilih salah satu: {known}.',
    en: 'There is no category "{slug}". Take one of: {known}.',
  },
  'bad-service-address': {
    id: 'Alamat layanan "{to}" bukan alamat http atau https.',
    en: 'The service address "{to}" is no http or https address.',
  },
  'missing-token': {
    id: 'Token penerbitan tidak ada. Sebut dengan --token atau WARTA_TOKEN; `npm start` mencetak token layanan lokal.',
    en: 'There is no publishing token. Name it with --token or WARTA_TOKEN; `npm start` prints that of the local service.',
  },
  'report-not-written': {
    id: 'Laporan tidak dapat ditulis ke {file} ({reason}). Sebut letak lain dengan --report.',
    en: 'The report cannot be written to {file} ({reason}). Name another place with --report.',
  },
  unreachable: {
    id: 'Tidak ada layanan Warta di {to} ({detail}): jalankan dengan `npm start`, atau sebut alamatnya dengan --to.',
    en: 'No Warta service answers at {to} ({detail}): start it with `npm start`, or name it with --to.',
  },
  unauthorized: {
    id: 'Layanan di {to} menolak tokennya ({detail}): sebut token yang benar dengan --token atau WARTA_TOKEN.',
    en: 'The service at {to} refuses the token ({detail}): name the right one with --token or WARTA_TOKEN.',
  },
  busy: {
    id: 'Layanan di {to} sedang terlalu sibuk ({detail}): jalankan impor ini lagi nanti.',
    en: 'The service at {to} is too busy ({detail}): run this import again later.',
  },
  'unexpected-answer': {
    id: 'Jawaban dari {to} bukan dari layanan Warta ({detail}): periksa alamat pada --to.',
    en: 'What answers at {to} is no Warta service ({detail}): check the address in --to.',
  },
  'run-again': {
    id: 'Impor ini dapat dijalankan lagi: yang sudah masuk tidak digandakan.',
    en: 'The import can be run again: nothing goes in twice.',
  },
  interrupted: { id: 'Dihentikan.', en: 'Interrupted.' },
  progress: { id: '{done} dari {total} halaman', en: '{done} of {total} pages' },
  'bar-format': {
    id: 'Impor [{bar}] {percentage}% | {value}/{total} halaman | sisa {eta_formatted}',
    en: 'Import [{bar}] {percentage}% | {value}/{total} pages | {eta_formatted} left',
  },
  summary: { id: 'Halaman dibaca: {count}', en: 'Pages read: {count}' },
  new: { id: 'baru', en: 'new' },
  'already-there': { id: 'sudah ada', en: 'already there' },
  'changed-since': { id: 'berubah sejak diimpor', en: 'changed since' },
  withdrawn: { id: 'sudah ditarik', en: 'withdrawn' },
  'not-sent': { id: 'akan diimpor', en: 'would be imported' },
  doubtful: { id: 'perlu diperiksa', en: 'doubtful' },
  refused: { id: 'ditolak', en: 'refused' },
  'refused-heading': { id: 'Ditolak', en: 'Refused' },
  'doubtful-heading': { id: 'Perlu diperiksa', en: 'Doubtful' },
  more: {
    id: '… dan {count} lagi; --report mencatat semuanya',
    en: '… and {count} more; --report lists them all',
  },
  title: { id: 'Judul', en: 'Title' },
  date: { id: 'Tanggal', en: 'Date' },
  place: { id: 'Tempat', en: 'Place' },
  authors: { id: 'Penulis', en: 'Authors' },
  paragraphs: { id: 'Paragraf', en: 'Paragraphs' },
  category: { id: 'Rubrik', en: 'Category' },
} as const;
