/// <reference lib="dom" />

/** A list of completions knows one value; behind a comma it offers its values again. */
export function completeSeveral(document: Document): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-several]')) {
    const { list } = input;
    if (list === null) continue;
    const values = [...list.querySelectorAll('option')].map((option) => option.value);
    let shown = '';
    input.addEventListener('input', () => {
      const before = input.value.slice(0, input.value.lastIndexOf(',') + 1);
      if (before === shown) return;
      shown = before;
      const used = new Set(before.split(',').map((part) => part.trim()));
      list.replaceChildren(
        ...values
          .filter((value) => !used.has(value))
          .map((value) => {
            const option = document.createElement('option');
            option.value = before === '' ? value : `${before} ${value}`;
            return option;
          }),
      );
    });
  }
}
