import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import * as v from 'valibot';
import type { Hub } from '../../functions/office/settings.ts';
import { FirewallStack } from '../../infra/firewall-stack.ts';
import { type Stage, findStage } from '../../infra/stages.ts';
import { WartaStack } from '../../infra/warta-stack.ts';

/** The template of a stage, without its bundles. */
export function synthesize(stage: string | Stage, hubs: readonly Hub[] = []) {
  return read(createStack(stage, { 'aws:cdk:bundling-stacks': [] }, { hubs }).stack);
}

/** The template of the firewall before the edge. */
export function synthesizeFirewall(requestsPerFiveMinutes: number) {
  return read(new FirewallStack(createApp({}), 'Firewall', { requestsPerFiveMinutes }));
}

function read(stack: Stack) {
  const json: unknown = Template.fromStack(stack).toJSON();
  const { Resources, Outputs } = v.parse(template, json);
  const resources = Object.values(Resources);

  return {
    json,
    text: JSON.stringify(json),
    resources,
    outputNames: Object.keys(Outputs),
    ofType: (type: string) => resources.filter((resource) => resource.Type === type),
    propertiesOf: (type: string) =>
      resources.filter((resource) => resource.Type === type).map((resource) => resource.Properties),
    /** What a function may do: the statements of its role. */
    statementsOf: (functionName: string) =>
      Object.entries(Resources)
        .filter(([id]) => id.startsWith(`${functionName}RoleDefaultPolicy`))
        .flatMap(([, { Properties }]) => v.parse(policy, Properties).PolicyDocument.Statement),
  };
}

/** Synthesizes into the folder as `cdk synth` does; answers with the bundles' folders by function. */
export async function bundle(folder: string): Promise<ReadonlyMap<string, string>> {
  const { app, stack } = createStack('production', {}, { outdir: folder });
  app.synth();
  const manifest = await readFile(join(folder, `${stack.artifactId}.assets.json`), 'utf8');
  const { files } = v.parse(assets, JSON.parse(manifest));
  return new Map(Object.values(files).map((file) => [file.displayName, join(folder, file.source.path)]));
}

export function createStack(
  stage: string | Stage,
  context: Record<string, unknown>,
  { outdir, hubs = [] }: { readonly outdir?: string; readonly hubs?: readonly Hub[] },
) {
  const app = createApp(context, outdir);
  return {
    app,
    stack: new WartaStack(app, typeof stage === 'string' ? findStage(stage) : stage, { hubs }),
  };
}

/** CloudFormation's own rules take some seconds: `npm run check:synth` holds the stack against them. */
function createApp(context: Record<string, unknown>, outdir?: string): App {
  return new App({
    context: { ...recommendedFlags, ...context },
    builtinCloudFormationValidation: false,
    ...(outdir === undefined ? {} : { outdir }),
  });
}

const template = v.object({
  Resources: v.record(v.string(), v.looseObject({ Type: v.string(), Properties: v.looseObject({}) })),
  Outputs: v.record(v.string(), v.unknown()),
});

const policy = v.object({
  PolicyDocument: v.object({
    Statement: v.array(
      v.object({
        Action: v.union([
          v.array(v.string()),
          v.pipe(
            v.string(),
            v.transform((action) => [action]),
          ),
        ]),
        Resource: v.unknown(),
        Condition: v.optional(v.unknown()),
      }),
    ),
  }),
});

const assets = v.object({
  files: v.record(v.string(), v.object({ displayName: v.string(), source: v.object({ path: v.string() }) })),
});
