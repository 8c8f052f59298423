/** What may be typed into the search box, an example each, in the order in which it is worth knowing. */
export const queryHelp: readonly {
  readonly example: string;
  readonly meaning: { readonly id: string; readonly en: string };
}[] = [
  {
    example: 'bantuan petani',
    meaning: {
      id: 'Berita yang paling cocok dengan kata-kata itu, juga dalam bentuk lain (membantu, pertanian).',
      en: 'The articles that answer these words best, in other forms too (membantu, pertanian).',
    },
  },
  {
    example: '"panen raya"',
    meaning: { id: 'Kata-kata persis berurutan.', en: 'The words exactly in this order.' },
  },
  {
    example: '"bupati petani"~4',
    meaning: {
      id: 'Kata-kata berdekatan, dengan pergeseran paling banyak empat kata.',
      en: 'The words near each other, moved by four words at most.',
    },
  },
  {
    example: 'banjir -Jakarta',
    meaning: {
      id: 'Tanpa kata itu. Juga -"frasa persis" dan -(satu OR dua).',
      en: 'Without this word. Also -"exact phrase" and -(one OR two).',
    },
  },
  {
    example: 'banjir OR longsor Sekarlangit',
    meaning: {
      id: 'Salah satu dari dua kata di kiri dan kanan OR (atau ATAU), bersama kata lainnya.',
      en: 'One of the two words beside OR (or ATAU), together with the others.',
    },
  },
  {
    example: 'pasar AND (kebakaran OR renovasi)',
    meaning: {
      id: 'Harus ada semuanya; tanda kurung mengelompokkan. DAN sama dengan AND.',
      en: 'All of them are required; brackets group. DAN is the same as AND.',
    },
  },
  {
    example: 'judul:"wakil bupati"',
    meaning: { id: 'Ada dalam judul.', en: 'Stands in the headline (also title:).' },
  },
  {
    example: 'judul:(jembatan OR jalan)',
    meaning: {
      id: 'Yang di dalam kurung dicari dalam judul saja.',
      en: 'What stands in the brackets is looked for in headlines only.',
    },
  },
  {
    example: 'kategori:pendidikan',
    meaning: {
      id: 'Dalam kategori itu. Juga penulis:, tempat:, dan tag:.',
      en: 'In this category. Also author:, place: and tag:.',
    },
  },
  {
    example: 'dari:2025-01 sampai:"20 Maret 2025"',
    meaning: {
      id: 'Terbit dalam waktu itu: hari, bulan, atau tahun.',
      en: 'Published in this time: days, months or years (also from: and to:).',
    },
  },
  {
    example: '=bangun',
    meaning: {
      id: 'Hanya bentuk kata itu, bukan pembangunan atau membangun.',
      en: 'This form of the word only, not pembangunan or membangun.',
    },
  },
];
