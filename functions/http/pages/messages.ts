import type { Office } from '../../office/settings.ts';

/** Every text of the pages, Indonesian first; the office's language decides which is shown. */
const messages = {
  id: {
    skipToContent: 'Langsung ke isi',
    home: 'Beranda',
    categories: 'Kategori',
    search: 'Cari',
    searchLabel: 'Cari berita',
    searchHint: 'Kata atau kalimat, misalnya: jembatan, e-KTP, wakil bupati',
    subscribe: 'Langganan',
    latest: 'Berita terbaru',
    older: 'Berita sebelumnya',
    noArticles: 'Belum ada berita di sini.',
    source: 'Sumber',
    tags: 'Tag',
    corrected: 'Diperbarui',
    searchTitle: (query: string) => `Hasil pencarian: ${query}`,
    found: (total: number) => `${total.toLocaleString('id-ID')} berita ditemukan`,
    nothingFound: 'Tidak ada berita yang cocok. Coba kata lain yang lebih umum, atau lihat berita terbaru.',
    didYouMean: 'Mungkin maksud Anda:',
    noIndex: 'Pencarian sedang disiapkan. Silakan coba lagi beberapa detik lagi.',
    invalidSearch: 'Sebagian permintaan tidak dapat dibaca dan diabaikan:',
    subscribeToThis: 'Langganan daftar ini',
    subscribeTitle: 'Langganan berita',
    subscribeIntro:
      'Dengan langganan, berita baru datang sendiri ke aplikasi pembaca Anda, tanpa surel dan tanpa pendaftaran. ' +
      'Salin salah satu alamat di bawah ini ke aplikasi pembaca feed. ' +
      'Setiap hasil pencarian pun dapat dilanggani.',
    list: 'Daftar',
    all: 'Semua berita',
    notFoundTitle: 'Halaman tidak ditemukan',
    notFoundText: 'Tidak ada berita di alamat ini. Mungkin alamatnya salah ketik. Coba cari judulnya.',
    withdrawnTitle: 'Berita ini telah ditarik',
    withdrawnText: 'Alasan penarikan:',
    contact: 'Kontak',
    time: 'pukul',
  },
  en: {
    skipToContent: 'Skip to content',
    home: 'Home',
    categories: 'Categories',
    search: 'Search',
    searchLabel: 'Search the news',
    searchHint: 'Words or a phrase',
    subscribe: 'Subscribe',
    latest: 'Latest news',
    older: 'Earlier news',
    noArticles: 'There is no news here yet.',
    source: 'Source',
    tags: 'Tags',
    corrected: 'Updated',
    searchTitle: (query: string) => `Search results: ${query}`,
    found: (total: number) => `${total.toLocaleString('en')} articles found`,
    nothingFound: 'Nothing matches. Try another, more general word, or read the latest news.',
    didYouMean: 'Did you mean:',
    noIndex: 'The search is being prepared. Please try again in a few seconds.',
    invalidSearch: 'A part of the request could not be read and was left out:',
    subscribeToThis: 'Subscribe to this list',
    subscribeTitle: 'Subscribe to the news',
    subscribeIntro:
      'With a subscription, news comes to your feed reader by itself, without e-mail and without an account. ' +
      'Copy one of the addresses below into your feed reader. Every search can be subscribed to as well.',
    list: 'List',
    all: 'All news',
    notFoundTitle: 'Page not found',
    notFoundText: 'There is no news at this address. It may be mistyped. Try to search for the headline.',
    withdrawnTitle: 'This article was withdrawn',
    withdrawnText: 'Reason:',
    contact: 'Contact',
    time: 'at',
  },
} as const;

export type Messages = (typeof messages)['id' | 'en'];

export function messagesFor(office: Office): Messages {
  return office.language.startsWith('id') ? messages.id : messages.en;
}
