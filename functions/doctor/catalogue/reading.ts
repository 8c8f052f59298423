import type { CatalogueEntry } from './entry.ts';

/** From bytes to a document: characters, well-formedness, namespaces, media type. */
export const reading = {
  'served-type-wrong': {
    severity: 'warning',
    id: [
      'Feed disajikan sebagai {type}.',
      'Peramban dan penemuan feed tidak mengenalinya; sebagian pembaca menolak.',
      'Sajikan dengan Content-Type: {proper}; charset=utf-8.',
    ],
    en: [
      'The feed is served as {type}.',
      'Browsers and feed finders do not recognise it; some readers refuse it.',
      'Serve it with Content-Type: {proper}; charset=utf-8.',
    ],
  },
  'served-type-generic': {
    severity: 'note',
    id: [
      'Feed disajikan sebagai {type}.',
      'Pembaca menerimanya.',
      'Lebih tegas: Content-Type: {proper}; charset=utf-8.',
    ],
    en: [
      'The feed is served as {type}.',
      'Readers take it.',
      'Content-Type: {proper}; charset=utf-8 says more.',
    ],
  },
  'charset-unknown': {
    severity: 'error',
    id: [
      'Pengodean "{charset}" tidak dikenal.',
      'Pembaca menebak, dan huruf di luar ASCII rusak.',
      'Tulis dan nyatakan UTF-8.',
    ],
    en: [
      'There is no encoding "{charset}".',
      'Readers guess, and characters beyond ASCII break.',
      'Write UTF-8, and say so.',
    ],
  },
  'charset-contradiction': {
    severity: 'warning',
    id: [
      'Server menyatakan {used}, dokumennya {other}.',
      'Pembaca yang percaya pada yang satu melihat huruf rusak pada yang lain.',
      'Nyatakan pengodean yang sama di Content-Type dan di deklarasi XML: UTF-8.',
    ],
    en: [
      'The server says {used}, the document {other}.',
      'Readers that believe the one see broken characters where the other is true.',
      'Name the same encoding in Content-Type and XML declaration: UTF-8.',
    ],
  },
  'charset-not-utf8': {
    severity: 'note',
    id: [
      'Dokumen ditulis dalam {charset}.',
      'Pengurai XML hanya wajib mengenal UTF-8 dan UTF-16.',
      'Tulis feed dalam UTF-8.',
    ],
    en: [
      'The document is written in {charset}.',
      'An XML parser need not know more than UTF-8 and UTF-16.',
      'Write the feed in UTF-8.',
    ],
  },
  'bytes-not-in-charset': {
    severity: 'error',
    id: [
      'Ada bita yang bukan {charset}.',
      'Pembaca yang ketat kehilangan seluruh feed; yang lain menampilkan tanda tanya.',
      'Simpan teks itu ulang sebagai UTF-8; biasanya disalin dari dokumen lama.',
    ],
    en: [
      'There are bytes that are not {charset}.',
      'Strict readers lose the whole feed; others show question marks.',
      'Save that text as UTF-8 again; it was usually copied from an old document.',
    ],
  },
  'xml-character': {
    severity: 'error',
    id: [
      'Karakter {character} tidak boleh ada dalam XML.',
      'FreshRSS dan tt-rss kehilangan seluruh feed, bukan hanya artikel itu.',
      'Buang karakter kendali dari teks sebelum feed disusun.',
    ],
    en: [
      'The character {character} must not stand in XML.',
      'FreshRSS and tt-rss lose the whole feed, not only that article.',
      'Take control characters out of texts before the feed is built.',
    ],
  },
  'xml-ill-formed': {
    severity: 'error',
    id: [
      'XML tidak berbentuk benar: {reason}',
      'Pembaca yang ketat kehilangan seluruh feed.',
      'Susun feed dengan pustaka XML; tulis & dan < sebagai &amp; dan &lt;, dan entitas HTML sebagai hurufnya.',
    ],
    en: [
      'The XML is not well-formed: {reason}',
      'Strict readers lose the whole feed.',
      'Build the feed with an XML library; write & and < as &amp; and &lt;, and HTML entities as their characters.',
    ],
  },
  'namespace-undeclared': {
    severity: 'error',
    id: [
      'Awalan namespace tidak dideklarasikan: {reason}',
      'Pembaca yang ketat kehilangan seluruh feed.',
      'Deklarasikan awalan itu di elemen akar, misalnya xmlns:content="http://purl.org/rss/1.0/modules/content/".',
    ],
    en: [
      'A namespace prefix is not declared: {reason}',
      'Strict readers lose the whole feed.',
      'Declare it on the root element, such as xmlns:content="http://purl.org/rss/1.0/modules/content/".',
    ],
  },
  'namespace-misspelt': {
    severity: 'warning',
    id: [
      'Awalan {prefix} terikat pada {bound}.',
      'Pembaca membandingkan alamat ini huruf demi huruf: semua elemen {prefix} tidak terlihat.',
      'Tulis xmlns:{prefix}="{expected}".',
    ],
    en: [
      'The prefix {prefix} is bound to {bound}.',
      'Readers compare that address letter by letter: all {prefix} elements are invisible.',
      'Write xmlns:{prefix}="{expected}".',
    ],
  },
  'json-ill-formed': {
    severity: 'error',
    id: [
      'Bukan JSON yang benar: {reason}',
      'Pembaca kehilangan seluruh feed.',
      'Susun feed dengan fungsi JSON, jangan dengan menyambung teks.',
    ],
    en: [
      'This is no JSON: {reason}',
      'Readers lose the whole feed.',
      'Build the feed with a JSON function, not by joining texts.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
