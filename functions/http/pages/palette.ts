import type { Office } from '../../office/settings.ts';
import { type Colour, contrast, fromOklch, hueOf, parseColour, renderColour } from './colour.ts';

/** Every colour of the pages in one theme, as CSS writes it. */
export type Palette = Readonly<Record<PaletteName | `category-${string}`, string>>;

export type PaletteName =
  | 'ink'
  | 'soft'
  | 'paper'
  | 'surface'
  | 'line'
  | 'edge'
  | 'link'
  | 'mark'
  | 'band'
  | 'on-band'
  | 'gold'
  | 'focus';

/**
 * The two themes, made from the office's two colours and the hues of its categories. Whatever colours an
 * office chooses, they are made darker or lighter until they can be read: what is text has at least 5 : 1
 * to its ground, and what is a boundary 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11, with a margin for bright sun).
 */
export function createPalettes(office: Office): { readonly light: Palette; readonly dark: Palette } {
  return { light: createPalette(office, grounds.light), dark: createPalette(office, grounds.dark) };
}

function createPalette(office: Office, ground: (typeof grounds)['light' | 'dark']): Palette {
  const surface = parseColour(ground.surface);
  const readable = (colour: Colour) => renderColour(toReadable(colour, surface, ground.steps));
  const categories = office.categories.map(({ slug, hue }, at) => {
    const colour = fromOklch(0.5, 0.13, hue ?? (at * 360) / office.categories.length);
    return [`category-${slug}`, readable(colour)] as const;
  });
  return {
    ...ground.colours,
    surface: ground.surface,
    link: readable(parseColour(office.colours.accent)),
    band: renderColour(toBand(parseColour(office.colours.brand))),
    ...Object.fromEntries(categories),
  };
}

/** The hue of a colour, as dark or as light as it takes to be read on that ground. */
function toReadable(colour: Colour, ground: Colour, steps: readonly number[]): Colour {
  if (contrast(colour, ground) >= minTextContrast) return colour;
  const { chroma, hue } = hueOf(colour);
  const shades = steps.map((lightness) => fromOklch(lightness, Math.min(chroma, 0.13), hue));
  return shades.find((shade) => contrast(shade, ground) >= minTextContrast) ?? shades.at(-1) ?? colour;
}

/** The ground of the masthead, dark enough for the light text upon it in both themes. */
function toBand(colour: Colour): Colour {
  return toReadable(colour, parseColour(onBand), downward);
}

const minTextContrast = 5;
const onBand = '#fbf3e4';
const downward = [0.45, 0.4, 0.35, 0.3, 0.25, 0.2];
const upward = [0.7, 0.74, 0.78, 0.82, 0.86, 0.9];

const grounds = {
  light: {
    surface: '#f4efe6',
    steps: downward,
    colours: {
      ink: '#1b1a22',
      soft: '#57524c',
      paper: '#fffdf9',
      line: '#ddd3c3',
      edge: '#857a6c',
      mark: '#ffe49c',
      'on-band': onBand,
      gold: '#e0b45c',
      focus: '#a34a00',
    },
  },
  dark: {
    surface: '#1e2029',
    steps: upward,
    colours: {
      ink: '#ece8df',
      soft: '#b3aea4',
      paper: '#14151c',
      line: '#363945',
      edge: '#8a8d99',
      mark: '#62480f',
      'on-band': onBand,
      gold: '#c99a45',
      focus: '#ffc861',
    },
  },
} as const;
