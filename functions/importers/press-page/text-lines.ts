import { type Line, foldText, maxLines, textLine } from './line.ts';

/** The lines of a page of plain text that hold anything, up to one more than a page may have. */
export function readTextLines(text: string): Line[] {
  const lines: Line[] = [];
  let isAfterGap = true;
  for (const [index, raw] of text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).entries()) {
    const folded = foldText(raw);
    if (folded === '') {
      isAfterGap = true;
      continue;
    }
    lines.push(textLine(index + 1, folded, indentOf(raw), isAfterGap));
    isAfterGap = false;
    if (lines.length > maxLines) break;
  }
  return lines;
}

function indentOf(raw: string): number {
  return (/^\s*/.exec(raw)?.[0] ?? '').replaceAll('\t', '    ').length;
}
