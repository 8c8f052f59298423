/// <reference lib="dom" />

/**
 * Keeps what is typed on this device until it is saved, each text under a name of its own, and brings it back
 * after a reload, an empty battery or an ended session. The first page lists what was never saved.
 */
export function keepText(document: Document): void {
  type Kept = {
    readonly version: number;
    readonly at: number;
    readonly title: string;
    readonly fields: readonly (readonly [string, string])[];
    readonly pictures: readonly Record<string, string>[];
  };
  const prefix = 'redaksi:';
  const typed = new Set(
    'title place category body format summary authors tags when publishedAt correction'.split(' '),
  );

  const read = (name: string): Kept | undefined => {
    try {
      return JSON.parse(localStorage.getItem(prefix + name) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  };
  const write = (name: string, kept: Kept) => {
    try {
      localStorage.setItem(prefix + name, JSON.stringify(kept));
    } catch {
      // A device that is full or keeps nothing: the draft on the server is what there is.
    }
  };
  const forget = (name: string) => {
    try {
      localStorage.removeItem(prefix + name);
    } catch {
      // Nothing was kept.
    }
  };

  const form = document.querySelector<HTMLFormElement>('form[data-manuscript]');
  if (form !== null) keepForm(form);
  const list = document.querySelector<HTMLElement>('[data-unsaved]');
  if (list !== null) showUnsaved(list);

  function keepForm(form: HTMLFormElement): void {
    const {
      manuscript = '',
      version = '0',
      saved = '',
      returned,
      keptText = '',
      keptOlder = '',
    } = form.dataset;
    for (const name of saved.split(' ').filter(Boolean)) forget(name);
    // Said once: a reload of the same address must not forget what was typed after it.
    if (saved !== '') history.replaceState(null, '', location.pathname);
    const now = () =>
      [...new FormData(form)].flatMap(([name, value]) =>
        isTyped(name, value) ? [[name, value] as const] : [],
      );
    const pictures = () =>
      [...form.querySelectorAll('.picture')].map((row) =>
        Object.fromEntries(
          [...row.querySelectorAll('input')].map(({ name, value }) => [name.replace('image.', ''), value]),
        ),
      );
    const all = () => JSON.stringify([now(), pictures()]);
    const first = all();
    const formatOf = (fields: Kept['fields']) => fields.find(([name]) => name === 'format')?.[1];
    const note = document.querySelector<HTMLElement>('[data-kept]');
    const kept = read(manuscript);
    let waiting: ReturnType<typeof setTimeout> | undefined;

    const keep = () => {
      const fields = now();
      if (all() === first && returned === undefined) return forget(manuscript);
      const title = fields.find(([name]) => name === 'title')?.[1] ?? '';
      write(manuscript, { version: Number(version), at: Date.now(), title, fields, pictures: pictures() });
    };
    const restore = ({ fields, pictures }: Pick<Kept, 'fields' | 'pictures'>) => {
      for (const [name, value] of fields) {
        const field = form.elements.namedItem(name);
        if (field !== null && 'value' in field) field.value = value;
      }
      for (const detail of pictures) form.dispatchEvent(new CustomEvent('picture', { detail }));
      form.dispatchEvent(new Event('input', { bubbles: true }));
    };

    const bringBack = (name: string, text: string, isRestored: boolean) => {
      const kept = read(name);
      if (kept === undefined || note === null) return;
      const [line] = note.getElementsByTagName('p');
      const [restoring, discarding] = note.getElementsByTagName('button');
      if (line !== undefined) line.textContent = text;
      if (isRestored) restore(kept);
      if (restoring !== undefined) restoring.hidden = isRestored;
      restoring?.addEventListener('click', () => {
        restore(kept);
        forget(name);
        note.hidden = true;
      });
      discarding?.addEventListener('click', () => {
        clearTimeout(waiting);
        waiting = undefined;
        forget(name);
        note.hidden = true;
        // The page that came may have been the answer to a form: its article is at the form's address.
        if (isRestored) location.replace(form.action);
      });
      note.hidden = false;
    };

    // What the server sent back is the newest there is.
    const isOther = kept !== undefined && JSON.stringify([kept.fields, kept.pictures]) !== first;
    const older = `${manuscript}@`;
    const fits = kept?.version === Number(version) && formatOf(kept.fields) === formatOf(now());
    if (isOther && returned === undefined && fits) {
      bringBack(manuscript, keptText, true);
    } else {
      // Under a name of its own: what is typed now must not take its place.
      if (isOther && returned === undefined) {
        write(older, kept);
        forget(manuscript);
      }
      bringBack(older, keptOlder, false);
    }
    if (returned !== undefined) keep();
    const keepSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 400);
    };
    form.addEventListener('input', keepSoon);
    form.addEventListener('change', keepSoon);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && waiting !== undefined) keep();
    });
    addEventListener('pagehide', () => {
      if (waiting !== undefined) keep();
    });
  }

  function isTyped(name: string, value: FormDataEntryValue): value is string {
    return typeof value === 'string' && typed.has(name);
  }

  function namesKept(): string[] {
    try {
      return Object.keys(localStorage).flatMap((name) =>
        name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
      );
    } catch {
      return [];
    }
  }

  function showUnsaved(list: HTMLElement): void {
    const { unsaved = '' } = list.dataset;
    const items = list.querySelector('ul');
    for (const name of namesKept()) {
      const kept = read(name);
      if (kept === undefined) continue;
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = /^[0-9a-f]{12}$/.test(name)
        ? `${unsaved}?naskah=${name}`
        : `${unsaved.replace(/\/baru$/, '/berita/')}${name.replace('@', '')}`;
      link.textContent = `${kept.title || '…'} (${new Date(kept.at).toLocaleString(document.documentElement.lang)})`;
      item.append(link);
      items?.append(item);
      list.hidden = false;
    }
  }
}
