import { describe, expect, it } from 'vitest';
import { textLine } from '../../../../functions/importers/press-page/line.ts';
import { takeSignOff } from '../../../../functions/importers/press-page/sign-off.ts';

const take = (text: string) => takeSignOff(textLine(1, text, 0, true));

describe('a sign-off', () => {
  it.each([
    ['(fur/*)', ['fur']],
    ['(fur/ros)', ['fur', 'ros']],
    ['(*/rin)', ['rin']],
    ['[dms]', ['dms']],
    ['(Humas/fur)', ['fur']],
    ['(fur, ros & rin)', ['fur', 'ros', 'rin']],
    ['(Rina Lestari)', ['Rina Lestari']],
    ['(fur).', ['fur']],
    ['(hms)', []],
    ['(Red)', []],
    ['(*)', []],
    ['(Humas Setda)', []],
    ['(Tim Liputan)', []],
  ])('%s names %j', (signOff, authors) => {
    const taken = take(`Acara selesai pada petang hari. ${signOff}`);
    expect(taken?.authors).toEqual(authors);
    expect(taken?.line.text).toBe('Acara selesai pada petang hari.');
  });

  it('may follow a sentence without a full stop, or stand alone', () => {
    expect(take('pungkasnya (fur)')).toMatchObject({ authors: ['fur'], line: { text: 'pungkasnya' } });
    expect(take('(fur/*)')).toMatchObject({ authors: ['fur'], line: { text: '' } });
  });

  it.each([
    'Dana berasal dari anggaran daerah (APBD)',
    'Dana berasal dari anggaran daerah (APBD).',
    'Bantuan untuk pedagang (kecil).',
    'Acara digelar Rabu (18/12).',
    'Acara selesai. (18/12)',
    'Acara selesai. (Foto: Humas)',
    'Acara selesai. (fur) Warga pulang.',
    'Acara selesai.',
    '',
  ])('is not seen in: %s', (text) => {
    expect(take(text)).toBeUndefined();
  });
});
