/// <reference lib="dom" />

/**
 * Makes pictures small on the device, so that a telephone sends a tenth, and sends each as soon as it is chosen.
 * The service makes its own of whatever comes.
 */
export function sendPictures(document: Document): void {
  const field = document.querySelector<HTMLInputElement>('input[data-pictures-to]');
  const list = document.querySelector<HTMLElement>('[data-pictures]');
  const template = document.querySelector('fieldset template');
  const form = field?.form ?? undefined;
  if (field === null || list === null || form === undefined || !(template instanceof HTMLTemplateElement))
    return;
  const said = field.parentElement?.querySelector('[data-said]') ?? undefined;
  const { picturesTo = '', sending = '', sent = '', failed = '', tooLarge = '', maxBytes } = field.dataset;
  const maxSide = 1600;
  type Sent = { images: Record<string, string>[]; problems: string[] };

  const say = (text: string) => {
    if (said !== undefined) said.textContent = text;
  };

  const shrink = async (file: File): Promise<Blob> => {
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
      if (scale === 1 && file.size < 700_000 && /^image\/(jpeg|png)$/.test(file.type)) return file;
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
      return small ?? file;
    } catch {
      // No picture that this browser knows: the service says what is wrong with it.
      return file;
    }
  };

  const add = (image: Record<string, string>) => {
    const isHere = [...list.querySelectorAll('img')].some(
      (picture) => picture.getAttribute('src') === image['url'],
    );
    if (isHere) return;
    const row = document.importNode(template.content, true);
    const at = String(Date.now()) + String(list.children.length);
    const picture = row.querySelector('img');
    if (picture !== null) picture.src = image['url'] ?? '';
    for (const input of row.querySelectorAll('input')) {
      const name = input.name.replace('image.', '');
      input.value = name === 'removed' ? (image['url'] ?? '') : (image[name] ?? '');
      if (input.id !== '') input.id = input.id.replace('baru', at);
    }
    for (const label of row.querySelectorAll('label')) label.htmlFor = label.htmlFor.replace('baru', at);
    list.append(row);
    form.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const send = async (files: readonly File[]) => {
    say(sending);
    field.disabled = true;
    const problems: string[] = [];
    for (const file of files) {
      try {
        const data = new FormData();
        data.set('formToken', new FormData(form).get('formToken') ?? '');
        const small = await shrink(file);
        data.set('files', small, file.name);
        const isSent = small.size <= Number(maxBytes);
        const response = isSent ? await fetch(picturesTo, { method: 'POST', body: data }) : undefined;
        if (response === undefined || response.status === 413) {
          problems.push(`${file.name}: ${tooLarge}`);
          continue;
        }
        const answer: Sent = await response.json();
        answer.images.forEach(add);
        list.lastElementChild?.querySelector<HTMLInputElement>('input[name="image.alt"]')?.focus();
        problems.push(...answer.problems);
      } catch {
        problems.push(`${file.name}: ${failed}`);
      }
    }
    field.disabled = false;
    field.value = '';
    say(problems.length > 0 ? problems.join(' ') : sent);
  };

  // What was kept on the device comes back by this.
  form.addEventListener('picture', (event) => {
    if (event instanceof CustomEvent) add(event.detail);
  });
  field.addEventListener('change', () => void send([...(field.files ?? [])]));
}
