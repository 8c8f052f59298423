/** One of each kind of page, by what it shows. */
export const pages = {
  home: '/',
  'home in English': '/en',
  article: '/berita/banjir-di-tirtapuspa-surut-logistik-untuk-412-keluarga-disalurkan',
  'article in English': '/en/berita/banjir-di-tirtapuspa-surut-logistik-untuk-412-keluarga-disalurkan',
  'article that tries the page': '/berita/judul-panjang',
  'article beside it': '/berita/di-sebelahnya',
  category: '/kategori/ekonomi',
  tag: '/tag/banjir',
  author: '/penulis/bayu-adipraja',
  place: '/tempat/tirtapuspa',
  search: '/cari?q=banjir',
  'search in English, narrowed': '/en/cari?q=banjir&sort=newest&category=umum&from=2020-01-01',
  'search with a slip': '/cari?q=imunsiasi',
  'search that finds nothing': '/cari?q=zzqqxx',
  archive: '/cari',
  'search help': '/cari/bantuan',
  subscriptions: '/langganan',
  about: '/tentang',
  API: '/tentang/api',
  'nothing here': '/tidak-ada',
  withdrawn: '/berita/ditarik',
} as const;

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };
