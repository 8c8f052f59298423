/// <reference lib="dom" />

/**
 * Shows the result as one types, where there is room for it beside the fields. Each answer comes in a frame of
 * its own, which takes the place of the last one when it is there: nothing flickers, and the way back in the
 * browser leads out of the page and not through every state of a text.
 */
export function showResult(document: Document): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-preview]');
  const form = button?.form ?? undefined;
  let frame = document.querySelector<HTMLIFrameElement>('iframe[name=hasil]');
  if (button === null || form === undefined || frame === null) return;
  const isBeside = matchMedia('(min-width: 60rem)');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let count = 0;

  const show = () => {
    const old = frame;
    if (old === null) return;
    const next = document.createElement('iframe');
    next.name = `hasil-${++count}`;
    next.title = old.title;
    next.setAttribute('sandbox', 'allow-same-origin');
    next.hidden = true;
    old.after(next);
    button.formTarget = next.name;
    form.requestSubmit(button);
    let isFirst = true;
    next.addEventListener('load', () => {
      if (!isFirst) return;
      if (next.contentDocument?.URL === 'about:blank') return;
      isFirst = false;
      const scrolled = old.contentWindow?.scrollY ?? 0;
      next.hidden = false;
      next.contentWindow?.scrollTo(0, scrolled);
      old.remove();
      frame = next;
    });
  };
  button.addEventListener('click', (event) => {
    // The one that we press ourselves, which nobody can trust, goes through.
    if (!event.isTrusted) return;
    event.preventDefault();
    show();
  });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    if (isBeside.matches) waiting = setTimeout(show, 900);
  });
}
