import { cleanPastes } from './clean-pastes.ts';
import { completeSeveral } from './complete-several.ts';
import { keepText } from './keep-text.ts';
import { offerMarks } from './offer-marks.ts';
import { pressOnce } from './press-once.ts';
import { sendPictures } from './send-pictures.ts';
import { showResult } from './show-result.ts';

/** What the pages of the desk run, deferred, and work without; each part stands alone, as on the other pages. */
export const deskScript = [
  sendPictures,
  keepText,
  cleanPastes,
  offerMarks,
  completeSeveral,
  showResult,
  pressOnce,
]
  .map((part) => `(${part.toString()})(document);`)
  .join('\n');
