/// <reference lib="dom" />

/**
 * Completes what is typed into a search field, as a combobox with a list (ARIA Authoring Practices): the
 * arrows choose, Enter searches, Escape closes, and focus never leaves the field.
 */
export function addCompletions(document: Document): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-completions]')) {
    const { form } = input;
    if (form === null) continue;
    const list = document.createElement('ul');
    const said = document.createElement('span');
    list.id = `${input.id}-list`;
    list.className = 'completions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    input.parentElement?.append(list, said);

    let chosen = -1;
    let typed = input.value;
    let asking = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;

    const close = () => {
      clearTimeout(waiting);
      asking.abort();
      list.hidden = true;
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const choose = (next: number) => {
      const options = [...list.children];
      chosen = ((next + 1 + options.length + 1) % (options.length + 1)) - 1;
      for (const [at, option] of options.entries())
        option.setAttribute('aria-selected', String(at === chosen));
      const option = options[chosen];
      input.value = option?.textContent ?? typed;
      if (option === undefined) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', option.id);
      option?.scrollIntoView({ block: 'nearest' });
    };

    const show = (suggestions: readonly string[]) => {
      list.replaceChildren(
        ...suggestions.map((suggestion, at) => {
          const option = document.createElement('li');
          option.id = `${list.id}-${at}`;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          option.textContent = suggestion;
          return option;
        }),
      );
      chosen = -1;
      list.hidden = suggestions.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      const { completions = '' } = input.dataset;
      said.textContent = list.hidden ? '' : completions.replace('{n}', String(suggestions.length));
    };

    const ask = async () => {
      asking = new AbortController();
      try {
        const address = `/api/suggest?q=${encodeURIComponent(typed.trim().slice(0, 100))}`;
        const response = await fetch(address, { signal: asking.signal });
        if (!response.ok) return close();
        const answer: { suggestions: string[] } = await response.json();
        if (document.activeElement === input) show(answer.suggestions);
      } catch {
        // Typing goes on, or the line is down: the field searches all the same.
      }
    };

    input.addEventListener('input', () => {
      typed = input.value;
      close();
      if (typed.trim().length >= 2) waiting = setTimeout(() => void ask(), 120);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        input.value = typed;
        close();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
        event.preventDefault();
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      }
    });
    input.addEventListener('blur', close);
    list.addEventListener('pointerdown', (event) => {
      // The field would lose its focus, and the list be gone before the click.
      event.preventDefault();
    });
    list.addEventListener('click', (event) => {
      const { target } = event;
      if (!(target instanceof HTMLLIElement)) return;
      input.value = target.textContent;
      close();
      form.requestSubmit();
    });
  }
}
