/**
 * The paragraphs that WordPress makes when it shows a post of its old editor: a blank line parts them, a
 * single break is one. Posts of the block editor have theirs, and stay as they are.
 */
export function addParagraphs(content: string): string {
  if (/<!--\s*wp:/.test(content)) return content;
  const kept: string[] = [];
  const text = content.replace(/\r\n?/g, '\n');
  // Behind the last end no other is looked for: a text of nothing but starts would take for ever.
  const end = text.toLowerCase().lastIndexOf('</pre>') + 1;
  const withoutPre =
    text
      .slice(0, end && end + 5)
      .replace(/<pre[\s>][\s\S]*?<\/pre>/gi, (block) => `\n\n${placeholder(kept.push(block) - 1)}\n\n`) +
    text.slice(end && end + 5);
  return parted(withoutPre)
    .map((part) => {
      const pre = /^\uE000(\d+)\uE001$/.exec(part);
      if (pre !== null) return kept[Number(pre[1])] ?? '';
      if (startsBlock.test(part)) return part;
      return `<p>${part.replace(/(?:<br\s*\/?>)?\n/gi, '<br>\n')}</p>`;
    })
    .join('\n');
}

/** Parts at blank lines and at the edges of blocks; a block that holds blank lines stays whole by its tags. */
function parted(text: string): string[] {
  return text
    .replace(blockEdge, (tag) => (tag.startsWith('</') ? `${tag}\n\n` : `\n\n${tag}`))
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Characters of private use: a post that holds them itself shows a block of its own twice, and no harm is done. */
function placeholder(index: number): string {
  return `\uE000${index}\uE001`;
}

const blockNames =
  'address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul';
const blockEdge = new RegExp(String.raw`</?(?:${blockNames})(?:\s[^<>]*)?/?>`, 'gi');
const startsBlock = new RegExp(String.raw`^</?(?:${blockNames})[\s/>]`, 'i');
