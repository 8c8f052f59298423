/** Articles that try the pages: what is longest, widest and gone. */
export const trials = {
  long: {
    slug: 'judul-panjang',
    title: `Penyelenggaraan ${'Pertanggungjawaban'.repeat(8)} Pelaksanaan Anggaran Pendapatan dan Belanja Daerah Kabupaten Sekarlangit Tahun Anggaran 2026 serta Rancangan Perubahannya`,
    bodyHtml:
      `<p>${'Ketidakbertanggungjawaban'.repeat(20)}</p>` +
      '<p>Alamat: https://sekarlangit.example/' +
      `${'berkas-yang-sangat-panjang-'.repeat(12)}</p>` +
      `<table><tr>${'<th>Kecamatan</th>'.repeat(14)}</tr><tr>${'<td>1.234.567</td>'.repeat(14)}</tr></table>` +
      '<p><img src="https://foto.lain.example/antrean.jpg" alt="Antrean warga" /></p><h2>Rincian</h2><p>Selesai.</p>',
    publishedAt: '2020-01-01T09:00:00+07:00',
    category: 'pemerintahan',
    authors: ['Raden Ayu Kusumaningrumpertiwiwidyaningtyas'],
    tags: ['pertanggungjawaban-pelaksanaan-anggaran-pendapatan'],
  },
  neighbour: {
    slug: 'di-sebelahnya',
    title: 'Di Sebelahnya',
    bodyHtml: '<p>Pendek.</p>',
    publishedAt: '2020-01-01T10:00:00+07:00',
    category: 'umum',
  },
  withdrawn: {
    slug: 'ditarik',
    title: 'Berita yang Ditarik',
    bodyHtml: '<p>Keliru.</p>',
    publishedAt: '2020-01-02T09:00:00+07:00',
    category: 'umum',
  },
} as const;

/** Publishes them, corrects the first and withdraws the second. */
export async function publishTrials({ baseUrl, token }: { baseUrl: string; token: string }): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '*' };
  const send = async (method: string, path: string, body: unknown) => {
    const response = await fetch(baseUrl + path, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`cannot publish a trial: ${text}`);
    return /"id":"(\w+)"/.exec(text)?.[1] ?? '';
  };
  const long = await send('POST', '/api/articles', trials.long);
  await send('PUT', `/api/articles/${long}`, trials.long);
  await send('POST', '/api/articles', trials.neighbour);
  const withdrawn = await send('POST', '/api/articles', trials.withdrawn);
  await send('DELETE', `/api/articles/${withdrawn}`, { reason: 'Tanggalnya keliru.' });
}
