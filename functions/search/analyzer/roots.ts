/**
 * Roots that the stemmer alone does not find again in all their forms, for one of two reasons. `me-` and `pe-`
 * swallow their first consonant (`menolak` is made of `tolak`, `mengirim` of `kirim`), or they begin or end like
 * an affix, which is then taken off (`rumah` in `perumahan`, `capai`, `salah` in `bersalah`).
 *
 * They were found by counting words of news: roots whose forms got different stems. Then they were read, and what
 * is no root was struck out.
 */
export const roots: ReadonlySet<string> = new Set(
  (
    'arah bagi banding bangun bantu banyak batas bayar beda bela belanja beli benar benci berani beri ' +
    'berita bersih besar bina buka buruk cantik capai cepat cerai cetak damai desak dialog didik ' +
    'disiplin diskusi distribusi ekonomi fasilitas film gerak gudang habis imbang indah industri ' +
    'istilah jelas jembatan jual jumlah kabar kabul kabur kacau kaget kagum kait kalah kaleng kalung ' +
    'kampanye kandas kandung kantong kantuk kapal kapur karang karantina kasih kasihan kata kategori ' +
    'katup kawin kayuh kecam kecap kecewa kecil kecoh kecuali kedepan kejar kejut kekang kelabu ' +
    'keliling kelola kelompok keluar keluarga keluh kelupas kemah kemas kembali kembang kemudi kemuka ' +
    'kenal kenang kencang kendala kendali kendara kendor kendur kental kenyang kepala kepung kerah ' +
    'keras kerek kering kerja keroyok kerubung keruk kerumun kerut kesamping kesan ketahu ketat ketua ' +
    'ketuk kibar kikis kilap kira kirim kisah kobar kocek kocok kokoh koleksi kombinasi komentar ' +
    'komunikasi kondisi konfirmasi konsep konsolidasi konsultasi konsumsi kontaminasi kontrak kontrol ' +
    'konversi koordinasi korban korek koreksi kosong kotor koyak kritik kuak kuasa kuat kubur kucil ' +
    'kucur kukuh kukus kulik kulit kumandang kumpul kunci kuning kunjung kunyah kupas kurang kuras ' +
    'kurban kurung kutip kutuk lambat lancar langkah lanjut layan lebar ledak lengkap lepas lestari ' +
    'libat lintas luas maaf maju makam makan makna maksimal malu mandi mandiri manfaat manipulasi manis ' +
    'mantap masak masuk masyarakat matang mati memang menang merah merdeka meriah milik mimpi minat ' +
    'minimal minta minum mitigasi modal model mohon motivasi muda mudah muka mula mulia muncul mungkin ' +
    'murni naik nama nikah nikmat nilai nyata operasi pakai panjang parah pasang pasok pecah penuh ' +
    'peran perang percaya periksa peringkat perintah perlu pesan pilih pimpin pinjam pribadi proses ' +
    'puas pulang ragam raih ramai rasa rekam rekan renang rencana resmi rilis rumah rusak salah santai ' +
    'sedia sehat sekolah selamat selesai semangat sembuh sepakat serah sesuai sewa siap sinergi suap ' +
    'subsidi sulit sungguh taat tabrak tabung tabur tafsir tagih tahan tahu tajam takjub takluk taksir ' +
    'takut tambah tambal tambang tampak tampar tampik tampil tampung tanam tancap tanda tandas tanggap ' +
    'tandatangan tanduk tangan tanggal tangguh tanggulang tanggung tanggungjawab tangis tangkal tangkap ' +
    'tangkis tantang tanya tapak target tarik taruh tata tatar tawar tayang tebak tebal tebang tebar ' +
    'tebus teduh tegak tegang tegas teguh tegur tekan tekel teken teknologi tekuk tekun telaah teladan ' +
    'telan telantar telepon telisik telit teliti telpon telur telusur teman tembak tembus tempa tempat ' +
    'tempel tempuh temu tenang tendang tengah tenggelam tentang tentram tentu tenun tepat tepi tepis ' +
    'terang terap terbang terbit teriak terima terjang terjemah terjun ternak teror terpa tertib terus ' +
    'tetap tetes tewas tiada tikam tikung tilang tilik timbang timbul timbun timpa timpal tindak ' +
    'tindaklanjut tindas tinggal tinggi tingkat tinjau tinju tipis tipu tiru titi titik titip todong ' +
    'tolak toleransi tolerir tolong tonjol tonton topang toreh tuding tuduh tugas tuju tukang tukar ' +
    'tular tulis tumbang tumbuh tumis tumpah tumpang tumpuk tunai tunda tunduk tunggang tunggu tunjang ' +
    'tunjuk tuntas tuntut turun tusuk tutup tutur urus '
  )
    .trim()
    .split(' '),
);
