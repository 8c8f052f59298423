import type { CatalogueEntry } from './entry.ts';

/** Addresses, answers and the way to them. */
export const fetching = {
  'address-unusable': {
    severity: 'error',
    id: [
      'Bukan alamat http atau https: {address}.',
      'Tidak ada pembaca yang dapat mengambilnya.',
      'Salin alamatnya dari peramban, tanpa nama pengguna dan sandi.',
    ],
    en: [
      'No http or https address: {address}.',
      'No reader can fetch it.',
      'Copy the address from a browser, without user name and password.',
    ],
  },
  unreachable: {
    severity: 'error',
    id: [
      'Server tidak dapat dihubungi ({reason}).',
      'Pembaca menandai feed ini rusak dan menampilkan artikel lama.',
      'Periksa ejaan alamat, DNS, sertifikat, dan jaringan.',
    ],
    en: [
      'The server cannot be reached ({reason}).',
      'Readers mark the feed as broken and show old articles.',
      'Check the spelling of the address, DNS, certificate and network.',
    ],
  },
  'timed-out': {
    severity: 'error',
    id: [
      'Jawaban tidak selesai dalam {seconds} detik.',
      'Pembaca menyerah: FreshRSS setelah 20 detik, NewsBlur setelah 15.',
      'Sajikan feed dari tembolok, jangan disusun ulang pada setiap permintaan.',
    ],
    en: [
      'The answer did not arrive within {seconds} seconds.',
      'Readers give up: FreshRSS after 20 seconds, NewsBlur after 15.',
      'Serve the feed from a cache instead of building it at every request.',
    ],
  },
  'too-large': {
    severity: 'error',
    id: [
      'Jawaban lebih besar daripada {limit}.',
      'Kebanyakan pembaca menolak feed sebesar ini.',
      'Muat 20 sampai 50 artikel terbaru; sisanya taruh di arsip (RFC 5005).',
    ],
    en: [
      'The answer is larger than {limit}.',
      'Most readers refuse a feed of that size.',
      'Hold the newest 20 to 50 articles, and put the rest into an archive (RFC 5005).',
    ],
  },
  'too-many-redirects': {
    severity: 'error',
    id: [
      'Dialihkan lebih dari {limit} kali.',
      'Pembaca menyerah.',
      'Alihkan langsung ke alamat akhir dengan satu pengalihan permanen (301 atau 308).',
    ],
    en: [
      'Redirected more than {limit} times.',
      'Readers give up.',
      'Lead to the final address with one permanent redirect (301 or 308).',
    ],
  },
  'not-a-feed': {
    severity: 'error',
    id: [
      'Ini bukan feed, dan halaman ini tidak menyebut feed.',
      'Pembaca tidak menemukan apa pun. Halaman tantangan dari penangkal bot juga tampak seperti ini.',
      'Sebut feed dengan <link rel="alternate"> di halaman; kecualikan alamat feed dari penangkal bot.',
    ],
    en: [
      'This is no feed, and no page that names one.',
      'Readers find nothing. The challenge page of a bot wall looks like this too.',
      'Name the feeds by <link rel="alternate"> on the page; leave feed addresses out of the bot wall.',
    ],
  },
  'feeds-left-out': {
    severity: 'note',
    id: [
      'Sebagian feed halaman ini tidak diperiksa ({count}; batas {limit}).',
      'Tidak berpengaruh bagi pembaca.',
      'Sebut alamatnya satu per satu untuk memeriksanya.',
    ],
    en: [
      'Some feeds of this page were not examined ({count}; limit {limit}).',
      'Readers are not concerned.',
      'Name their addresses one by one to have them examined.',
    ],
  },
  'probe-refused': {
    severity: 'note',
    id: [
      'Server menjawab {status} pada pertanyaan lanjutan; sebagian pemeriksaan tidak dilakukan.',
      'Pembaca yang bertanya berurutan dari satu alamat dapat mengalami hal yang sama.',
      'Batasi hanya jauh di atas kebiasaan pembaca yang sopan, dengan 429 dan Retry-After.',
    ],
    en: [
      'The server answered {status} to further questions; part of the examination was left out.',
      'Readers that ask several times from one address may meet the same.',
      'Limit only far above what polite readers do, by 429 with Retry-After.',
    ],
  },
  'status-forbidden': {
    severity: 'error',
    id: [
      'Feed ditolak dengan status {status}.',
      'Miniflux menghitungnya sebagai galat dan berhenti setelah tiga kali; Unread menunggu empat jam; FreshRSS dan tt-rss terus mencoba dan menandai feed rusak.',
      'Bebaskan alamat feed dari penangkal bot; batasi yang terlalu sering dengan 429 dan Retry-After.',
    ],
    en: [
      'The feed is refused with status {status}.',
      'Miniflux counts an error and stops after three; Unread waits four hours; FreshRSS and tt-rss keep trying and mark the feed as broken.',
      'Keep feed addresses out of the bot wall; slow the impatient down with 429 and Retry-After.',
    ],
  },
  'status-not-found': {
    severity: 'error',
    id: [
      'Tidak ada apa pun di alamat ini (404).',
      'Pembaca terus mencoba dan menandai feed rusak.',
      'Alihkan secara permanen ke alamat baru, atau jawab 410 bila feed memang berakhir.',
    ],
    en: [
      'There is nothing at this address (404).',
      'Readers keep trying and mark the feed as broken.',
      'Redirect permanently to the new address, or answer 410 if the feed has ended.',
    ],
  },
  'status-gone': {
    severity: 'error',
    id: [
      'Feed ini dinyatakan berakhir (410).',
      'FreshRSS berhenti berlangganan; pembaca lain menandainya rusak.',
      'Bila tidak disengaja, sajikan kembali feed di alamat ini.',
    ],
    en: [
      'The feed is declared to have ended (410).',
      'FreshRSS mutes the subscription; others mark it as broken.',
      'If that was not meant, serve the feed at this address again.',
    ],
  },
  'status-too-many': {
    severity: 'error',
    id: [
      'Server menganggap permintaan terlalu sering (429, Retry-After: {retryAfter}).',
      'Miniflux menunggu selama Retry-After, paling sedikit satu jam; tt-rss satu sampai dua jam; Unread empat jam.',
      'Naikkan batasnya: satu permintaan pertama dari alamat baru jangan sampai ditolak.',
    ],
    en: [
      'The server finds that it is asked too often (429, Retry-After: {retryAfter}).',
      'Miniflux waits for Retry-After, an hour at least; tt-rss one to two hours; Unread four.',
      'Raise the limit: the first request of a new client must not be refused.',
    ],
  },
  'status-unavailable': {
    severity: 'error',
    id: [
      'Server gagal menjawab (status {status}).',
      'Miniflux menghitungnya sebagai galat dan berhenti setelah tiga kali, tanpa melihat Retry-After; pembaca lain mencoba lagi menurut jadwalnya.',
      'Biarkan tembolok tepi menyajikan salinan terakhir (stale-if-error) selama server terganggu.',
    ],
    en: [
      'The server failed to answer (status {status}).',
      'Miniflux counts an error and stops after three, without looking at Retry-After; others try again by their own clock.',
      'Let the edge cache serve its last copy (stale-if-error) while the server is in trouble.',
    ],
  },
  'status-unexpected': {
    severity: 'error',
    id: [
      'Permintaan biasa dijawab dengan status {status}.',
      'Pembaca menganggap feed rusak atau kosong.',
      'Jawab permintaan GET tanpa syarat dengan 200 dan seluruh feed.',
    ],
    en: [
      'A plain request was answered with status {status}.',
      'Readers take the feed for broken or empty.',
      'Answer a GET without conditions with 200 and the whole feed.',
    ],
  },
  'retry-after-missing': {
    severity: 'warning',
    id: [
      'Jawaban {status} tanpa Retry-After.',
      'Pembaca menebak sendiri kapan kembali; ada yang segera, ada yang berjam-jam kemudian.',
      'Tambahkan Retry-After dengan jumlah detik.',
    ],
    en: [
      'An answer of {status} without Retry-After.',
      'Readers guess when to come back: some at once, some hours later.',
      'Add Retry-After with a number of seconds.',
    ],
  },
  'redirect-permanent': {
    severity: 'note',
    id: [
      'Dialihkan secara permanen ({statuses}) ke {url}.',
      'Pembaca yang patuh memindahkan langganan ke alamat baru.',
      'Umumkan alamat baru itu; biarkan pengalihan tetap ada.',
    ],
    en: [
      'Redirected permanently ({statuses}) to {url}.',
      'Readers that heed it move the subscription to the new address.',
      'Announce the new address, and leave the redirect in place.',
    ],
  },
  'redirect-temporary': {
    severity: 'note',
    id: [
      'Dialihkan sementara ({statuses}) ke {url}.',
      'Pembaca terus meminta alamat lama dan dialihkan setiap kali.',
      'Bila feed memang pindah, pakai 301 atau 308.',
    ],
    en: [
      'Redirected for the time being ({statuses}) to {url}.',
      'Readers keep asking the old address and are redirected every time.',
      'If the feed has moved for good, use 301 or 308.',
    ],
  },
  'redirect-chain': {
    severity: 'warning',
    id: [
      '{count} pengalihan berturut-turut sampai ke {url}.',
      'Setiap kunjungan butuh {count} permintaan tambahan.',
      'Alihkan setiap alamat lama langsung ke alamat akhir.',
    ],
    en: [
      '{count} redirects one after the other to {url}.',
      'Every poll takes {count} requests more.',
      'Lead every old address straight to the final one.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
