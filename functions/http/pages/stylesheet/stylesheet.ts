import type { Palette } from '../palette.ts';
import { articleStyle } from './article-style.ts';
import { baseStyle } from './base-style.ts';
import { frameStyle } from './frame-style.ts';
import { listStyle } from './list-style.ts';
import { printStyle } from './print-style.ts';
import { searchStyle } from './search-style.ts';

/** The one stylesheet: both themes, phone first, and paper. Nothing in it moves, and it loads nothing. */
export function renderStylesheet({
  light,
  dark,
}: {
  readonly light: Palette;
  readonly dark: Palette;
}): string {
  const categories = Object.keys(light).filter((name) => name.startsWith('category-'));
  return [
    `:root{color-scheme:light;${renderColours(light)}}`,
    // On paper the light colours stay.
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${renderColours(dark)}}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${renderColours(dark)}}}`,
    ...categories.map((name) => `.${name}{--accent:var(--${name})}`),
    ...[baseStyle, frameStyle, listStyle, articleStyle, searchStyle, printStyle].map(squeeze),
  ].join('\n');
}

function renderColours(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

/** Without the white space that only makes the source readable. */
function squeeze(css: string): string {
  return css
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');
}
