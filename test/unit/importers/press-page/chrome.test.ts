import { describe, expect, it } from 'vitest';
import { endsArticle, isChrome } from '../../../../functions/importers/press-page/chrome.ts';

describe('the page around an article', () => {
  it.each([
    '• Berita Terkini',
    'Berita Terbaru :',
    'Scroll to Top',
    'Kembali ke Atas',
    'Share',
    'Bagikan ini:',
    'Facebook Twitter WhatsApp',
    'Cetak | Email | PDF',
    'Dibaca 120 kali',
    'Dilihat : 1.204 kali',
    'Hits: 431',
    '120 views',
    'Beranda > Berita > Umum',
    'Home » Berita',
    'Kategori: Kesehatan',
    'Baca juga: Pasar Awan Kembali Ramai',
    'Selengkapnya »',
    'Copyright © 2019 Humas Sekarlangit',
    'Selamat datang di situs resmi Kabupaten Sekarlangit',
    'Sebelumnya',
  ])('holds: %s', (text) => {
    expect(isChrome(text)).toBe(true);
  });

  it.each([
    'Berita Terbaru dari Desa Awan Menggembirakan Warga',
    'Share lokasi panen dibagikan kepada petani',
    'Menu Sehat untuk Anak Sekolah',
    'Dibaca 120 anak, buku cerita itu rusak',
    'Kembali ke Desa, Pemuda Awan Tanam Kopi',
    'Email palsu mengatasnamakan Bupati beredar',
    'Selamat Datang Pemudik',
    'SEKARLANGIT - Warga membersihkan saluran.',
  ])('does not hold: %s', (text) => {
    expect(isChrome(text)).toBe(false);
  });

  it('ends an article with other articles and with comments', () => {
    expect(
      ['Berita Terkait', 'Artikel Lainnya:', 'Tinggalkan Balasan', '3 Komentar'].every(endsArticle),
    ).toBe(true);
    expect(['Share', 'Dibaca 120 kali', 'Berita'].some(endsArticle)).toBe(false);
  });
});
