/** An absolute address of one of the schemes, or a path of our own media; undefined for all else. */
export function toPublicUrl(
  url: string,
  base: string | undefined,
  schemes: readonly string[],
): string | undefined {
  if (ownMediaPattern.test(url)) return url;
  const parsed = URL.parse(url.trim(), base);
  return parsed !== null && schemes.includes(parsed.protocol.slice(0, -1)) ? parsed.href : undefined;
}

const ownMediaPattern = /^\/media\/[\w-]+(\.[\w-]+)+$/;
