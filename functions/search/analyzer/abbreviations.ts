import { madeOnce } from './made-once.ts';
import { toWords } from './normalize.ts';
import { respell } from './spellings.ts';

/** An abbreviation in a text, in its short or its long form. */
export type Abbreviation = {
  /** The one term for both forms: `§wabup` for `wabup` and for `wakil bupati`. */
  readonly term: string;
  /** How many words it takes up. */
  readonly length: number;
};

/** The abbreviations whose short or long form begins at that one of the words, the longest first. */
export function abbreviationsAt(words: readonly string[], at: number): readonly Abbreviation[] {
  const candidates = formsByFirstWord().get(words[at] ?? '');
  if (candidates === undefined) return none;
  return candidates
    .filter(({ form }) => form.every((word, offset) => words[at + offset] === word))
    .map(({ term, form }) => ({ term, length: form.length }));
}

const none: readonly Abbreviation[] = [];
const abbreviationMark = '§';

/** Short forms of government language with what they stand for. */
export const abbreviations: Readonly<Record<string, string | readonly string[]>> = {
  // The regency and its neighbours: governments, their heads and deputies.
  pemkab: 'pemerintah kabupaten',
  pemkot: 'pemerintah kota',
  pemprov: 'pemerintah provinsi',
  pemda: 'pemerintah daerah',
  pemdes: 'pemerintah desa',
  wabup: 'wakil bupati',
  wagub: 'wakil gubernur',
  wawali: 'wakil wali kota',
  cabup: 'calon bupati',
  cawabup: 'calon wakil bupati',
  // Offices and their holders.
  sekda: 'sekretaris daerah',
  setda: 'sekretariat daerah',
  sekdes: 'sekretaris desa',
  sekwan: 'sekretaris dewan',
  kades: 'kepala desa',
  kadis: 'kepala dinas',
  kadus: 'kepala dusun',
  kabag: 'kepala bagian',
  kabid: 'kepala bidang',
  kasi: 'kepala seksi',
  humas: 'hubungan masyarakat',
  prokopim: 'protokol dan komunikasi pimpinan',
  opd: 'organisasi perangkat daerah',
  skpd: 'satuan kerja perangkat daerah',
  // Councils, budgets and plans.
  dprd: 'dewan perwakilan rakyat daerah',
  apbd: 'anggaran pendapatan dan belanja daerah',
  apbdes: 'anggaran pendapatan dan belanja desa',
  pad: 'pendapatan asli daerah',
  dau: 'dana alokasi umum',
  dak: 'dana alokasi khusus',
  add: 'alokasi dana desa',
  btt: 'belanja tidak terduga',
  perda: 'peraturan daerah',
  raperda: 'rancangan peraturan daerah',
  perbup: 'peraturan bupati',
  perdes: 'peraturan desa',
  rpjmd: 'rencana pembangunan jangka menengah daerah',
  rkpd: 'rencana kerja pemerintah daerah',
  musrenbang: 'musyawarah perencanaan pembangunan',
  musdes: 'musyawarah desa',
  // Agencies of a regency.
  bappeda: 'badan perencanaan pembangunan daerah',
  bpbd: 'badan penanggulangan bencana daerah',
  bkd: 'badan kepegawaian daerah',
  bpkad: 'badan pengelola keuangan dan aset daerah',
  bapenda: 'badan pendapatan daerah',
  kesbangpol: 'kesatuan bangsa dan politik',
  diskominfo: ['dinas komunikasi dan informatika', 'dinas kominfo'],
  dinkes: 'dinas kesehatan',
  disdik: 'dinas pendidikan',
  dishub: 'dinas perhubungan',
  dinsos: 'dinas sosial',
  disdukcapil: 'dinas kependudukan dan pencatatan sipil',
  dukcapil: 'kependudukan dan pencatatan sipil',
  disperindag: 'dinas perindustrian dan perdagangan',
  disnaker: 'dinas tenaga kerja',
  dispora: 'dinas pemuda dan olahraga',
  dispar: 'dinas pariwisata',
  dlh: 'dinas lingkungan hidup',
  dpupr: 'dinas pekerjaan umum dan penataan ruang',
  pupr: 'pekerjaan umum dan perumahan rakyat',
  dpmd: 'dinas pemberdayaan masyarakat dan desa',
  dpmptsp: 'dinas penanaman modal dan pelayanan terpadu satu pintu',
  satpol: 'satuan polisi',
  damkar: 'pemadam kebakaran',
  pdam: 'perusahaan daerah air minum',
  rsud: 'rumah sakit umum daerah',
  bumdes: 'badan usaha milik desa',
  bumd: 'badan usaha milik daerah',
  // Who serves and who is served.
  asn: 'aparatur sipil negara',
  pns: 'pegawai negeri sipil',
  pppk: 'pegawai pemerintah dengan perjanjian kerja',
  cpns: 'calon pegawai negeri sipil',
  nakes: 'tenaga kesehatan',
  lansia: 'lanjut usia',
  balita: 'bawah lima tahun',
  pkl: 'pedagang kaki lima',
  lsm: 'lembaga swadaya masyarakat',
  ormas: ['organisasi masyarakat', 'organisasi kemasyarakatan'],
  wni: 'warga negara indonesia',
  pkk: 'pemberdayaan kesejahteraan keluarga',
  umkm: ['usaha mikro kecil dan menengah', 'usaha mikro kecil menengah', 'usaha kecil menengah'],
  sdm: 'sumber daya manusia',
  // Services, aid and papers.
  puskesmas: 'pusat kesehatan masyarakat',
  posyandu: 'pos pelayanan terpadu',
  faskes: 'fasilitas kesehatan',
  bansos: 'bantuan sosial',
  blt: 'bantuan langsung tunai',
  pkh: 'program keluarga harapan',
  ktp: 'kartu tanda penduduk',
  // `KTP-el` is the law's own short form.
  ektp: ['ktp elektronik', 'ktp el', 'e ktp', 'kartu tanda penduduk elektronik'],
  kk: 'kartu keluarga',
  mbg: 'makan bergizi gratis',
  pju: 'penerangan jalan umum',
  tpa: 'tempat pembuangan akhir',
  hut: 'hari ulang tahun',
  sda: 'sumber daya alam',
  // Schools.
  paud: 'pendidikan anak usia dini',
  sd: 'sekolah dasar',
  smp: 'sekolah menengah pertama',
  sma: 'sekolah menengah atas',
  smk: 'sekolah menengah kejuruan',
  ppdb: 'penerimaan peserta didik baru',
  // Justice and police.
  kejari: 'kejaksaan negeri',
  kejati: 'kejaksaan tinggi',
  kejagung: 'kejaksaan agung',
  polres: 'kepolisian resor',
  polsek: 'kepolisian sektor',
  polda: 'kepolisian daerah',
  kapolres: 'kepala kepolisian resor',
  // Elections.
  kpu: 'komisi pemilihan umum',
  bawaslu: ['badan pengawas pemilu', 'badan pengawas pemilihan umum'],
  pilkada: 'pemilihan kepala daerah',
  pilkades: 'pemilihan kepala desa',
  pilbup: 'pemilihan bupati',
  pemilu: 'pemilihan umum',
  pileg: 'pemilihan legislatif',
  pilpres: 'pemilihan presiden',
  tps: 'tempat pemungutan suara',
  // National bodies.
  kpk: 'komisi pemberantasan korupsi',
  bpk: 'badan pemeriksa keuangan',
  bps: 'badan pusat statistik',
  bpjs: 'badan penyelenggara jaminan sosial',
  bnpb: 'badan nasional penanggulangan bencana',
  bmkg: 'badan meteorologi klimatologi dan geofisika',
  bumn: 'badan usaha milik negara',
  kemendagri: 'kementerian dalam negeri',
  kemenkes: 'kementerian kesehatan',
  kemenag: 'kementerian agama',
  kemensos: 'kementerian sosial',
  kemendikbud: 'kementerian pendidikan dan kebudayaan',
  mendagri: 'menteri dalam negeri',
  menkes: 'menteri kesehatan',
  menkeu: 'menteri keuangan',
  mensos: 'menteri sosial',
  // Provinces.
  jabar: 'jawa barat',
  jateng: 'jawa tengah',
  jatim: 'jawa timur',
  sumut: 'sumatera utara',
  sumbar: 'sumatera barat',
  sumsel: 'sumatera selatan',
  sulsel: 'sulawesi selatan',
  sulut: 'sulawesi utara',
  sulteng: 'sulawesi tengah',
  kalsel: 'kalimantan selatan',
  kaltim: 'kalimantan timur',
  kalbar: 'kalimantan barat',
  kalteng: 'kalimantan tengah',
  ntb: 'nusa tenggara barat',
  ntt: 'nusa tenggara timur',
  diy: 'daerah istimewa yogyakarta',
  babel: 'bangka belitung',
  kepri: 'kepulauan riau',
};

type Form = { readonly term: string; readonly form: readonly string[] };

const forms = madeOnce((): readonly Form[] =>
  Object.entries(abbreviations)
    .flatMap(([short, long]) =>
      [short, ...[long].flat()].map((form) => ({
        term: abbreviationMark + short,
        form: respell(toWords(form)).map((word) => word.text),
      })),
    )
    .sort((a, b) => b.form.length - a.form.length),
);

const formsByFirstWord = madeOnce(() => Map.groupBy(forms(), ({ form }) => form[0] ?? ''));
const formsByTerm = madeOnce(() => Map.groupBy(forms(), ({ term }) => term));

/** How an abbreviation is written, each form by its words; empty for a term that is none. */
export function formsOf(term: string): readonly (readonly string[])[] {
  return (
    formsByTerm()
      .get(term)
      ?.map(({ form }) => form) ?? []
  );
}

/** How many words the longest form has. */
export function longestForm(): number {
  return forms()[0]?.form.length ?? 0;
}
