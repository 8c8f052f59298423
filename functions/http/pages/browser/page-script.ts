import { addCompletions } from './completions.ts';
import { addCopying } from './copying.ts';
import { addSharing } from './sharing.ts';
import { addThemeChoice } from './theme-choice.ts';

/**
 * What every page runs, deferred, and works without. Each part is a function that stands alone, since what
 * is sent is its own text: it may use nothing but its argument and what a browser has.
 */
export const pageScript = [addCompletions, addCopying, addSharing, addThemeChoice]
  .map((part) => `(${part.toString()})(document);`)
  .join('\n');
