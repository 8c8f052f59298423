import type { CatalogueEntry } from './entry.ts';

/** Atom, RFC 4287. */
export const atom = {
  'atom-namespace': {
    severity: 'error',
    id: [
      'Elemen feed berada dalam namespace "{namespace}".',
      'Pembaca tidak mengenalinya sebagai Atom 1.0.',
      'Tulis <feed xmlns="http://www.w3.org/2005/Atom">.',
    ],
    en: [
      'The feed element is in the namespace "{namespace}".',
      'Readers do not recognise it as Atom 1.0.',
      'Write <feed xmlns="http://www.w3.org/2005/Atom">.',
    ],
  },
  'atom-id-invalid': {
    severity: 'error',
    id: [
      'id bukan IRI: {value}',
      'Pembaca tidak dapat membedakan artikel antarfeed.',
      'Pakai tag: URI, urn:uuid:, atau alamat tetap yang lengkap.',
    ],
    en: [
      'The id is no IRI: {value}',
      'Readers cannot tell articles of different feeds apart.',
      'Use a tag: URI, a urn:uuid: or a whole permanent address.',
    ],
  },
  'atom-author-missing': {
    severity: 'error',
    id: [
      'Artikel tanpa penulis, dan feed juga tanpa penulis.',
      'Atom mewajibkannya; pembaca yang ketat menolak.',
      'Tambahkan author pada feed (kantor Anda) atau pada setiap entry.',
    ],
    en: [
      'An entry without an author, in a feed without one.',
      'Atom demands it; strict readers refuse.',
      'Add an author to the feed (your office) or to each entry.',
    ],
  },
  'atom-author-unnamed': {
    severity: 'error',
    id: ['author tanpa name.', 'Pembaca menampilkan penulis kosong.', 'Isi name di dalam author.'],
    en: ['An author without a name.', 'Readers show an empty author.', 'Fill the name within author.'],
  },
  'atom-content-missing': {
    severity: 'error',
    id: [
      'Entry tanpa content dan tanpa tautan alternate.',
      'Pembaca tidak punya apa pun untuk ditampilkan atau dibuka.',
      'Tambahkan content, atau <link rel="alternate" href="…">.',
    ],
    en: [
      'An entry without content and without an alternate link.',
      'Readers have nothing to show or to open.',
      'Add content, or <link rel="alternate" href="…">.',
    ],
  },
  'atom-text-type': {
    severity: 'error',
    id: [
      '{element} mempunyai type="{type}".',
      'Pembaca tidak tahu apakah ini teks atau HTML.',
      'Yang ada hanya text, html, dan xhtml.',
    ],
    en: [
      '{element} has type="{type}".',
      'Readers do not know whether this is text or HTML.',
      'There are text, html and xhtml only.',
    ],
  },
  'atom-xhtml-without-div': {
    severity: 'error',
    id: [
      '{element} bertipe xhtml tanpa satu div XHTML di dalamnya.',
      'Pembaca kehilangan isinya.',
      'Bungkus isinya dalam <div xmlns="http://www.w3.org/1999/xhtml">, atau pakai type="html".',
    ],
    en: [
      '{element} is of type xhtml without one XHTML div in it.',
      'Readers lose what it holds.',
      'Wrap it into <div xmlns="http://www.w3.org/1999/xhtml">, or use type="html".',
    ],
  },
  'atom-alternate-repeated': {
    severity: 'error',
    id: [
      'Lebih dari satu tautan alternate dengan jenis ({type}) dan bahasa yang sama.',
      'Pembaca membuka salah satunya, entah yang mana.',
      'Satu alternate untuk setiap jenis dan bahasa; yang lain pakai rel="related".',
    ],
    en: [
      'More than one alternate link of the same type ({type}) and language.',
      'Readers open one of them, who knows which.',
      'One alternate for each type and language; use rel="related" for others.',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;
