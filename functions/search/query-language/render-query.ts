import { fieldNames } from './query-fields.ts';
import type { QueryNode } from './query-node.ts';

/** A query in its plainest form; it is read as the same tree again. */
export function renderQuery(root: QueryNode | undefined): string {
  return root === undefined ? '' : renderNode(root);
}

function renderNode(node: QueryNode): string {
  switch (node.kind) {
    case 'words':
      return node.text;
    case 'phrase':
      return `"${node.text}"${node.slop > 0 ? `~${node.slop}` : ''}`;
    case 'exact':
      return `=${node.text}`;
    case 'title':
      return `${fieldNames.title}:${renderTitled(node.of)}`;
    case 'label':
      return `${fieldNames[node.name]}:"${node.text}"`;
    case 'period':
      return `${fieldNames[node.bound]}:"${node.text}"`;
    case 'not':
      return `-${renderOperand(node.of)}`;
    case 'any':
      return node.of.map(renderOperand).join(' OR ');
    case 'all':
      return renderParts(node.of, ' AND ');
    case 'sequence':
    default:
      return renderParts(node.of, ' ');
  }
}

function renderParts(parts: readonly QueryNode[], separator: string): string {
  return parts.map((part) => (part.kind === 'all' ? renderOperand(part) : renderNode(part))).join(separator);
}

/** A word and a phrase stand behind the colon as they are; everything else needs brackets. */
function renderTitled(node: QueryNode): string {
  const isBare = node.kind === 'words' ? !/\s/.test(node.text) : node.kind === 'phrase';
  return isBare ? renderNode(node) : `(${renderNode(node)})`;
}

/** In brackets, unless it holds together without. */
function renderOperand(node: QueryNode): string {
  const isLoose =
    node.kind === 'any' ||
    node.kind === 'all' ||
    node.kind === 'sequence' ||
    node.kind === 'not' ||
    (node.kind === 'words' && (/\s/.test(node.text) || /^\d/.test(node.text)));
  return isLoose ? `(${renderNode(node)})` : renderNode(node);
}
