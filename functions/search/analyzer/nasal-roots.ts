/**
 * Roots whose first consonant `me-` and `pe-` swallow: `menolak` is made of `tolak`, `mengirim` of `kirim`. The
 * stemmer takes the prefix off and cannot tell `olak` from a root, since others begin with the vowel (`mengambil`,
 * `ambil`). So these are listed, as the stemmer leaves them (`telit` for `teliti`).
 *
 * They were found by counting words: of every word with such a prefix the root with the consonant stood oftener
 * in news without the prefix than the one without it. Then they were read, and what is no root was struck out.
 */
const t: string =
  'taat tabrak tabung tabur tafsir tagih tahan tahu tajam takjub takluk taksir takut tambah tambal ' +
  'tambang tampak tampar tampik tampil tampung tanam tancap tandas tandatangan tanduk tangan tanggal ' +
  'tangguh tanggulang tanggung tanggungjawab tangis tangkal tangkap tangkis tantang tanya tapak ' +
  'target tarik taruh tata tatar tawar tayang tebak tebal tebang tebar tebus teduh tegak tegang tegas ' +
  'teguh tegur tekan tekel teken tekuk tekun telaah teladan telan telantar telepon telisik telit ' +
  'teliti telpon telur telusur teman tembak tembus tempa tempel tempuh temu tenang tendang tengah ' +
  'tenggelam tentang tentram tentu tenun tepat tepi tepis terang terap terbang terbit teriak terima ' +
  'terjang terjemah terjun teror terpa tertib terus tetap tetes tewas tiada tikam tikung tilang tilik ' +
  'timbang timbul timbun timpa timpal tindak tindaklanjut tindas tinggal tinggi tingkat tinjau tinju ' +
  'tipis tipu tiru titi titik titip todong tolak toleransi tolerir tolong tonjol tonton topang toreh ' +
  'tuding tuduh tugas tuju tukang tukar tular tulis tumbang tumbuh tumis tumpah tumpang tumpuk tunai ' +
  'tunda tunduk tunggang tunggu tunjang tunjuk tuntas tuntut turun tusuk tutup tutur ';

const k: string =
  'kabar kabul kabur kacau kaget kagum kait kalah kaleng kalung kampanye kandas kandung kantong ' +
  'kantuk kapal kapur karang karantina kasih kasihan kata katup kawin kayuh kecam kecap kecewa kecil ' +
  'kecoh kecuali kedepan kejar kejut kekang kelabu keliling kelola kelompok keluar keluh kelupas ' +
  'kembali kembang kemudi kemuka kenal kenang kencang kendali kendara kendor kendur kental kenyang ' +
  'kepala kepung kerah keras kerek kering kerja keroyok kerubung keruk kerumun kerut kesamping kesan ' +
  'ketahu ketat ketuk kibar kikis kilap kira kirim kisah kobar kocek kocok kokoh koleksi kombinasi ' +
  'komentar komunikasi kondisi konfirmasi konsep konsolidasi konsultasi konsumsi kontaminasi kontrak ' +
  'kontrol konversi koordinasi korban korek koreksi kosong kotor koyak kuak kuasa kuat kubur kucil ' +
  'kucur kukuh kukus kulik kulit kumandang kumpul kunci kuning kunjung kunyah kupas kurang kuras ' +
  'kurban kurung kutip kutuk ';

/** Roots that begin with `t`, which is lost behind `men-` and `pen-`. */
export const rootsWithT: ReadonlySet<string> = new Set(t.trim().split(' '));

/** Roots that begin with `k`, which is lost behind `meng-` and `peng-`. */
export const rootsWithK: ReadonlySet<string> = new Set(k.trim().split(' '));
