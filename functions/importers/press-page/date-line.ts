import type { Office } from '../../office/settings.ts';
import { type ParsedDate, findIndonesianDate } from '../indonesian-date.ts';

/**
 * The date of a line that is there to say it: the date alone, or with the place, the writer, the section and
 * the counters that templates put beside it. Undefined for every other line: a headline may hold a date too
 * ("Upacara 17 Agustus 2019 Berlangsung Khidmat").
 */
export function readDateLine(text: string, zone: Office['timeZone']): ParsedDate | undefined {
  if (text.length > maxLength) return undefined;
  const found = findIndonesianDate(text, zone);
  if (found === undefined) return undefined;
  const before = text.slice(0, found.start).split(divider).at(-1) ?? '';
  const after = text.slice(found.end).split(divider)[0] ?? '';
  return placeBefore.test(before) || (saysNothing(before) && saysNothing(after)) ? found.date : undefined;
}

/** Whoever stands in a line of dates and bylines: "Ditulis oleh Rina Lestari". */
export function readByline(text: string): string | undefined {
  if (text.length > maxLength) return undefined;
  const names = text.split(divider).map((part) => byline.exec(part.trim())?.groups?.['name']?.trim());
  return names.find((name) => name !== undefined && name !== '');
}

function saysNothing(part: string): boolean {
  const words =
    part
      .replace(writer, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => labels.has(word) || /^\d{1,7}$/.test(word));
}

const maxLength = 160;
const divider = /[|•·]/u;
/** `Sekarlangit, ` before a date. */
const placeBefore = /^\s*(?:\p{Lu}[\p{L}.]{1,30}\s){0,2}\p{Lu}[\p{L}.]{1,30},\s*$/u;
const writer = /\b(?:oleh|by)\s*:?\s+(?:[\p{L}.']{1,30}\s?){1,5}/iu;
const byline =
  /^(?:penulis|reporter|pewarta|kontributor|(?:ditulis |diposting |diunggah )?oleh|(?:posted |written )?by|author)\s*:?\s+(?<name>[\p{L}][\p{L}.' ]{1,60})$/iu;

const labels = new Set(
  (
    'tanggal tgl hari ditulis diterbitkan dipublikasikan dipublikasi dipublish dirilis dimuat diposting ' +
    'diposkan diunggah diupload dibuat terbit tayang publikasi publish published posted created written ' +
    'updated update last modified diperbarui pada on at by oleh jam pukul pkl waktu wib wita wit dibaca ' +
    'dilihat kali hits views view pembaca kategori category berita penulis editor admin administrator humas ' +
    'redaksi in di siaran pers rilis'
  ).split(' '),
);
