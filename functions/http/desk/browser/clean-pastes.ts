/// <reference lib="dom" />

/**
 * What is pasted from a word processor or a page goes to the service, which cleans it, and its answer goes into
 * the field: as typed text, so that one step back undoes it.
 */
export function cleanPastes(document: Document): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[data-clean]');
  const form = field?.form ?? undefined;
  if (field === null || form === undefined) return;
  const said = field.parentElement?.querySelector('[data-said]') ?? undefined;
  const { clean = '', cleaned = '' } = field.dataset;

  const insert = (text: string) => {
    field.focus();
    // The one way that leaves the browser's own undo in place.
    if (!document.execCommand('insertText', false, text))
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const cleanAndInsert = async (html: string, plain: string) => {
    const data = new FormData();
    data.set('formToken', new FormData(form).get('formToken') ?? '');
    data.set('html', html);
    try {
      const response = await fetch(clean, { method: 'POST', body: data });
      if (!response.ok) throw new Error(String(response.status));
      const answer: { markdown: string } = await response.json();
      insert(answer.markdown);
      if (said !== undefined) said.textContent = cleaned;
    } catch {
      // The line is down, or the session has ended: the words are what counts.
      insert(plain);
    }
  };

  field.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const isMarkdown = form.elements.namedItem('format');
    if (html === '' || !(isMarkdown instanceof HTMLInputElement) || isMarkdown.value !== 'markdown') return;
    event.preventDefault();
    void cleanAndInsert(html, event.clipboardData?.getData('text/plain') ?? '');
  });
}
