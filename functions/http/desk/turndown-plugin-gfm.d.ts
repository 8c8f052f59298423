declare module '@joplin/turndown-plugin-gfm' {
  import type { Plugin } from 'turndown';

  /** Tables and what is struck through, as GitHub's Markdown writes them. */
  export const gfm: Plugin;
}
