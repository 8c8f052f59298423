import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, or a reader who chose the other theme would see a flash of this one. It is
 * the only script inside a page, always the same bytes, and allowed by its hash.
 */
export const themeScript =
  "try{const t=localStorage.getItem('tema');if(t)document.documentElement.dataset.theme=t}catch{}";

/** As a Content-Security-Policy names it. */
export const themeScriptHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;
