import type { CatalogueEntry } from './entry.ts';

/** Who an article is, and who a feed is: ids, the address of its own, hubs. */
export const identity = {
  'id-repeated': {
    severity: 'error',
    id: [
      'id sama dengan artikel ke-{first}: {id}',
      'Pembaca menampilkan hanya salah satunya.',
      'Satu id untuk satu artikel, dan satu artikel sekali saja dalam feed.',
    ],
    en: [
      'The id is that of article {first}: {id}',
      'Readers show only one of the two.',
      'One id for one article, and each article once in the feed.',
    ],
  },
  'id-not-canonical': {
    severity: 'warning',
    id: [
      'id ditulis dengan huruf besar atau port baku: {id}',
      'id dibandingkan huruf demi huruf; program yang merapikannya membuat artikel kedua.',
      'Tulis skema dan nama situs dengan huruf kecil, tanpa port baku; atau pakai tag: URI.',
    ],
    en: [
      'The id is written with capitals or a default port: {id}',
      'Ids are compared letter by letter; a program that tidies them makes a second article.',
      'Write scheme and host in small letters, without a default port; or use a tag: URI.',
    ],
  },
  'id-holds-headline': {
    severity: 'warning',
    id: [
      'id memuat judul: {id}',
      'Bila judul diperbaiki dan id ikut berubah, pembaca melihat artikel yang sama dua kali.',
      'Pakai id yang tidak bergantung pada judul, misalnya tag: URI dari nomor artikel.',
    ],
    en: [
      'The id holds the headline: {id}',
      'If the headline is corrected and the id follows, readers see the article twice.',
      'Use an id that does not depend on the headline, such as a tag: URI of the article’s number.',
    ],
  },
  'ids-differ': {
    severity: 'error',
    id: [
      'Artikel yang sama ber-id lain di {other} ({count}), misalnya {example}: {id} di sini, {otherId} di sana.',
      'Portal yang membaca keduanya, dan pembaca yang berganti format, melihat semua artikel dua kali.',
      'Pakai id yang sama di semua format dan semua feed.',
    ],
    en: [
      'The same articles have other ids in {other} ({count}), such as {example}: {id} here, {otherId} there.',
      'Portals that read both, and readers that change the format, see every article twice.',
      'Use one id in all formats and all feeds.',
    ],
  },
  'self-missing': {
    severity: 'warning',
    id: [
      'Feed tidak menyebut alamatnya sendiri.',
      'Salinan feed tidak dapat menemukan asalnya, dan WebSub tidak berfungsi.',
      'Tambahkan <atom:link rel="self"> (RSS), <link rel="self"> (Atom), atau feed_url (JSON Feed).',
    ],
    en: [
      'The feed does not name its own address.',
      'A copy of the feed cannot find its origin, and WebSub does not work.',
      'Add <atom:link rel="self"> (RSS), <link rel="self"> (Atom) or feed_url (JSON Feed).',
    ],
  },
  'self-relative': {
    severity: 'warning',
    id: [
      'Alamat sendiri tidak lengkap: {self}',
      'Di luar situs Anda alamat itu tidak menunjuk ke mana pun.',
      'Tulis alamat lengkap: {address}',
    ],
    en: [
      'The address of its own is not whole: {self}',
      'Away from your site it leads nowhere.',
      'Write the whole address: {address}',
    ],
  },
  'self-differs': {
    severity: 'warning',
    id: [
      'Feed menyebut {self} sebagai alamatnya, tetapi dijawab di {address}.',
      'Miniflux dan WebSub memakai alamat yang disebut: bila tidak ada di sana, langganan mati.',
      'Sebut alamat tetap tempat feed ini dijawab, dan alihkan yang lain ke sana.',
    ],
    en: [
      'The feed names {self} as its own address, but answers at {address}.',
      'Miniflux and WebSub go by the address that is named: if it is not there, the subscription is dead.',
      'Name the permanent address at which it answers, and redirect the others to it.',
    ],
  },
  'self-contradicted': {
    severity: 'warning',
    id: [
      'Kepala Link menyebut {linked}, dokumennya {self}.',
      'Hub dan pelanggan WebSub memakai topik yang berlainan.',
      'Sebut alamat yang sama di keduanya.',
    ],
    en: [
      'The Link header names {linked}, the document {self}.',
      'Hubs and WebSub subscribers go by different topics.',
      'Name the same address in both.',
    ],
  },
  'self-redirects': {
    severity: 'warning',
    id: [
      'Feed menyebut {self}, yang dialihkan secara permanen ke {address}.',
      'Pembaca berpindah-pindah antara dua alamat.',
      'Sebut alamat baru di dalam feed.',
    ],
    en: [
      'The feed names {self}, which redirects permanently to {address}.',
      'Readers go to and fro between two addresses.',
      'Name the new address in the feed.',
    ],
  },
  'hub-advertised': {
    severity: 'note',
    id: [
      'Feed mengumumkan hub WebSub: {hub}',
      'FeedMail, misalnya, lalu hanya berkunjung sekali seminggu: bila hub tidak diberi tahu, berita datang terlambat seminggu.',
      'Beri tahu hub pada setiap perubahan, atau jangan umumkan.',
    ],
    en: [
      'The feed advertises a WebSub hub: {hub}',
      'FeedMail, for one, then polls once a week: if the hub is not told, news arrive a week late.',
      'Tell the hub of every change, or do not advertise it.',
    ],
  },
  'hub-without-self': {
    severity: 'warning',
    id: [
      'Ada hub tanpa alamat sendiri (rel="self").',
      'Pelanggan tidak tahu topik mana yang harus diminta pada hub.',
      'Sebut alamat sendiri dalam dokumen dan kepala Link.',
    ],
    en: [
      'There is a hub, but no address of its own (rel="self").',
      'Subscribers do not know which topic to ask the hub for.',
      'Name the address of its own in the document and the Link header.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
