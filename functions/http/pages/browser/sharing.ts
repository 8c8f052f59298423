/// <reference lib="dom" />

/** The device's own way of sharing, where it has one. */
export function addSharing(document: Document): void {
  if (!('share' in navigator)) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-share]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = place.dataset['share'] ?? '';
    button.addEventListener('click', () => {
      const url = place.dataset['address'] ?? location.href;
      // Whoever changes their mind has seen the reason.
      navigator.share({ title: document.title, url }).catch(() => undefined);
    });
    place.append(button);
  }
}
