import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { NodeFunction } from './node-function.ts';

/** The publishing token: made in AWS at the first deployment, and never seen by template or repository. */
export class PublishingToken extends Construct {
  readonly #secret: Secret;

  constructor(scope: Construct, id: string, { keepsData }: Pick<Stage, 'keepsData'>) {
    super(scope, id);
    this.#secret = new Secret(this, 'Secret', {
      description: 'Warta: the bearer token of the publishing API',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  get secretName(): string {
    return this.#secret.secretName;
  }

  /** Tells the function which secret it is, and lets it read that. */
  grantRead(reader: NodeFunction): void {
    reader.addEnvironment('TOKEN_SECRET', this.#secret.secretArn);
    this.#secret.grantRead(reader);
  }
}
