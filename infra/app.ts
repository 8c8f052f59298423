import { App } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { FirewallStack } from './firewall-stack.ts';
import { addNag } from './nag.ts';
import { type Stage, findStage } from './stages.ts';
import { WartaStack } from './warta-stack.ts';

/** `npx cdk synth`, `npx cdk deploy`: the production stage, or another one with `-c stage=NAME`. */
const app = new App({ context: recommendedFlags });
const stageName: unknown = app.node.tryGetContext('stage') ?? 'production';
const stage: Stage = findStage(String(stageName));

addNag(app, new WartaStack(app, stage));
if (stage.firewall !== undefined) new FirewallStack(app, `${stage.stackName}Firewall`, stage.firewall);
