/**
 * Whether a line belongs to the page around the article: a section's name, a share bar, a counter, a
 * breadcrumb. Only whole lines count, so that a sentence may speak of a menu.
 */
export function isChrome(text: string): boolean {
  return text.length <= maxLength && chromePatterns.some((pattern) => pattern.test(text));
}

/** Whether a line opens the list of other articles, or the comments, that stands below an article. */
export function endsArticle(text: string): boolean {
  return text.length <= maxLength && endPatterns.some((pattern) => pattern.test(text));
}

/** Whether a line offers the rest of an article that it only announces. */
export function isReadMore(text: string): boolean {
  return text.length <= maxLength && readMore.test(text);
}

/** Whether a line opens with a bullet, as the names of sections do. */
export function hasBullet(text: string): boolean {
  return bullet.test(text);
}

const maxLength = 160;
const bullet = /^[•●▪■◦‣·»›▶►*]\s*/u;

/** A pattern for a whole line that may be decorated with bullets before it and dots or a colon after it. */
function wholeLine(source: string): RegExp {
  return new RegExp(String.raw`^[•●▪■◦‣·»›▶►*|\-\s]*(?:${source})[\s:.…»›|]*$`, 'iu');
}

const others = '(?:terkini|terbaru|terkait|lainnya|populer|terpopuler|sejenis)';

const endPatterns = [
  wholeLine(String.raw`(?:berita|artikel|kabar|info(?:rmasi)?|posting(?:an)?|tulisan)\s${others}`),
  wholeLine(others),
  wholeLine(String.raw`(?:related|recent|latest|popular)\s(?:posts?|news|articles?)`),
  wholeLine(String.raw`(?:tinggalkan|tulis|kirim|beri)\s(?:komentar|balasan|tanggapan)(?:\sanda)?`),
  wholeLine(String.raw`(?:\d+\s)?(?:komentar|comments?)(?:\s\(?\d+\)?)?`),
  wholeLine('leave a (?:reply|comment)'),
  wholeLine('arsip(?: berita)?'),
];

const readMore = wholeLine(
  String.raw`\(?\[?(?:(?:baca|lihat)\s)?selengkapnya\]?\)?|lanjut(?:kan)?\s(?:baca|membaca)|read\smore|continue\sreading`,
);

const breadcrumb = /^(?:beranda|home|halaman utama|depan)\s*(?:[>»›/|\\:]|::|→)/iu;

const chromePatterns = [
  ...endPatterns,
  readMore,
  breadcrumb,
  wholeLine(
    'beranda|home|menu|cari|search|login|masuk|daftar|kontak|profil|galeri|tentang kami|hubungi kami',
  ),
  wholeLine('berita|artikel|news|kabar|pengumuman|siaran pers'),
  wholeLine(
    String.raw`(?:scroll|back|kembali|go)\s(?:to|ke)\s(?:the\s)?(?:top|atas)|ke atas|kembali|tutup|close`,
  ),
  wholeLine('sebelumnya|selanjutnya|berikutnya|prev(?:ious)?|next|« sebelumnya|← sebelumnya'),
  wholeLine(
    String.raw`(?:share|bagikan|sebarkan)(?:\s(?:this|ini|berita|artikel|post|ke|on|to|via|di))*(?:\s(?:facebook|twitter|whatsapp|telegram|x))?(?:\s\d+)?`,
  ),
  wholeLine(
    String.raw`(?:(?:kembali|tweet|like|suka|cetak|print|e-?mail|pdf|facebook|twitter|whats\s?app|telegram|line|instagram|youtube|linkedin|pinterest|google\+?|copy link|salin tautan|kirim)[\s|,/•·]*){1,12}`,
  ),
  wholeLine(
    String.raw`(?:dibaca|dilihat|dikunjungi|hits?|views?|pembaca|tayang)[\s:]{0,3}[\d.,]{1,12}(?:\s(?:kali|x|orang|views?))?`,
  ),
  wholeLine(String.raw`[\d.,]{1,12}\s(?:kali\s)?(?:dibaca|dilihat|hits?|views?|pembaca|shares?)`),
  wholeLine(String.raw`(?:kategori|category|rubrik|kanal|tags?|label|kata kunci)\s?:\s?.{0,120}`),
  wholeLine(String.raw`baca\s(?:juga|pula)(?:\s?:\s?.{1,140})?`),
  wholeLine(String.raw`(?:copyright|hak cipta|©|\(c\)).{0,140}`),
  wholeLine('all rights reserved|powered by .{1,60}'),
  wholeLine(
    String.raw`(?:selamat datang di\s.{1,100}|(?:situs|website|web|portal|laman)\s(?:berita\s)?resmi\s.{1,100})`,
  ),
  wholeLine(String.raw`(?:font|ukuran huruf|text size)\s?:?\s?[a+\-\s]{0,12}`),
];
