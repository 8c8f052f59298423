import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextLines } from '../../../../functions/importers/press-page/text-lines.ts';
import { joinWrappedLines } from '../../../../functions/importers/press-page/wrapped-lines.ts';

const join = (text: string) => joinWrappedLines(readTextLines(text), () => false).map((line) => line.text);

describe('a line break', () => {
  it('parts paragraphs where lines are as long as they like', () => {
    const long = 'Kata '.repeat(40).trim();
    expect(join(`${long}.\n"${long}," katanya.\n“${long}.\n${long}`)).toHaveLength(4);
  });

  it('inside a sentence is none', () => {
    expect(join('Warga bekerja\nsampai petang. Mereka\npulang bersama.')).toEqual([
      'Warga bekerja sampai petang. Mereka pulang bersama.',
    ]);
  });

  it('behind a hyphen closes the word', () => {
    expect(join('Pegunungan Awan-\nMega terlihat.')).toEqual(['Pegunungan Awan-Mega terlihat.']);
  });

  it('before an entry of a list parts', () => {
    expect(join('Syaratnya\na. kartu\nb. surat\n1) foto\n- map')).toHaveLength(5);
  });

  it('before a dash of a sentence is one of the wrapping, and before that of a list is not', () => {
    const sentence = [
      '“Kami membersihkan saluran air desa sejak pagi,” kata Renée',
      '– ketua kelompok warga Desa Awan di Kabupaten Sekarlangit yang',
      'memimpin kerja bakti itu – di sela kegiatannya, dan berharap',
      'warga menjaga saluran air desanya sepanjang tahun ini juga.',
    ];
    expect(join(sentence.join('\n'))).toEqual([sentence.join(' ')]);
    expect(join(`${sentence.join('\n')}\n\nPeserta:\n– ketua\n– warga`)).toHaveLength(4);
  });

  it('beside a line that stands alone parts', () => {
    const lines = readTextLines('20 Desember 2019\noleh warga');
    expect(joinWrappedLines(lines, (text) => text.startsWith('20'))).toHaveLength(2);
  });

  it('made by wrapping is taken back, at any width, with blank lines or indents between paragraphs', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 60, max: 100 }), fc.boolean(), (texts, width, isIndented) => {
        const page = texts
          .map((text) => wrap(isIndented ? `   ${text}` : text, width))
          .join(isIndented ? '\n' : '\n\n');
        expect(join(page)).toEqual(texts);
      }),
    );
  });
});

const word = fc.constantFrom('warga', 'desa', 'Sekarlangit', 'membersihkan', 'saluran', 'air', 'di', 'Awan,');
const paragraph = fc
  .array(word, { minLength: 60, maxLength: 90 })
  .map((words) => `Bupati ${words.join(' ')} “selesai.`);
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 4 });

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? '';
  for (const next of text.trim().split(' ')) {
    if (line.trim() !== '' && line.length + 1 + next.length > width) {
      lines.push(line);
      line = next;
    } else line += line.trim() === '' ? next : ` ${next}`;
  }
  return [...lines, line].join('\n');
}
