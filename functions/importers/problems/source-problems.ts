import type { ProblemEntry } from './problem-entry.ts';

/** What may be wrong with a file, a folder, an archive or an address. */
export const sourceProblems = {
  'not-understood': {
    severity: 'refused',
    id: [
      'tidak dapat diolah karena kesalahan di Warta sendiri ({reason})',
      'laporkan pesan ini beserta isinya; yang lain tetap masuk',
    ],
    en: [
      'cannot be processed, by a fault of Warta itself ({reason})',
      'report this message with what it is about; the others go in',
    ],
  },
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
  'zip-bad-name': {
    severity: 'refused',
    id: ['nama di dalam ZIP ini menunjuk ke luar arsip', 'buat ulang ZIP-nya dari folder halaman'],
    en: ['a name in this ZIP leads out of the archive', 'make the ZIP anew from the folder of pages'],
  },
  'zip-damaged': {
    severity: 'refused',
    id: [
      'ZIP ini rusak, atau ukurannya bukan seperti yang disebutnya ({reason})',
      'buat ulang ZIP-nya, atau buka dan impor foldernya',
    ],
    en: [
      'this ZIP is damaged, or its sizes are not what it says ({reason})',
      'make the ZIP anew, or unpack it and import the folder',
    ],
  },
  'private-address': {
    severity: 'refused',
    id: ['alamat ini menuju jaringan dalam ({address})', 'jika memang situs Anda, sebut --allow-private'],
    en: [
      'this address leads into a private network ({address})',
      'if it is your own site, name --allow-private',
    ],
  },
  'other-host': {
    severity: 'refused',
    id: ['dialihkan ke situs lain: {url}', 'impor situs itu tersendiri bila memang milik Anda'],
    en: ['leads to another site: {url}', 'import that site by itself if it is yours'],
  },
  'robots-refused': {
    severity: 'refused',
    id: [
      'robots.txt situs ini tidak mengizinkan halaman ini diambil',
      'minta pengelola situs mengizinkan Warta-Import, atau impor dari folder',
    ],
    en: [
      'the robots.txt of the site does not allow this page to be fetched',
      'ask who runs the site to allow Warta-Import, or import from a folder',
    ],
  },
  'robots-unreachable': {
    severity: 'refused',
    id: [
      'robots.txt situs ini tidak terjawab ({reason}), jadi tidak ada yang diambil',
      'coba lagi ketika situsnya pulih',
    ],
    en: [
      'the robots.txt of the site is not answered ({reason}), so nothing is fetched',
      'try again when the site is well',
    ],
  },
  'crawl-limit': {
    severity: 'refused',
    id: [
      'berhenti setelah {limit} halaman',
      'naikkan batasnya dengan --max-pages, atau mulai dari halaman daftar yang lebih dalam',
    ],
    en: ['stopped after {limit} pages', 'raise the limit with --max-pages, or begin at a deeper list page'],
  },
  'no-articles-found': {
    severity: 'refused',
    id: [
      'tidak ada tautan ke berita pada halaman daftar ini',
      'sebut halaman daftar beritanya, atau buat --layout yang menunjuk tautannya',
    ],
    en: [
      'no link to an article stands on this list page',
      'name the page that lists the articles, or write a --layout that points at the links',
    ],
  },
} as const satisfies Record<string, ProblemEntry>;
