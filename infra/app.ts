import { App } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { addNag } from './nag.ts';
import { findStage } from './stages.ts';
import { WartaStack } from './warta-stack.ts';

/** `npx cdk synth`, `npx cdk deploy`: the production stage, or another one with `-c stage=NAME`. */
const app = new App({ context: recommendedFlags });
const stageName: unknown = app.node.tryGetContext('stage') ?? 'production';

addNag(app, new WartaStack(app, findStage(String(stageName))));
