import { Parser } from 'htmlparser2';

/** What an HTML parser finds in markup that no reader should be sent: elements, handlers, addresses. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  new Parser({
    onopentag(name, attributes) {
      if (dangerousElements.has(name)) dangers.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^(on|style|srcdoc)/.test(attribute) || /^\s*(javascript|data|vbscript):/i.test(value)) {
          dangers.push(`${attribute}=${value}`);
        }
      }
    },
  }).end(html);
  return dangers;
}

const dangerousElements = new Set(
  'script style iframe svg math object embed link meta base form input'.split(' '),
);
