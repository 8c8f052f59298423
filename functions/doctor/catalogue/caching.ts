import type { CatalogueEntry } from './entry.ts';

/** How long, for whom, and how large. */
export const caching = {
  'expires-zero': {
    severity: 'warning',
    id: [
      'Expires: 0.',
      'Miniflux lalu membuang ETag dan Last-Modified: seluruh feed diunduh pada setiap kunjungan.',
      'Buang Expires; Cache-Control: max-age sudah cukup.',
    ],
    en: [
      'Expires: 0.',
      'Miniflux then drops ETag and Last-Modified: the whole feed is downloaded at every poll.',
      'Leave Expires out; Cache-Control: max-age is enough.',
    ],
  },
  'max-age-missing': {
    severity: 'note',
    id: [
      'Tidak disebut berapa lama feed masih segar.',
      'Pembaca datang menurut kebiasaannya sendiri; tembolok menebak.',
      'Kirim Cache-Control: max-age dengan beberapa menit.',
    ],
    en: [
      'Nothing tells how long the feed stays fresh.',
      'Readers come by their own habit; caches guess.',
      'Send Cache-Control: max-age with a few minutes.',
    ],
  },
  'max-age-long': {
    severity: 'warning',
    id: [
      'max-age {hours} jam.',
      'Miniflux dan FreshRSS baru kembali sehari kemudian: berita hari ini dibaca besok.',
      'Pendekkan max-age; untuk tembolok tepi ada s-maxage.',
    ],
    en: [
      'max-age is {hours} hours.',
      'Miniflux and FreshRSS come back a day later: today’s news is read tomorrow.',
      'Shorten max-age; for the edge there is s-maxage.',
    ],
  },
  'ttl-long': {
    severity: 'warning',
    id: [
      'ttl {minutes} menit.',
      'Miniflux baru kembali sehari kemudian.',
      'Untuk berita, tulis ttl 15 sampai 60 menit.',
    ],
    en: [
      'ttl is {minutes} minutes.',
      'Miniflux comes back a day later.',
      'For news, write a ttl of 15 to 60 minutes.',
    ],
  },
  'no-store': {
    severity: 'note',
    id: [
      'Cache-Control: no-store.',
      'Tidak ada tembolok yang boleh membantu: setiap permintaan sampai ke server Anda.',
      'Untuk feed umum: public, max-age dengan beberapa menit.',
    ],
    en: [
      'Cache-Control: no-store.',
      'No cache may help: every request reaches your server.',
      'For a public feed: public, max-age with a few minutes.',
    ],
  },
  cookie: {
    severity: 'warning',
    id: [
      'Feed memasang kuki {name}.',
      'CDN tidak menyimpan jawaban berkuki, dan pembaca tidak membutuhkannya.',
      'Jangan mulai sesi pada alamat feed.',
    ],
    en: [
      'The feed sets the cookie {name}.',
      'CDNs do not keep answers with cookies, and readers need none.',
      'Start no session on feed addresses.',
    ],
  },
  'compression-missing': {
    severity: 'warning',
    id: [
      '{bytes} bita dikirim tanpa kompresi.',
      'Setiap unduhan beberapa kali lebih besar daripada seharusnya.',
      'Nyalakan gzip dan brotli untuk jenis ini; banyak server hanya mengompresi text/html.',
    ],
    en: [
      '{bytes} bytes are sent without compression.',
      'Every download is several times larger than need be.',
      'Turn gzip and brotli on for this type; many servers compress text/html only.',
    ],
  },
  'gzip-missing': {
    severity: 'warning',
    id: [
      'Tidak dikompresi bagi yang hanya menerima gzip.',
      'NewsBlur dan banyak portal mengunduh ukuran penuh.',
      'Nyalakan gzip di samping brotli.',
    ],
    en: [
      'Nothing is compressed for those who take gzip only.',
      'NewsBlur and many portals download the full size.',
      'Turn gzip on beside brotli.',
    ],
  },
  'brotli-missing': {
    severity: 'note',
    id: [
      'Hanya gzip, tanpa brotli.',
      'Unduhan sedikit lebih besar daripada seharusnya.',
      'Nyalakan brotli bila server atau CDN Anda mengenalnya.',
    ],
    en: [
      'There is gzip, but no brotli.',
      'Downloads are a little larger than need be.',
      'Turn brotli on if your server or CDN knows it.',
    ],
  },
  'vary-missing': {
    severity: 'warning',
    id: [
      'Dikompresi tanpa Vary: Accept-Encoding.',
      'Tembolok dapat memberi isi terkompresi kepada pembaca yang tidak memahaminya.',
      'Tambahkan Vary: Accept-Encoding.',
    ],
    en: [
      'Compressed without Vary: Accept-Encoding.',
      'A cache may hand compressed bytes to a reader that cannot take them.',
      'Add Vary: Accept-Encoding.',
    ],
  },
  'head-refused': {
    severity: 'note',
    id: [
      'HEAD dijawab {status}.',
      'Pemeriksa tautan dan sebagian penemu feed menganggap alamat ini mati.',
      'Jawab HEAD seperti GET, tanpa isi.',
    ],
    en: [
      'HEAD is answered by {status}.',
      'Link checkers and some feed finders take the address for dead.',
      'Answer HEAD like GET, without the body.',
    ],
  },
  'head-differs': {
    severity: 'note',
    id: [
      'HEAD menyebut {headers} yang lain daripada GET.',
      'Program yang bertanya dengan HEAD salah menyimpulkan.',
      'Jawab HEAD dengan kepala yang sama seperti GET.',
    ],
    en: [
      'HEAD tells another {headers} than GET.',
      'Programs that ask by HEAD draw wrong conclusions.',
      'Answer HEAD with the same headers as GET.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
