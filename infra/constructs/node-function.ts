import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AssetHashType, DockerImage, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export type NodeFunctionProps = {
  /** File name in `functions/entry`. */
  readonly entry: string;
  readonly description: string;
  /** A whole processor comes with 1769. */
  readonly memoryMiB: number;
  readonly logRetention: RetentionDays;
  /** Of one call; where readers or writers wait for it, both fronts give up after 30 seconds. */
  readonly timeout?: Duration;
  /** Where a call ends that nobody waits for and that failed for good. */
  readonly deadLetters?: Queue;
};

/** One of our Lambdas: bundled by `infra/bundle.ts`, and allowed at first to write its log only. */
export class NodeFunction extends Function {
  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const {
      entry,
      description,
      memoryMiB,
      logRetention,
      timeout = Duration.seconds(29),
      deadLetters,
    } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      code: bundled(entry),
      handler: 'index.handler',
      description,
      memorySize: memoryMiB,
      timeout,
      ...(deadLetters === undefined ? {} : { deadLetterQueue: deadLetters }),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // A role of our own: the one that CDK would make may write every log of the account.
      role: new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
    });
    logGroup.grantWrite(this);
  }
}

const root = join(import.meta.dirname, '../..');

/** Bundled at synthesis, in a process of its own; named by what comes out, so that nothing is deployed twice. */
function bundled(entry: string): Code {
  return Code.fromAsset(join(root, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the type; what follows needs no container.
      image: DockerImage.fromRegistry('none'),
      // CDK takes two bundlings of one folder for the same, unless what it can compare differs.
      command: [entry],
      local: {
        tryBundle(folder) {
          execFileSync(process.execPath, [join(root, 'infra/bundle.ts'), entry, folder], {
            stdio: 'inherit',
          });
          return true;
        },
      },
    },
  });
}
