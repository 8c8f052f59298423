import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { stages } from '../stages.ts';
import { WartaStack } from '../warta-stack.ts';
import { drawGraph } from './draw-graph.ts';
import { readStackGraph } from './stack-graph.ts';

/** `npm run picture:stack`: the picture of the stack, from the template that is deployed in production. */
const app = new App({ context: { ...recommendedFlags, 'aws:cdk:bundling-stacks': [] } });
const template = Template.fromStack(new WartaStack(app, stages.production)).toJSON();
const file = 'docs/pictures/stack.svg';
await writeFile(join(import.meta.dirname, '../..', file), drawGraph(readStackGraph(template)));
process.stdout.write(`${file}\n`);
