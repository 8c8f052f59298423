/// <reference lib="dom" />

/** A button that goes round: as the device, light, dark. The choice stays on this device. */
export function addThemeChoice(document: Document): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (button === null) return;
  const root = document.documentElement;
  const themes = ['auto', 'light', 'dark'] as const;
  const current = () => themes.find((theme) => theme === root.dataset['theme']) ?? 'auto';
  const show = () => (button.textContent = button.dataset[current()] ?? '');
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'auto';
    root.dataset['theme'] = next;
    try {
      if (next === 'auto') localStorage.removeItem('tema');
      else localStorage.setItem('tema', next);
    } catch {
      // A browser that keeps nothing has the theme on this page all the same.
    }
    show();
  });
  show();
  button.hidden = false;
}
