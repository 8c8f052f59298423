/// <reference lib="dom" />

/** A button beside each address that copies it, and says so. */
export function addCopying(document: Document): void {
  if (!('clipboard' in navigator)) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const { copy = '', copied = '', address = '', name = '' } = place.dataset;
    const button = document.createElement('button');
    const label = document.createElement('span');
    const said = document.createElement('span');
    button.type = 'button';
    button.className = 'copy';
    label.textContent = copy;
    const about = document.createElement('span');
    about.className = 'unseen';
    about.textContent = name === '' ? '' : ` ${name}`;
    button.append(label, about);
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    const show = (text: string, status: string) => {
      label.textContent = text;
      said.textContent = status;
    };
    const copyAddress = async () => {
      await navigator.clipboard.writeText(address);
      show(`✓ ${copied}`, copied);
      setTimeout(() => show(copy, ''), 2500);
    };
    button.addEventListener('click', () => void copyAddress());
    place.append(button, said);
  }
}
