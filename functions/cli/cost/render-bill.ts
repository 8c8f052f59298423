import type { Estimate } from '../../cost/estimate.ts';
import type { Load } from '../../cost/load.ts';
import { prices, pricesReadOn } from '../../cost/prices.ts';
import type { CliContext } from '../context.ts';

type Language = CliContext['language'];

/** A month's bill as a table: what costs most stands first. */
export function renderBill(load: Load, estimate: Estimate, language: Language): string {
  const say = (name: keyof typeof texts) => texts[name][language];
  const count = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 2 : 0 }).format(value);
  const dollars = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  const { polls, pages } = estimate.originPerDay;
  const rows = [...estimate.lines]
    .sort((a, b) => b.usd - a.usd)
    .map((line) => [
      `${line.service}${prices[line.name].checked === 'unverified' ? ' *' : ''}`,
      count(line.quantity),
      dollars(line.usd),
      dollars(line.usdAfterAllowance),
    ]);
  return [
    `${count(load.articles)} ${say('articles')}, ${count(load.publicationsPerDay)} ${say('publications')}`,
    `${count(load.pollsPerDay)} ${say('polls')}, ${count(load.searchesPerDay)} ${say('searches')}, ${count(load.pagesPerDay)} ${say('pages')}, ${count(load.picturesPerDay)} ${say('pictures')}`,
    `${say('origin')}: ${count(polls)} ${say('polls')}, ${count(pages)} ${say('pages')}`,
    '',
    ...toTable([
      [say('service'), say('quantity'), say('list'), say('after')],
      ...rows,
      [say('total'), '', dollars(estimate.usd), dollars(estimate.usdAfterAllowance)],
    ]),
    '',
    say('note').replace('{date}', pricesReadOn),
    '',
  ].join('\n');
}

function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const texts = {
  articles: { id: 'berita', en: 'articles' },
  publications: { id: 'berita baru sehari', en: 'new ones a day' },
  polls: { id: 'permintaan umpan sehari', en: 'polls of feeds a day' },
  searches: { id: 'pencarian sehari', en: 'searches a day' },
  pages: { id: 'halaman sehari', en: 'pages a day' },
  pictures: { id: 'gambar sehari', en: 'pictures a day' },
  origin: { id: 'Yang tidak dijawab sendiri oleh edge', en: 'What the edge does not answer by itself' },
  service: { id: 'Layanan', en: 'Service' },
  quantity: { id: 'sebulan', en: 'a month' },
  list: { id: 'USD', en: 'USD' },
  after: { id: 'setelah jatah', en: 'after allowance' },
  total: { id: 'Jumlah', en: 'Total' },
  note: {
    id: 'Harga daftar tanpa pajak per {date} (* belum dicocokkan dengan halaman AWS). Jatah: yang gratis setiap bulan di\nsetiap akun. Dihitung dari apa, dan apa yang diperkirakan: docs/cost.md',
    en: 'List prices without tax, read on {date} (* not verified on a page of AWS). Allowance: what is free every month\nin every account. What it is counted from, and what is assumed: docs/cost.md',
  },
} as const satisfies Record<string, Record<Language, string>>;
