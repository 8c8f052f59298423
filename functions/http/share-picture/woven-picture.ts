import { createHash } from 'node:crypto';
import type { Office } from '../../office/settings.ts';
import { type Colour, fromOklch, parseColour } from '../pages/colour.ts';
import { createPalettes } from '../pages/palette.ts';
import { type Motif, motifs } from './motifs.ts';
import { encodePng } from './png.ts';

/**
 * A picture for sharing where there is none: a batik of its own for every article, in the colour of its
 * category, above a band with the office's mark. It shows no words: whoever shares shows the headline beside
 * it, and no font has to be loaded. The same article gives the same bytes.
 *
 * @param seed what the cloth is woven for: an article's id
 * @param category slug; without one the cloth has the office's own colour
 */
export function weavePicture(office: Office, seed: string, category?: string): Uint8Array<ArrayBuffer> {
  const { light } = createPalettes(office);
  const [first = 0, second = 0] = createHash('sha256').update(seed).digest();
  const motif = Object.values(motifs)[category === undefined ? 0 : first % 3] ?? motifs.kawung;
  const half = 52 + (second % 4) * 8;
  const hue = category === undefined ? undefined : hueOfCategory(office, category);
  const band = parseColour(light.band);
  const ground = hue === undefined ? band : fromOklch(0.33, 0.1, hue);
  const figure = hue === undefined ? parseColour(light['on-band']) : fromOklch(0.83, 0.06, hue);
  const gold = parseColour(light.gold);
  const cream = parseColour(light['on-band']);

  // Four ramps of 16 steps: ground to figure, figure to ground, band to cream, cream to gold.
  const colours = [
    ramp(ground, figure),
    ramp(figure, hue === undefined ? gold : ground),
    ramp(band, cream),
    ramp(cream, gold),
  ].flat();
  const tile = weaveTile(motif, half);
  const points = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      points[y * width + x] = y < clothHeight ? clothAt(x, y) : bandAt(x, y - clothHeight);
    }
  }
  return encodePng({ width, height, colours, points });

  function clothAt(x: number, y: number): number {
    const [column, row] = [(x + half) % (2 * half), (y + half) % (2 * half)];
    return tile[row * 2 * half + column] ?? 0;
  }

  /** A gold hem, and the mark in the middle of the band: the kawung once more, large. */
  function bandAt(x: number, y: number): number {
    if (y < 10) return y < 7 ? 63 : 32;
    const size = (height - clothHeight) * 0.36;
    const [across, down] = [(x - width / 2) / size, (y - (height - clothHeight) / 2 - 4) / size];
    if (Math.abs(across) > 1.2 || Math.abs(down) > 1.2) return 32;
    const { figure: isFigure, detail } = motifs.kawung(across, down, 1.2 / size);
    return detail > 0 ? 32 + step(1 - detail) : 32 + step(isFigure);
  }
}

/** One repeat of the cloth: all others are its copies. */
function weaveTile(motif: Motif, half: number): Uint8Array {
  const size = 2 * half;
  return Uint8Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [(at % size) + 0.5, Math.floor(at / size) + 0.5];
    const { figure, detail } = motif(x / half - 1, y / half - 1, 1.2 / half);
    return detail > 0 ? 16 + step(detail) : step(figure);
  });
}

/** The mark of an office without a logo, as a square of so many points: for home screens and feed readers. */
export function weaveMark(office: Office, size: number): Uint8Array<ArrayBuffer> {
  const { light } = createPalettes(office);
  const colours = ramp(parseColour(light.band), parseColour(light['on-band']));
  const half = size * 0.46;
  const points = Uint8Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [((at % size) + 0.5 - size / 2) / half, (Math.floor(at / size) + 0.5 - size / 2) / half];
    const { figure, detail } = motifs.kawung(x, y, 1.2 / half);
    return step(figure * (1 - detail));
  });
  return encodePng({ width: size, height: size, colours, points });
}

const width = 1200;
const height = 630;
const clothHeight = 470;

function ramp(from: Colour, to: Colour): Colour[] {
  const mix = (at: number, share: number) => (from[at] ?? 0) * (1 - share) + (to[at] ?? 0) * share;
  return Array.from({ length: 16 }, (_, at) => [mix(0, at / 15), mix(1, at / 15), mix(2, at / 15)]);
}

function step(share: number): number {
  return Math.round(share * 15);
}

function hueOfCategory({ categories }: Office, slug: string): number {
  const at = categories.findIndex((category) => category.slug === slug);
  return categories[at]?.hue ?? (Math.max(0, at) * 360) / categories.length;
}
