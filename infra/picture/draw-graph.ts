import type { Arrow, Column, StackGraph, StackNode } from './stack-graph.ts';

/** The graph as an SVG of its own, readable on light and on dark; the same graph gives the same bytes. */
export function drawGraph({ nodes, arrows }: StackGraph): string {
  const places = placeNodes(nodes);
  const height = Math.max(...[...places.values()].map(({ y }) => y)) + box.height + 60;
  const lines = mergeArrows(arrows);
  const drawn = lines.map((line) => drawLine(line, lines, places));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="14">
  <title id="t">The stack in AWS</title>
  <desc id="d">${escape(describe(nodes, lines))}</desc>
  <style>${style}</style>
  <defs>
    <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
      <path class="head" d="M0 0 8 4 0 8z" />
    </marker>
  </defs>
  <rect class="paper" x="0" y="0" width="${width}" height="${height}" />
${drawn.join('\n')}
${nodes.map((node) => drawNode(node, places)).join('\n')}
${drawLegend(height - 24)}
</svg>
`;
}

const width = 880;
const box = { height: 54, gap: 22, top: 24 };
const columns: Readonly<Record<Column, { readonly x: number; readonly width: number }>> = {
  outside: { x: 16, width: 140 },
  door: { x: 206, width: 130 },
  function: { x: 400, width: 170 },
  store: { x: 690, width: 170 },
};

type Place = { readonly x: number; readonly y: number; readonly width: number };

/** Each column from its top; who asks stands beside its door. */
function placeNodes(nodes: readonly StackNode[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const counts = new Map<Column, number>();
  for (const { id, column } of nodes) {
    const at = counts.get(column) ?? 0;
    counts.set(column, at + 1);
    const { x, width: columnWidth } = columns[column];
    // Stores are fewer than functions: they stand further apart.
    const step = (box.height + box.gap) * (column === 'store' ? 1.25 : 1);
    places.set(id, { x, width: columnWidth, y: box.top + at * step });
  }
  return places;
}

type Line = { readonly from: string; readonly to: string; readonly does: ReadonlySet<Arrow['does']> };

/** One line for all that one does to another. */
function mergeArrows(arrows: readonly Arrow[]): Line[] {
  return [...Map.groupBy(arrows, ({ from, to }) => `${from} ${to}`).values()].map((same) => ({
    from: same[0]?.from ?? '',
    to: same[0]?.to ?? '',
    does: new Set(same.map(({ does }) => does)),
  }));
}

function drawLine(line: Line, lines: readonly Line[], places: ReadonlyMap<string, Place>): string {
  const [from, to] = [places.get(line.from), places.get(line.to)];
  if (from === undefined || to === undefined) return '';
  const startY = portOf(line.from, line, lines, places);
  const endY = portOf(line.to, line, lines, places);
  const isBeside = from.x === to.x;
  const startX = isBeside || from.x > to.x ? from.x : from.x + from.width;
  const endX = !isBeside && from.x > to.x ? to.x + to.width : to.x;
  const bend = isBeside ? -34 : (endX - startX) / 2;
  // What passes by the functions goes over them.
  const [leaves, comes] = isPastFunctions(from, to) ? [-8, -8] : [startY, endY];
  const path = `M${startX} ${startY} C${startX + bend} ${leaves} ${isBeside ? endX + bend : endX - bend} ${comes} ${endX} ${endY}`;
  const isRead = line.does.has('reads');
  const isWrite = line.does.has('writes');
  const kind = isWrite ? 'writes' : isRead ? 'reads' : line.does.has('rings') ? 'rings' : 'asks';
  // What is read comes to whoever reads it.
  const heads = `${isRead ? ' marker-start="url(#head)"' : ''}${isRead && !isWrite ? '' : ' marker-end="url(#head)"'}`;
  return `  <path class="line ${kind}" d="${path}"${heads} />`;
}

function isPastFunctions(from: Place, to: Place): boolean {
  return from.x < columns.function.x && to.x > columns.function.x;
}

/** Lines of one side of a box leave it one below the other, in the order of where they go. */
function portOf(id: string, line: Line, lines: readonly Line[], places: ReadonlyMap<string, Place>): number {
  const here = places.get(id);
  if (here === undefined) return 0;
  const otherOf = (each: Line) => places.get(each.from === id ? each.to : each.from) ?? here;
  const sideOf = (each: Line) => (otherOf(each).x > here.x ? 'right' : 'left');
  const beside = lines
    .filter((each) => (each.from === id || each.to === id) && sideOf(each) === sideOf(line))
    .sort((a, b) => otherOf(a).y - otherOf(b).y);
  const share = (beside.indexOf(line) + 1) / (beside.length + 1);
  return Math.round(here.y + box.height * share);
}

function drawNode({ id, column, name, kind }: StackNode, places: ReadonlyMap<string, Place>): string {
  const { x, y, width: boxWidth } = places.get(id) ?? { x: 0, y: 0, width: 0 };
  const middle = x + boxWidth / 2;
  return `  <g class="${column}">
    <rect x="${x}" y="${y}" width="${boxWidth}" height="${box.height}" rx="8" />
    <text x="${middle}" y="${y + 23}">${escape(name)}</text>
    <text class="soft" x="${middle}" y="${y + 42}">${escape(kind)}</text>
  </g>`;
}

function drawLegend(y: number): string {
  const entries = { asks: 'asks, writes', reads: 'reads', rings: 'rings' };
  return Object.entries(entries)
    .map(([kind, label], at) => {
      const x = columns.door.x + at * 150;
      return `  <path class="line ${kind}" d="M${x} ${y} H${x + 36}" marker-end="url(#head)" /><text class="legend" x="${x + 44}" y="${y + 5}">${label}</text>`;
    })
    .join('\n');
}

/** For whoever cannot see it: every line as a sentence. */
function describe(nodes: readonly StackNode[], lines: readonly Line[]): string {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  return lines
    .map(({ from, to, does }) => `${nameOf(from)} ${[...does].sort().join(' and ')} ${nameOf(to)}.`)
    .join(' ');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const style = `
    rect { fill: #f4f7fa; stroke: #0b5a8a; stroke-width: 1.5 }
    .paper { fill: #fff; stroke: none } .head { fill: #59636e }
    text { fill: #1b1f24; text-anchor: middle } .soft { fill: #59636e; font-size: 12px } .legend { text-anchor: start; font-size: 12px }
    .function rect { fill: #0b5a8a } .function text { fill: #fff } .outside rect { stroke-dasharray: 4 3 }
    .line { stroke: #59636e; stroke-width: 1.5; fill: none } .reads { stroke-dasharray: 6 4 } .rings { stroke-dasharray: 2 4 }
    @media (prefers-color-scheme: dark) {
      rect { fill: #161d26; stroke: #5ba7d6 } .paper { fill: #0d1117 } .head { fill: #9aa5b1 }
      text { fill: #e6edf3 } .soft { fill: #9aa5b1 } .line { stroke: #9aa5b1 } .function rect { fill: #0b5a8a }
      .function text { fill: #fff }
    }
  `;
