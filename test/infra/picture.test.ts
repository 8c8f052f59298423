import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../../infra/picture/draw-graph.ts';
import { readStackGraph } from '../../infra/picture/stack-graph.ts';
import { parseStrictly } from '../support/strict-xml.ts';
import { synthesize } from './synthesized.ts';

const graph = readStackGraph(synthesize('production').json);
const nameOf = (id: string) => graph.nodes.find((node) => node.id === id)?.name;
const sentences = graph.arrows.map(({ from, does, to }) => `${nameOf(from)} ${does} ${nameOf(to)}`);

describe('the picture of the stack', () => {
  it('is that of the template: `npm run picture:stack` draws it anew', async () => {
    const kept = await readFile(join(import.meta.dirname, '../../docs/pictures/stack.svg'), 'utf8');
    expect(kept).toBe(drawGraph(graph));
  });

  it('is well-formed, small, and has colours for light and dark', () => {
    const svg = drawGraph(graph);
    expect(parseStrictly(svg).length).toBeGreaterThan(30);
    expect(svg.length).toBeLessThan(12_000);
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('shows every function, table, bucket, queue and door, each under a name of its own', () => {
    const count = (type: string) => synthesize('production').ofType(type).length;
    const shown = (kind: RegExp) => graph.nodes.filter((node) => kind.test(node.kind)).length;
    expect(shown(/^Lambda/)).toBe(count('AWS::Lambda::Function'));
    expect(shown(/^SQS/)).toBe(count('AWS::SQS::Queue'));
    expect([shown(/^DynamoDB/), shown(/^S3/), shown(/^CloudFront/), shown(/^HTTP API/)]).toEqual([
      1, 2, 1, 1,
    ]);
    expect(new Set(graph.nodes.map(({ name }) => name)).size).toBe(graph.nodes.length);
  });

  it('shows the ways of an article and of a question', () => {
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Readers asks Edge',
        'Edge asks Reading',
        'Reading reads Articles',
        'Reading reads Segments',
        'The office asks API',
        'API asks Publishing',
        'Publishing writes Articles',
        'Publishing reads Token',
        'Publishing writes Media',
        'Edge reads Media',
        'Articles rings Indexer',
        'Indexer writes Segments',
        'Every night rings Compact',
        'Publishing rings Reindex',
      ]),
    );
    expect(sentences).not.toContain('Reading writes Segments');
    expect(sentences).not.toContain('Reading reads Media');
  });
});
