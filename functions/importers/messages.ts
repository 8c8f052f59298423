export type ImportLanguage = 'id' | 'en';

/** Something about one page that whoever imports must know. */
export type ImportProblem = {
  readonly code: ProblemCode;
  /** In the page's file, from 1. */
  readonly line?: number;
  readonly values: Readonly<Record<string, string>>;
};

/** Refused: the page is not imported. Doubtful: it is, and somebody should look. */
export type Severity = 'refused' | 'doubtful';

export function severityOf(problem: ImportProblem): Severity {
  return catalogue[problem.code].severity;
}

/** What is wrong, and what to do about it. */
export function renderProblem(
  problem: ImportProblem,
  language: ImportLanguage,
): { readonly message: string; readonly cure: string } {
  const [message, cure] = catalogue[problem.code][language];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => problem.values[name] ?? '');
  return { message: fill(message), cure: fill(cure) };
}

type Entry = {
  readonly severity: Severity;
  /** The message, then the cure. Names in braces are filled from the problem's values. */
  readonly id: readonly [string, string];
  readonly en: readonly [string, string];
};

const entries = {
  'not-found': {
    severity: 'refused',
    id: ['berkas atau folder ini tidak ada', 'periksa ejaan dan letaknya'],
    en: ['there is no such file or folder', 'check its spelling and where it is'],
  },
  unreadable: {
    severity: 'refused',
    id: ['tidak dapat dibaca ({reason})', 'periksa hak akses berkas, lalu impor lagi'],
    en: ['cannot be read ({reason})', 'check the permissions of the file, then import again'],
  },
  'no-pages': {
    severity: 'refused',
    id: [
      'folder ini tidak berisi halaman .txt, .htm, .html, atau .xhtml',
      'sebut folder yang benar, atau sebut berkasnya satu per satu',
    ],
    en: [
      'this folder holds no .txt, .htm, .html or .xhtml page',
      'name the right folder, or name the files one by one',
    ],
  },
  'page-too-large': {
    severity: 'refused',
    id: ['lebih besar daripada {limit}', 'pecah atau ringkas halaman ini; berita biasanya jauh lebih kecil'],
    en: ['is larger than {limit}', 'split or shorten the page; an article is usually far smaller'],
  },
  'not-text': {
    severity: 'refused',
    id: ['bukan teks atau HTML', 'simpan halaman ini sebagai teks atau HTML, lalu impor lagi'],
    en: ['is neither text nor HTML', 'save the page as text or HTML, then import it again'],
  },
  'bad-address': {
    severity: 'refused',
    id: ['bukan alamat http atau https yang dapat diambil', 'salin alamatnya dari peramban, tanpa sandi'],
    en: ['is no http or https address that can be fetched', 'copy it from the browser, without a password'],
  },
  'fetch-failed': {
    severity: 'refused',
    id: ['tidak dapat diambil ({reason})', 'periksa alamat dan jaringannya, lalu impor lagi'],
    en: ['cannot be fetched ({reason})', 'check the address and the network, then import again'],
  },
  'fetch-timed-out': {
    severity: 'refused',
    id: ['tidak selesai diambil dalam {seconds} detik', 'coba lagi ketika situsnya lebih lengang'],
    en: ['did not arrive within {seconds} seconds', 'try again when the site is less busy'],
  },
  'fetch-status': {
    severity: 'refused',
    id: [
      'situsnya menjawab dengan status {status}',
      'buka alamat ini di peramban dan periksa apakah masih ada',
    ],
    en: ['the site answers with status {status}', 'open the address in a browser and see if it still exists'],
  },
  'too-many-redirects': {
    severity: 'refused',
    id: ['dialihkan lebih dari {limit} kali', 'sebut alamat akhirnya, seperti terlihat di peramban'],
    en: ['is redirected more than {limit} times', 'name the final address, as the browser shows it'],
  },
  'wrong-content-type': {
    severity: 'refused',
    id: ['berisi {type}, bukan teks atau HTML', 'sebut alamat halaman beritanya'],
    en: ['holds {type}, not text or HTML', 'name the address of the page with the article'],
  },
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
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof entries;

const catalogue: Readonly<Record<ProblemCode, Entry>> = entries;

export const problemCodes: readonly ProblemCode[] = Object.keys(entries).filter(
  (code): code is ProblemCode => code in entries,
);
