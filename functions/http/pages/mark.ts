import type { Palette } from './palette.ts';

/** The mark of an office without a logo: a kawung, the fruit of the sugar palm cut across, as batik has it. */
export function renderMark({ band, gold, 'on-band': light }: Palette): string {
  const petals = [45, 135, 225, 315]
    .map((angle) => `<ellipse cx="32" cy="17.5" rx="8" ry="12.5" transform="rotate(${angle} 32 32)"/>`)
    .join('');
  const seeds = [45, 135, 225, 315]
    .map((angle) => `<ellipse cx="32" cy="17.5" rx="2.2" ry="6" transform="rotate(${angle} 32 32)"/>`)
    .join('');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<rect width="64" height="64" rx="12" fill="${band}"/><g fill="${light}">${petals}</g>` +
    `<g fill="${band}">${seeds}</g><path d="M32 26l6 6-6 6-6-6z" fill="${gold}"/></svg>`
  );
}
