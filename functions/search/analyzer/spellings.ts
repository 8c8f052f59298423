import { madeOnce } from './made-once.ts';
import { toWords, type Word } from './normalize.ts';
import { toStem } from './stem.ts';

/** The words in the spelling of the Kamus Besar, in documents and queries alike. */
export function respell(words: readonly Word[]): readonly Word[] {
  const table = officialWords();
  if (!words.some((word) => table.has(word.text))) return words;
  const respelt: Word[] = [];
  for (const word of words) {
    const official = table.get(word.text);
    if (official === undefined) respelt.push(word);
    else for (const text of official) respelt.push({ ...word, text, parts: [] });
  }
  return respelt;
}

/** Whether a word is one that the table writes: no slip of the keyboard, however rare it is. */
export function isOfficialSpelling(word: string): boolean {
  return official().has(word);
}

/** What is also written for a word of the table, or for one that has this stem. */
export function writtenFor(term: string): readonly string[] {
  return writtenByTerm().get(term) ?? none;
}

const none: readonly string[] = [];

/** What is written, and what the dictionary writes. */
export const spellings = {
  // Loans from Dutch and English that were settled with another letter.
  propinsi: 'provinsi',
  konperensi: 'konferensi',
  aktifitas: 'aktivitas',
  efektifitas: 'efektivitas',
  kreatifitas: 'kreativitas',
  produktifitas: 'produktivitas',
  kwalitas: 'kualitas',
  kwitansi: 'kuitansi',
  apotik: 'apotek',
  praktek: 'praktik',
  tehnik: 'teknik',
  tehnologi: 'teknologi',
  sistim: 'sistem',
  resiko: 'risiko',
  analisa: 'analisis',
  atlit: 'atlet',
  karir: 'karier',
  telpon: 'telepon',
  milyar: 'miliar',
  trilyun: 'triliun',
  obyek: 'objek',
  subyek: 'subjek',
  pondasi: 'fondasi',
  detil: 'detail',
  legalisir: 'legalisasi',
  standarisasi: 'standardisasi',
  komplek: 'kompleks',
  extrim: 'ekstrem',
  ekstrim: 'ekstrem',
  // The English or Dutch word, untranslated.
  study: 'studi',
  import: 'impor',
  export: 'ekspor',
  eksport: 'ekspor',
  // Loans from Arabic, which are transcribed in many ways.
  ijin: 'izin',
  perijinan: 'perizinan',
  jadual: 'jadwal',
  hakekat: 'hakikat',
  nasehat: 'nasihat',
  nafas: 'napas',
  rejeki: 'rezeki',
  sholat: 'salat',
  shalat: 'salat',
  ramadhan: 'ramadan',
  idulfitri: 'idul fitri',
  mesjid: 'masjid',
  ustadz: 'ustaz',
  // Months as they are spoken.
  nopember: 'november',
  pebruari: 'februari',
  // One word or two.
  walikota: 'wali kota',
  kerjasama: 'kerja sama',
  tanggungjawab: 'tanggung jawab',
  // A sound heard otherwise, or a slip that everybody makes.
  sekedar: 'sekadar',
  antri: 'antre',
  cabe: 'cabai',
  justeru: 'justru',
  silahkan: 'silakan',
  himbau: 'imbau',
  himbauan: 'imbauan',
  menghimbau: 'mengimbau',
  merubah: 'mengubah',
  nomer: 'nomor',
  esok: 'besok',
  tauladan: 'teladan',
  lembab: 'lembap',
  kabupatan: 'kabupaten',
  posiandu: 'posyandu',
  // Names in the spelling of before 1947, and in short.
  djakarta: 'jakarta',
  soerabaja: 'surabaya',
  soekarno: 'sukarno',
  sumatra: 'sumatera',
  yogya: 'yogyakarta',
  jogja: 'yogyakarta',
  jogjakarta: 'yogyakarta',
} as const;

const officialWords = madeOnce(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      Object.entries(spellings).map(([written, official]) => [
        written,
        toWords(official).map((word) => word.text),
      ]),
    ),
);

const official = madeOnce((): ReadonlySet<string> => new Set([...officialWords().values()].flat()));

const writtenByTerm = madeOnce(() => {
  const written = new Map<string, string[]>();
  for (const [spelling, words] of officialWords())
    for (const term of words.flatMap((word) => [word, toStem(word)]))
      written.set(term, [...(written.get(term) ?? []), spelling]);
  return written;
});
