import type { Office } from '../../office/settings.ts';
import { findIndonesianDate } from '../indonesian-date.ts';
import { readByline } from './date-line.ts';
import { type Line, dropStart, keepStart } from './line.ts';
import { isProse, wordCount } from './prose.ts';

/**
 * Parts a line that holds the headline and the date behind it, `Pasar Awan Dibuka | 20/12/2019`,
 * `Pasar Awan Dibuka, Jumat, 20 Desember 2019`. Without a bar or a bracket between them the weekday decides:
 * a headline may end in a day that it speaks of ("Upacara 17 Agustus 2019").
 */
export function partTitleFromDate(line: Line, zone: Office['timeZone']): Line[] {
  const { text } = line;
  if (line.blockHtml !== undefined || text.length > maxLength) return [line];
  const found = findIndonesianDate(text, zone);
  if (found?.date.ok !== true || !endOfLine.test(text.slice(found.end))) return [line];
  const before = text.slice(0, found.start);
  const title = before.replace(separator, '');
  const isParted = hardSeparator.test(before) || (weekday.test(text.slice(found.start)) && title !== before);
  if (!isParted || wordCount(title) < minWords || speaksOfDay.test(title) || isLabel.test(title))
    return [line];
  const head = keepStart(line, title.length);
  if (isProse(head) || readByline(title) !== undefined) return [line];
  const { headingLevel: _, ...date } = dropStart(line, found.start);
  return [head, { ...date, isAfterGap: false }];
}

const maxLength = 260;
const minWords = 3;
const separator = /[\s|•·([–—,-]+$/u;
const hardSeparator = /[|•·([–—]\s*$/u;
const endOfLine = /^[\s)\].,|•·]*$/u;
const weekday = /^(?:senin|selasa|rabu|kamis|jum['’‘ʼ`´]?\s?at|sabtu|minggu|ahad)\b/iu;
const speaksOfDay =
  /\b(?:pada|hari|tanggal|tgl|sejak|hingga|sampai|mulai|per|besok|kemarin|dan|di|untuk|s\.?d)\.?$/iu;
/** Lines of dates and bylines that templates put under a headline. */
const isLabel =
  /^(?:oleh|by|penulis|posted|published|written|ditulis|diposting|diposkan|diunggah|dipublikasikan|diterbitkan|dimuat|tanggal|kategori|category|rubrik|dibaca|dilihat|hits?|views?|humas|admin|redaksi|berita|beranda|home|sumber|foto)\b/iu;
