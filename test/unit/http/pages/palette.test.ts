import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from '../../../../functions/http/pages/colour.ts';
import { type Palette, createPalettes } from '../../../../functions/http/pages/palette.ts';
import { office } from '../../../../functions/office/settings.ts';

const between = (palette: Palette, a: keyof Palette, b: keyof Palette) =>
  contrast(parseColour(palette[a] ?? ''), parseColour(palette[b] ?? ''));

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colours of the pages', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast(parseColour('#000000'), parseColour('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrast(parseColour('#777777'), parseColour('#ffffff'))).toBeCloseTo(4.48, 2);
  });

  it('can be read in both themes, whatever colours the office chose', () => {
    fc.assert(
      fc.property(anyColour, anyColour, fc.integer({ min: 0, max: 360 }), (brand, accent, hue) => {
        const [first, ...others] = office.categories;
        const changed = {
          ...office,
          colours: { brand, accent },
          categories: [{ ...first, hue }, ...others] as const,
        };
        for (const palette of Object.values(createPalettes(changed))) {
          const names: (keyof Palette)[] = [
            'ink',
            'soft',
            'link',
            ...office.categories.map(({ slug }) => `category-${slug}` as const),
          ];
          for (const ground of ['paper', 'surface'] as const)
            for (const name of names) expect(between(palette, name, ground)).toBeGreaterThanOrEqual(4.5);
          expect(between(palette, 'on-band', 'band')).toBeGreaterThanOrEqual(4.5);
          expect(between(palette, 'ink', 'mark')).toBeGreaterThanOrEqual(4.5);
          expect(between(palette, 'paper', 'link')).toBeGreaterThanOrEqual(4.5);
          expect(between(palette, 'edge', 'paper')).toBeGreaterThanOrEqual(3);
          expect(between(palette, 'focus', 'paper')).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });
});
