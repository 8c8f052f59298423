/// <reference lib="dom" />

/** Buttons above the text for those who know no Markdown. */
export function offerMarks(document: Document): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[data-marks]');
  const bar = document.querySelector<HTMLElement>('[data-toolbar]');
  const format = field?.form?.elements.namedItem('format');
  if (field === null || bar === null) return;
  if (!(format instanceof HTMLInputElement) || format.value !== 'markdown') return;
  const names: Record<string, string> = JSON.parse(field.dataset['marks'] ?? '{}');

  const put = (text: string, selectFrom: number, selectTo: number) => {
    const from = field.selectionStart;
    field.focus();
    if (!document.execCommand('insertText', false, text))
      field.setRangeText(text, from, field.selectionEnd, 'end');
    field.setSelectionRange(from + selectFrom, from + selectTo);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const around = (before: string, after: string) => () => {
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
    put(before + chosen + after, before.length, before.length + chosen.length);
  };
  const beforeLines = (mark: string) => () => {
    const start = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
    field.setSelectionRange(start, field.selectionEnd);
    const text = field.value
      .slice(start, field.selectionEnd)
      .split('\n')
      .map((line) => mark + line)
      .join('\n');
    put(text, text.length, text.length);
  };

  const marks: Record<string, () => void> = {
    bold: around('**', '**'),
    italic: around('*', '*'),
    heading: beforeLines('## '),
    list: beforeLines('- '),
    quote: beforeLines('> '),
    link: around('[', '](https://)'),
  };
  for (const [name, mark] of Object.entries(marks)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = names[name] ?? name;
    button.addEventListener('click', mark);
    bar.append(button);
  }
  bar.hidden = false;
}
