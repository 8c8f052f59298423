/// <reference lib="dom" />

/** A form is sent once, however often its button is pressed: one draft, and not two. */
export function pressOnce(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('form[data-manuscript]');
  if (form === null) return;
  let isSent = false;
  form.addEventListener('submit', (event) => {
    // What goes to a frame leaves the page as it is.
    if (event.submitter?.hasAttribute('formtarget')) return;
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // Whoever comes back to the page may press again.
  addEventListener('pageshow', () => (isSent = false));
}
