import type { Command } from 'commander';

/**
 * Makes a command and all below it speak Indonesian: its descriptions, the headings of its help, and what it
 * says of a wrong call. What has no translation stays English.
 */
export function speakIndonesian(command: Command): void {
  command.configureHelp({
    ...command.configureHelp(),
    styleTitle: (title) => headings.get(title) ?? title,
    styleUsage: translateUsage,
    styleSubcommandTerm: translateUsage,
    styleDescriptionText: translateDescription,
  });
  command.configureOutput({
    ...command.configureOutput(),
    outputError: (text, write) => write(translateError(text)),
  });
  for (const own of command.commands) speakIndonesian(own);
}

/** A text of the help; of one with names behind a colon (`which column holds what: title, …`) what is before it. */
export function toIndonesian(text: string): string {
  const [, head = text, names = ''] = /^([^:]*)(: .*)$/s.exec(text) ?? [];
  return texts.get(text) ?? (texts.get(head) ?? head) + names;
}

/** What commander writes for whatever may follow. */
function translateUsage(term: string): string {
  return term.replace('[options]', '[pilihan]').replace('[command]', '[perintah]');
}

/** A description, and what commander adds in brackets: `(default: "post")`, `(choices: …)`. */
function translateDescription(text: string): string {
  const [, description = text, extra = ''] =
    /^(.*?)( \((?:choices|default|env|preset).*\))?$/s.exec(text) ?? [];
  const bracket = extra
    .replace('choices:', 'pilihan:')
    .replace('default: none', 'bawaan: tidak ada')
    .replace('default:', 'bawaan:');
  return toIndonesian(description) + bracket;
}

function translateError(text: string): string {
  for (const [pattern, words] of errors) if (pattern.test(text)) return text.replace(pattern, words);
  return text;
}

const headings = new Map([
  ['Usage:', 'Cara pakai:'],
  ['Arguments:', 'Argumen:'],
  ['Options:', 'Pilihan:'],
  ['Commands:', 'Perintah:'],
  ['Global Options:', 'Pilihan umum:'],
]);

const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/, "pilihan '$1' tidak dikenal; --help menyebut semuanya"],
  [/^error: unknown command '(.*)'/, "perintah '$1' tidak dikenal; --help menyebut semuanya"],
  [/^error: missing required argument '(.*)'/, "argumen '$1' belum disebut"],
  [/^error: option '(.*)' argument missing/, "pilihan '$1' perlu nilai"],
  [/^error: required option '(.*)' not specified/, "pilihan '$1' harus disebut"],
  [/^error: too many arguments/, 'terlalu banyak argumen'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    "nilai '$2' untuk '$1' tidak ada; pilih salah satu: $3.",
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. It must be a whole number\./,
    "nilai '$2' untuk '$1' bukan bilangan bulat.",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "nilai '$2' untuk '$1' tidak dapat dipakai:"],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./,
    "nilai '$1' untuk '$2' tidak ada; pilih salah satu: $3.",
  ],
  [/\(Did you mean (.*)\?\)/, '(Maksudnya $1?)'],
];

const texts: ReadonlyMap<string, string> = new Map([
  ['what citizens sought, and did not find', 'yang dicari warga, dan yang tidak mereka temukan'],
  ['such as 2026-W48; else this week', 'misalnya 2026-W48; kalau tidak disebut, pekan ini'],
  ['how many days back', 'berapa hari ke belakang'],
  ['feeds, or pages that name feeds', 'umpan, atau halaman yang menyebut umpan'],
  ['as `publish` and the API name it', 'seperti disebut `publish` dan API'],
  [
    'FILE.md: title, publishedAt, category … between two lines of ---, then the text',
    'FILE.md: title, publishedAt, category … di antara dua baris ---, lalu isinya',
  ],
  ['FILE.xml, as Tools → Export → All content writes it', 'FILE.xml, hasil Perkakas → Ekspor → Semua konten'],
  ['FILE.csv, its first row naming the columns', 'FILE.csv; baris pertamanya menyebut nama kolom'],
  ['which column holds what', 'kolom mana berisi apa'],
  ['FILE.yaml, as `show` prints it', 'FILE.yaml, seperti dicetak `show`'],
  [
    'two or more; words in a row between quotation marks',
    'dua atau lebih; beberapa kata sekaligus di antara tanda kutip',
  ],
  ['a word', 'sebuah kata'],
  ['how we write it', 'cara kita menulisnya'],
  ['what is asked', 'yang ditanyakan'],
  ['of the articles', 'milik beritanya'],
  ['the last day, such as 2026-07-31', 'hari terakhir, misalnya 2026-07-31'],
  ['id or en; else as LANG says', 'id atau en; kalau tidak disebut, menurut LANG'],
  ['all fine', 'semua baik'],
  ['something was refused', 'ada yang ditolak'],
  ['wrong usage or no service', 'salah pakai atau layanan tidak ada'],
  [
    'wrong usage, no service or a key that may not',
    'salah pakai, layanan tidak ada, atau kunci tidak berhak',
  ],
  ['wrong usage, no service or no room', 'salah pakai, layanan tidak ada, atau tempat penuh'],
  ['wrong usage or not reachable', 'salah pakai atau tidak terjangkau'],
  ['wrong usage', 'salah pakai'],
  ['interrupted', 'dihentikan'],
  ['shown', 'ditampilkan'],
  ['done', 'selesai'],
  ['refused', 'ditolak'],
  ['refused, or no such key', 'ditolak, atau kuncinya tidak ada'],
  ['all written', 'semua tertulis'],
  ['all published', 'semua terbit'],
  ['one was refused', 'ada yang ditolak'],
  ['it is back', 'sudah kembali'],
  ['not there or nothing to bring back', 'tidak ada, atau tidak ada yang dikembalikan'],
  ['withdrawn', 'ditarik'],
  ['not there or withdrawn before', 'tidak ada atau sudah ditarik'],
  ['found', 'ditemukan'],
  ['nothing found', 'tidak ditemukan'],
  ['no errors', 'tanpa galat'],
  ['errors found', 'ada galat'],
  ['done, or begun with --no-wait', 'selesai, atau dimulai dengan --no-wait'],
  ['it failed', 'gagal'],
  ['not waited for', 'tidak ditunggu'],
  ['the newsroom of a press office', 'ruang redaksi sebuah kantor humas'],
  ['display help for command', 'menampilkan bantuan perintah'],
  ['bring articles in from elsewhere', 'memasukkan berita dari tempat lain'],
  [
    'import legacy press pages, text or HTML, from files, folders, ZIP archives and addresses',
    'mengimpor halaman siaran pers lama, teks atau HTML, dari berkas, folder, arsip ZIP, dan alamat',
  ],
  [
    'import the posts of WordPress exports (WXR), of any size',
    'mengimpor pos dari ekspor WordPress (WXR), sebesar apa pun',
  ],
  [
    'import feeds (RSS, RDF, Atom, JSON Feed), with their archives and further pages',
    'mengimpor umpan (RSS, RDF, Atom, JSON Feed) dengan arsip dan halaman lanjutannya',
  ],
  [
    'import JSON Lines: one article a line, or what `export --format jsonl` wrote',
    'mengimpor JSON Lines: satu berita per baris, atau hasil `export --format jsonl`',
  ],
  [
    'import tables (CSV with , or ; or tabs): one article a row',
    'mengimpor tabel (CSV dengan , atau ; atau tab): satu berita per baris',
  ],
  [
    'write all articles to a file, as JSON Lines, CSV or WXR',
    'menulis semua berita ke berkas, sebagai JSON Lines, CSV, atau WXR',
  ],
  [
    'publish articles that are written as Markdown files',
    'menerbitkan berita yang ditulis sebagai berkas Markdown',
  ],
  [
    'withdraw an article: it leaves every list, and its page says why',
    'menarik berita: hilang dari semua daftar, dan halamannya menyebut alasannya',
  ],
  [
    'bring back a withdrawn article as it was, or a former version of one',
    'mengembalikan berita yang ditarik seperti semula, atau versi terdahulu sebuah berita',
  ],
  [
    'which version; of a withdrawn article the one before',
    'versi yang mana; untuk berita yang ditarik, versi sebelumnya',
  ],
  ['what is corrected by it, for readers', 'apa yang diralat dengannya, untuk pembaca'],
  ['search the published articles', 'mencari di antara berita yang terbit'],
  [
    'build the search index anew from the articles, while searches go on',
    'membangun ulang indeks pencarian dari semua berita, sementara pencarian tetap berjalan',
  ],
  ['start it and go', 'mulai saja, tanpa menunggu'],
  ['print the outcome as JSON', 'mencetak hasilnya sebagai JSON'],
  ['what the service costs a month in AWS', 'biaya layanan sebulan di AWS'],
  ['an office to begin from', 'kantor yang dijadikan patokan'],
  ['articles in all', 'jumlah berita'],
  ['times that feeds are asked for', 'berapa kali umpan diminta'],
  ['searches', 'pencarian'],
  ['pages that people open, beside searches', 'halaman yang dibuka orang, di luar pencarian'],
  ["pictures of the office's own that they load", 'gambar milik kantor yang mereka muat'],
  ['new articles', 'berita baru'],
  ['addresses of feeds that somebody asks for', 'alamat umpan yang ada peminatnya'],
  ['print completions for a shell', 'mencetak pelengkap perintah untuk shell'],
  [
    'examine feeds as readers meet them, and say what to cure',
    'memeriksa umpan seperti pembaca menemuinya, dan menyebut obatnya',
  ],
  ['how many people read each feed through aggregators', 'berapa orang membaca setiap umpan lewat agregator'],
  ['show what would be imported and write nothing', 'menampilkan yang akan diimpor, tanpa menulis apa pun'],
  ['the service to write to', 'layanan tujuan'],
  ['the service to ask', 'layanan yang ditanya'],
  ['the service to read', 'layanan yang dibaca'],
  ['the publishing token (or WARTA_TOKEN)', 'token penerbitan (atau WARTA_TOKEN)'],
  [
    'sign what is written by the private key in FILE.pem',
    'menandatangani yang ditulis dengan kunci privat di FILE.pem',
  ],
  [
    'its holder signs what is written: the public key of FILE.pem',
    'pemegangnya menandatangani yang ditulis: kunci publik di FILE.pem',
  ],
  ['where articles go that name no category of ours', 'rubrik bagi berita yang tidak menyebut rubrik kita'],
  [
    'categories of theirs to ours: FILE.yaml, or "Berita Desa=pemerintahan"',
    'rubrik mereka ke rubrik kita: FILE.yaml, atau "Berita Desa=pemerintahan"',
  ],
  ['a host whose addresses redirect here from now on', 'host lama yang alamatnya dialihkan ke sini'],
  [
    'the same article from another source: skip it, or keep both',
    'berita yang sama dari sumber lain: lewati (skip), atau simpan keduanya (keep)',
  ],
  [
    'write everything that was found and done to FILE.json or FILE.html',
    'menulis semua yang ditemukan dan dilakukan ke FILE.json atau FILE.html',
  ],
  ['who did what, and when', 'siapa berbuat apa, dan kapan'],
  ['a day, or an instant with its zone', 'tanggal, atau waktu dengan zonanya'],
  ['who may do what: named keys', 'siapa boleh apa: kunci bernama'],
  ['show every key, without its secret', 'menampilkan semua kunci, tanpa rahasianya'],
  ['make a key; its secret is shown once', 'membuat kunci; rahasianya ditampilkan sekali saja'],
  ['end a key, everywhere within seconds', 'mencabut kunci, di mana pun dalam hitungan detik'],
  [
    'whose key it is, as versions and the audit log will say',
    'pemegangnya, seperti tertulis di versi dan log audit',
  ],
  ['what it may do', 'apa yang boleh dilakukannya'],
  [
    'good until then: a day, or an instant with its zone',
    'berlaku sampai saat itu: tanggal, atau waktu dengan zonanya',
  ],
  ['as `keys list` names it', 'seperti disebut `keys list`'],
  ['print the figures as JSON', 'mencetak angkanya sebagai JSON'],
  ['print the answer as JSON', 'mencetak jawabannya sebagai JSON'],
  ['print the answers as JSON', 'mencetak jawabannya sebagai JSON'],
  ['print everything as JSON', 'mencetak semuanya sebagai JSON'],
  ['print the figures of every day as JSON', 'mencetak angka setiap hari sebagai JSON'],
  ['FILE, DIR, ZIP or URL', 'FILE, DIR, ZIP, atau URL'],
  ['FILE or URL', 'FILE atau URL'],
  ['bring drafts in as drafts', 'memasukkan konsep sebagai konsep'],
  ['the kinds of post that are articles', 'jenis pos yang merupakan berita'],
  ['how to write', 'bentuk tulisannya'],
  ['where to write (the standard output)', 'berkas tujuan (keluaran standar)'],
  [
    'correct an article that was published from this file before',
    'memperbaiki berita yang dulu terbit dari berkas ini',
  ],
  ['why, for readers', 'alasannya, untuk pembaca'],
  ['what to look for', 'yang dicari'],
  ['how many', 'berapa banyak'],
  ['in one category only', 'dalam satu rubrik saja'],
  ['the best first, or the newest', 'yang paling cocok dulu, atau yang terbaru'],
  [
    'what the office teaches the search: synonyms, spellings, pinned answers',
    'yang diajarkan kantor kepada pencarian: sinonim, ejaan, jawaban tersemat',
  ],
  ['print the lexicon as YAML', 'mencetak leksikon sebagai YAML'],
  ['put the lexicon of a file in its place', 'mengganti leksikon dengan isi sebuah berkas'],
  ['add one thing to the lexicon', 'menambah satu hal pada leksikon'],
  ['words that stand for one another', 'kata-kata yang sama maknanya'],
  ['what is written, and how we write it', 'yang ditulis orang, dan cara kita menulisnya'],
  ['articles that answer a question before all others', 'berita yang menjawab pertanyaan sebelum yang lain'],
  ['which shell', 'shell yang mana'],
  [
    'find the articles of a site from pages that list them',
    'mencari berita sebuah situs dari halaman daftarnya',
  ],
  ['pages a second, at the most', 'paling banyak sekian halaman per detik'],
  ['stop after so many pages', 'berhenti setelah sekian halaman'],
  ['where to remember what was fetched (HOST.crawl)', 'tempat mengingat yang sudah diambil (HOST.crawl)'],
  ['also fetch from private networks', 'boleh mengambil dari jaringan dalam'],
  ['read pages as FILE.yaml describes them', 'membaca halaman seperti diuraikan FILE.yaml'],
  [
    'show what each line of one page became, and why; nothing is sent',
    'menampilkan menjadi apa setiap baris sebuah halaman; tidak ada yang dikirim',
  ],
]);
