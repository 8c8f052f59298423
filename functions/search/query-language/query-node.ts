/** A part of what was typed: it stood from `start` up to, not including, `end`, in UTF-16 code units. */
export type QueryNode = { readonly start: number; readonly end: number } & QueryMeaning;

export type QueryMeaning =
  /** Words that are matched as well as possible; inside `all`, `any` and `not` each of them is required. */
  | { readonly kind: 'words'; readonly text: string }
  /** Words in this order, moved against each other by up to `slop` places. */
  | { readonly kind: 'phrase'; readonly text: string; readonly slop: number }
  /** The word in this form and no other. */
  | { readonly kind: 'exact'; readonly text: string }
  /** What stands in the headline. */
  | { readonly kind: 'title'; readonly of: QueryNode }
  /** A label, by its slug and as it was typed. */
  | {
      readonly kind: 'label';
      readonly name: LabelName;
      readonly slug: string;
      readonly text: string;
    }
  /** Published at the instant or later (`from`), or before it (`to`); milliseconds since 1970. */
  | {
      readonly kind: 'period';
      readonly bound: 'from' | 'to';
      readonly atMs: number;
      readonly text: string;
    }
  | { readonly kind: 'not'; readonly of: QueryNode }
  /** One of them at least. */
  | { readonly kind: 'any'; readonly of: readonly QueryNode[] }
  /** Every one of them. */
  | { readonly kind: 'all'; readonly of: readonly QueryNode[] }
  /** One beside the other: words are matched as well as possible, everything else is required. */
  | { readonly kind: 'sequence'; readonly of: readonly QueryNode[] };

export type LabelName = 'category' | 'tag' | 'author' | 'place';

/** The nodes as one, or undefined where there are none; what is nested without need is flattened. */
export function joinNodes(
  kind: 'any' | 'all' | 'sequence',
  nodes: readonly QueryNode[],
): QueryNode | undefined {
  const of = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  const joined = kind === 'sequence' ? joinWords(of) : of;
  const [first, ...others] = joined;
  if (first === undefined || others.length === 0) return first;
  return { kind, of: joined, start: first.start, end: others.at(-1)?.end ?? first.end };
}

function joinWords(nodes: readonly QueryNode[]): QueryNode[] {
  const joined: QueryNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.kind === 'words' && node.kind === 'words')
      joined[joined.length - 1] = { ...last, text: `${last.text} ${node.text}`, end: node.end };
    else joined.push(node);
  }
  return joined;
}
