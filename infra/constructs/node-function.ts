import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
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

/** One of our Lambdas: bundled by the esbuild of this checkout, and allowed at first to write its log only. */
export class NodeFunction extends NodejsFunction {
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
      entry: join(root, 'functions/entry', entry),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      description,
      memorySize: memoryMiB,
      timeout,
      ...(deadLetters === undefined ? {} : { deadLetterQueue: deadLetters }),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      bundling,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // A role of our own: the one that CDK would make may write every log of the account.
      role: new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
    });
    logGroup.grantWrite(this);
  }
}

const root = join(import.meta.dirname, '../..');

/** The fastest start of those measured: ES modules, minified, the SDK inside and not the runtime's own. */
const bundling = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  minify: true,
  logLevel: LogLevel.WARNING,
  // What is still CommonJS inside an ES module asks for Node's own modules by `require`.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};
