/** An element to be written. Text and values are given as they are: escaping happens here and nowhere else. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly content: string | readonly XmlElement[];
};

/** An attribute without a value is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

export function element(
  name: string,
  attributes: XmlAttributes = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, content };
}

/** The element as XML, on one line. Its text must already be of XML characters (articles/characters.ts). */
export function renderElement({ name, attributes, content }: XmlElement): string {
  const start = `<${name}${renderAttributes(attributes)}`;
  const inner = typeof content === 'string' ? escapeText(content) : content.map(renderElement).join('');
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** ` name="value"` for each. */
export function renderAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(String(value))}"`))
    .join('');
}

/** A whole document: the XML declaration and its root. */
export function renderXmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderElement(root)}\n`;
}

/**
 * Hexadecimal references, as the RSS Advisory Board's profile asks ("Character Data"): of all the ways to
 * write `&` and `<` in a title this is the one that most readers take rightly. To an XML parser all are one.
 */
function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, toReference);
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, toReference);
}

function toReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
