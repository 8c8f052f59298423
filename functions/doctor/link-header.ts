export type LinkValue = {
  /** Absolute. */
  readonly url: string;
  readonly rels: readonly string[];
  /** The media type, where it is told. */
  readonly type: string;
};

/** The values of a Link header (RFC 8288, section 3); addresses that cannot be resolved are left out. */
export function parseLinks(header: string, base: string): LinkValue[] {
  return [...header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]+))?)*)/g)].flatMap(
    ([, target = '', parameters = '']) => {
      const url = URL.parse(target, base);
      if (url === null) return [];
      const rels = parameterOf(parameters, 'rel').toLowerCase().split(/\s+/);
      return [{ url: url.href, rels, type: parameterOf(parameters, 'type') }];
    },
  );
}

function parameterOf(parameters: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",;]+))`, 'i').exec(parameters);
  return match?.[1] ?? match?.[2] ?? '';
}
