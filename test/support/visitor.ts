import { DomUtils, parseDocument } from 'htmlparser2';
import { readPage } from './html-page.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Service = { readonly app: { request(url: string, init?: RequestInit): Response | Promise<Response> } };

/** Somebody with a browser that runs no script: keeps cookies, follows redirects, fills in and sends forms. */
export function createVisitor({ app }: Service, baseUrl: string) {
  const cookies = new Map<string, string>();

  const ask = async (path: string, init: RequestInit = {}): Promise<Visit> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(new URL(path, baseUrl).href, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('Location');
    if (location !== null && response.status < 400) return ask(location);
    return toVisit(path, response, await response.text());
  };

  return {
    cookies,
    get: (path: string) => ask(path),
    /** Sends the form that has this button, with what stands in it but for `change`. */
    async press(visit: Visit, button: string, change: Changes = {}): Promise<Visit> {
      const { action, data } = fillIn(visit, button, change);
      return ask(action, { method: 'POST', body: data, headers: { Origin: baseUrl } });
    },
    ask,
  };
}

export type Changes = Readonly<Record<string, string | File | readonly (string | File)[]>>;

type Visit = ReturnType<typeof toVisit>;

function toVisit(path: string, response: Response, html: string) {
  return { path, status: response.status, headers: response.headers, html, page: readPage(html) };
}

/** What a browser would send. */
export function fillIn({ path, html }: Pick<Visit, 'path' | 'html'>, label: string, change: Changes) {
  const document = parseDocument(html);
  const buttons = DomUtils.getElementsByTagName('button', document);
  const button = buttons.find((element) => textOf(element) === label);
  const form = button && formOf(document, button);
  if (button === undefined || form === undefined)
    throw new Error(`${path} has no button "${label}" in a form`);
  const data = new FormData();
  for (const [name, value] of [
    ...fieldsOf(form),
    [button.attribs['name'], button.attribs['value']] as const,
  ]) {
    if (name !== undefined && name !== '' && !(name in change)) data.append(name, value ?? '');
  }
  for (const [name, values] of Object.entries(change)) {
    for (const value of Array.isArray(values) ? values : [values]) data.append(name, value);
  }
  return { action: button.attribs['formaction'] ?? form.attribs['action'] ?? path, data };
}

function formOf(document: Document, button: Element): Element | undefined {
  const forms = DomUtils.getElementsByTagName('form', document);
  const id = button.attribs['form'];
  if (id !== undefined) return forms.find((form) => form.attribs['id'] === id);
  return forms.find((form) => DomUtils.getElementsByTagName('button', form).includes(button));
}

function fieldsOf(form: Element): (readonly [string | undefined, string | undefined])[] {
  // A template's content is in no form.
  const isInert = (element: Element) =>
    DomUtils.getElementsByTagName('template', form).some((template) => contains(template, element));
  const isField = (element: Element) => ['input', 'textarea', 'select'].includes(element.name);
  return DomUtils.findAll(isField, [form]).flatMap((element) => {
    if (isInert(element)) return [];
    const { name, type, value = '', checked } = element.attribs;
    if (element.name === 'textarea') return [[name, DomUtils.textContent(element).replace(/^\n/, '')]];
    if (element.name === 'select') {
      const options = DomUtils.getElementsByTagName('option', element);
      const chosen = options.find((option) => 'selected' in option.attribs) ?? options[0];
      return [[name, chosen?.attribs['value']]];
    }
    if (type === 'file') return [];
    if ((type === 'radio' || type === 'checkbox') && checked === undefined) return [];
    return [[name, value]];
  });
}

function contains(element: Element, other: Element): boolean {
  return DomUtils.find((node) => node === other, [element], true, 1).length > 0;
}

function textOf(element: Element): string {
  return DomUtils.textContent(element).replace(/\s+/g, ' ').trim();
}
