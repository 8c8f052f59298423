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
  'bad-signing-key': {
    id: 'Tidak dapat menandatangani dengan {detail}. Sebut berkas lain dengan --signing-key.',
    en: 'Nothing can be signed with {detail}. Name another file with --signing-key.',
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
  unsigned: {
    id: 'Layanan di {to} meminta tanda tangan yang lain ({detail}): sebut kunci privat yang sesuai dengan --signing-key.',
    en: 'The service at {to} asks for another signature ({detail}): name the private key that fits with --signing-key.',
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
  updated: { id: 'diperbaiki', en: 'corrected' },
  'publish-differs': {
    id: 'sudah terbit dari berkas ini dengan isi lain; sebut --update untuk memperbaikinya',
    en: 'was published from this file with other content; name --update to correct it',
  },
  found: { id: 'Ditemukan: {count}', en: 'Found: {count}' },
  'did-you-mean': { id: 'Maksudnya: {suggestion}?', en: 'Did you mean: {suggestion}?' },
  'bad-layout': {
    id: '{file} bukan berkas tata letak: {problems}',
    en: '{file} is no layout file: {problems}',
  },
  'one-page': { id: 'Sebut satu halaman untuk --explain.', en: 'Name one page for --explain.' },
  'crawl-addresses': {
    id: '--crawl mulai dari alamat halaman daftar; "{name}" bukan alamat.',
    en: '--crawl begins at the address of a list page; "{name}" is none.',
  },
  exported: { id: 'Berita yang ditulis: {count}', en: 'Articles written: {count}' },
  'file-not-written': {
    id: '{file} tidak dapat ditulis ({reason}). Sebut letak lain dengan --to.',
    en: '{file} cannot be written ({reason}). Name another place with --to.',
  },
  interrupted: { id: 'Dihentikan.', en: 'Interrupted.' },
  progress: { id: '{done} berita{percent}', en: '{done} articles{percent}' },
  'bar-format': {
    id: 'Impor [{bar}] {percentage}% | {done} berita | sisa {eta_formatted}',
    en: 'Import [{bar}] {percentage}% | {done} articles | {eta_formatted} left',
  },
  summary: { id: 'Dibaca: {count}', en: 'Read: {count}' },
  new: { id: 'baru', en: 'new' },
  'already-there': { id: 'sudah ada', en: 'already there' },
  'changed-since': { id: 'berubah sejak diimpor', en: 'changed since' },
  withdrawn: { id: 'sudah ditarik', en: 'withdrawn' },
  restored: {
    id: 'kembali sebagai versi {version} ({status}): {url}',
    en: 'back as version {version} ({status}): {url}',
  },
  duplicate: { id: 'sudah ada dari sumber lain', en: 'here from another source' },
  'left-out': { id: 'sengaja tidak diimpor', en: 'left out on purpose' },
  'not-sent': { id: 'akan diimpor', en: 'would be imported' },
  doubtful: { id: 'perlu diperiksa', en: 'doubtful' },
  refused: { id: 'ditolak', en: 'refused' },
  'refused-heading': { id: 'Ditolak', en: 'Refused' },
  'left-out-heading': { id: 'Sengaja tidak diimpor', en: 'Left out on purpose' },
  'went-in-heading': { id: 'Sudah masuk', en: 'What went in' },
  'categories-heading': { id: 'Rubrik yang tidak dikenal', en: 'Categories that are not known' },
  'all-categories-heading': { id: 'Rubrik', en: 'Categories' },
  'categories-cure': {
    id: 'petakan dengan --map "NAMA=rubrik"; namanya tetap ada sebagai tag',
    en: 'map it with --map "NAME=category"; the name stays as a tag',
  },
  'report-title': { id: 'Laporan impor', en: 'Import report' },
  'dry-run': { id: 'Uji coba, tidak ada yang ditulis', en: 'A dry run, nothing was written' },
  tags: { id: 'Tag', en: 'Tags' },
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
