/** Every text of the pages in Indonesian. Its shape is the catalogue's: English has to say all of it too. */
export const indonesian = {
  languageName: 'Bahasa Indonesia',
  locale: 'id_ID',

  skipToContent: 'Langsung ke isi',
  home: 'Beranda',
  menu: 'Menu',
  mainMenu: 'Menu utama',
  categories: 'Kategori',
  service: 'Layanan',
  breadcrumbs: 'Posisi halaman',
  subscribe: 'Langganan',
  about: 'Tentang',
  apiDocs: 'API',
  searchHelp: 'Bantuan pencarian',
  licence: 'Lisensi',
  footerLicence: (licence: string) => `Isi situs ini boleh dipakai menurut ${licence}.`,
  themeAuto: 'Tema: ikut perangkat',
  themeLight: 'Tema: terang',
  themeDark: 'Tema: gelap',

  search: 'Cari',
  searchLabel: 'Cari berita',
  searchPlaceholder: 'Cari berita: jembatan, e-KTP, wabup …',
  completions: '{n} saran. Pilih dengan panah atas dan bawah.',
  searchTitle: (query: string, found: string) => `Hasil pencarian: ${query} (${found})`,
  browseTitle: 'Jelajahi arsip berita',
  resultsFor: (query: string) => `Hasil untuk “${query}”`,
  found: (total: number) => `${total.toLocaleString('id-ID')} berita ditemukan`,
  nothingFound: 'Tidak ada berita yang cocok.',
  nothingFoundTips: [
    'Periksa ejaannya, atau pakai kata yang lebih umum.',
    'Pakai lebih sedikit kata: “jembatan kalisoga” daripada satu kalimat penuh.',
    'Hapus saringan, misalnya rentang tanggal atau kategori.',
  ],
  latestInstead: 'Lihat berita terbaru',
  didYouMean: 'Mungkin maksud Anda:',
  noIndexTitle: 'Pencarian sedang disiapkan',
  noIndex:
    'Halaman ini membutuhkan indeks pencarian, yang sedang dibangun. Silakan muat ulang beberapa detik lagi. ' +
    'Sementara itu berita terbaru dan semua kategori dapat dibaca seperti biasa.',
  invalidSearch: 'Bagian ini tidak dapat dibaca dan diabaikan:',
  filters: 'Persempit hasil',
  activeFilters: 'Saringan yang aktif',
  removeFilter: (name: string) => `Hapus saringan ${name}`,
  clearFilters: 'Hapus semua saringan',
  facetNames: { category: 'Kategori', tag: 'Tag', author: 'Penulis', place: 'Tempat', year: 'Tahun' },
  more: 'Lainnya',
  moreResults: 'Hasil berikutnya',
  pinned: 'Disematkan oleh redaksi',
  sort: 'Urutkan',
  byRelevance: 'Paling cocok',
  byNewest: 'Terbaru',
  dateRange: 'Rentang tanggal',
  from: 'Sejak',
  to: 'Sampai',
  apply: 'Terapkan',
  subscribeToResult: 'Langganan hasil ini',
  subscribeToResultHint: 'Berita baru yang cocok akan datang sendiri ke aplikasi pembaca Anda.',

  latest: 'Berita terbaru',
  older: 'Berita sebelumnya',
  firstPage: 'Kembali ke yang terbaru',
  noArticles: 'Belum ada berita di sini.',
  categoryKicker: 'Kategori',
  labelKickers: { tag: 'Tag', author: 'Penulis', place: 'Tempat' },
  subscribeToThis: 'Langganan daftar ini',
  subscribeTo: (name: string) => `Langganan ${name}`,

  by: 'Oleh',
  and: 'dan',
  corrected: 'Diperbarui',
  correction: 'Ralat',
  revision: (version: number) => `perubahan ke-${version - 1} sejak terbit`,
  source: 'Sumber',
  tags: 'Tag',
  picture: 'Gambar',
  pictureElsewhere: (host: string) => `Lihat gambar di ${host}`,
  share: 'Bagikan',
  shareOn: (name: string) => `Bagikan lewat ${name}`,
  shareNative: 'Bagikan …',
  email: 'Surel',
  copyLink: 'Salin tautan',
  copied: 'Tersalin',
  related: 'Berita terkait',
  neighbours: 'Berita sebelum dan sesudahnya',
  previousArticle: 'Sebelumnya',
  nextArticle: 'Berikutnya',
  followTopic: 'Ikuti berita seperti ini',

  subscribeTitle: 'Langganan berita',
  subscribeIntro:
    'Langganan membuat berita baru datang sendiri ke aplikasi pembaca Anda, begitu terbit. ' +
    'Tidak perlu akun, tidak perlu alamat surel, dan tidak ada yang mencatat apa yang Anda baca. ' +
    'Salin alamat sebuah daftar ke aplikasi pembaca, atau buka langsung dengan salah satu tautan di sampingnya.',
  subscribeSearchTitle: 'Langganan pencarian',
  subscribeSearchText:
    'Setiap hasil pencarian juga dapat dilanggani: cari sebuah kata, lalu tekan “Langganan hasil ini”.',
  subscribeReaders: 'Buka dengan',
  subscribeFeeds: 'Semua daftar',
  subscribeTopics: 'Menurut topik, penulis, dan tempat',
  feedAddress: (name: string, format: string) => `Alamat ${format} untuk ${name}`,
  copy: 'Salin',
  opmlTitle: 'Semua sekaligus',
  opmlText: 'Berkas OPML memuat semua daftar. Impor sekali ke aplikasi pembaca Anda.',
  opmlLink: 'Unduh OPML',
  all: 'Semua berita',
  endedTitle: 'Kategori ini sudah ditutup',
  ended: 'Beritanya tetap dapat dibaca di sini. Berita selanjutnya ada di daftar semua berita.',

  notFoundTitle: 'Halaman tidak ditemukan',
  notFoundText:
    'Tidak ada halaman di alamat ini. Mungkin alamatnya salah ketik, atau halamannya sudah pindah.',
  notFoundSearch: 'Cari judul atau kata dari berita yang Anda cari:',
  withdrawnTitle: 'Berita ini telah ditarik',
  withdrawnText: (when: string) => `Redaksi menarik berita ini pada ${when}.`,
  withdrawnReason: 'Alasan',

  aboutTitle: 'Tentang layanan ini dan datanya',
  aboutWho: (publisher: string) =>
    `${publisher} menerbitkan berita resmi di sini: sebagai halaman, sebagai langganan, dan sebagai data.`,
  aboutReadersTitle: 'Yang kami ketahui tentang Anda',
  aboutReaders:
    'Tidak ada. Situs ini tidak memasang kuki, tidak memuat apa pun dari situs lain, dan tidak melacak pembaca. ' +
    'Bila Anda memilih tema, pilihan itu disimpan di perangkat Anda saja.',
  aboutCorrectionsTitle: 'Ralat dan penarikan',
  aboutCorrections:
    'Berita yang diperbaiki menyebutkan kapan terakhir diubah. Berita yang ditarik tidak hilang tanpa jejak: ' +
    'alamatnya tetap ada dan menyebutkan alasannya.',
  aboutDataTitle: 'Data terbuka',
  aboutData:
    'Semua berita tersedia tanpa kunci dan tanpa pendaftaran: feed RSS, Atom, dan JSON untuk setiap daftar dan ' +
    'setiap pencarian, arsip bulanan, serta API.',
  aboutLicence: (publisher: string) => `Cantumkan sumbernya: ${publisher}.`,
  aboutContactTitle: 'Kontak',
  aboutContact: 'Menemukan kesalahan, atau membutuhkan bantuan? Tulis kepada kami:',
  aboutLinks: 'Alamat untuk mesin',

  apiTitle: 'API: berita untuk program',
  apiIntro: 'Membaca tidak memerlukan kunci. Menulis memerlukan token redaksi. Semua waktu memakai RFC 3339.',
  apiAbsent: 'Dokumen OpenAPI belum tersedia di layanan ini.',
  apiParameters: 'Parameter',
  apiAnswers: 'Jawaban',
  apiRequired: 'wajib',
  apiDocument: 'Dokumen OpenAPI',
  apiAccess: 'Perlu token',

  helpTitle: 'Cara mencari',
  helpIntro:
    'Ketik saja seperti Anda berbicara. Mesin ini mengenal imbuhan, singkatan, ejaan lama, dan salah ketik.',
  helpWrite: 'Tulis',
  helpFinds: 'Menemukan',
  helpBasics: [
    { query: 'membangun jembatan', finds: 'juga “pembangunan” dan “dibangun”' },
    { query: 'wabup', finds: 'juga “wakil bupati”' },
    { query: 'ektp', finds: 'juga “e-KTP” dan “KTP elektronik”' },
    { query: 'imunsiasi', finds: '“imunisasi”, meskipun salah ketik' },
  ],
  helpFilters:
    'Hasil dapat dipersempit menurut kategori, tag, penulis, tempat, dan tanggal; setiap hasil dapat dilanggani.',
};

export type Messages = typeof indonesian;
