import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** One deployment of the service: what it has of its own beside the others. */
export type Stage = {
  readonly stackName: string;
  /** The AWS region. Left out: the region that the deploying shell is set to. */
  readonly region?: string;
  /** Whether articles and token outlive the stack: point-in-time recovery, deletion protection, retention. */
  readonly keepsData: boolean;
  readonly logRetention: RetentionDays;
  /** E-mail addresses that alarms are sent to; each must confirm once. */
  readonly operators: readonly string[];
  /** The office's own address for readers. Left out: the one that CloudFront gives. */
  readonly domain?: Domain;
  /** A firewall before the edge (infra/firewall-stack.ts). Left out: none, and the app limits by itself. */
  readonly firewall?: Firewall;
};

export type Domain = {
  /** `warta.sekarlangit.example`: then `office.baseUrl` must be `https://` and this. */
  readonly name: string;
  /** Of a certificate for it in ACM, in us-east-1, wherever the stack is: CloudFront looks nowhere else. */
  readonly certificateArn: string;
  /** The zone in Route 53 where the name is kept, by its id and its name. Left out: a record by hand. */
  readonly zone?: { readonly id: string; readonly name: string };
};

export type Firewall = {
  /** From one address in five minutes, feeds left out; more is answered with 429. */
  readonly requestsPerFiveMinutes: number;
  /** Printed by the firewall's own stack, which stands in us-east-1. Left out: not yet before the edge. */
  readonly arn?: string;
};

/** Every stage by its name: `npx cdk deploy -c stage=trial`. */
export const stages = {
  production: {
    stackName: 'Warta',
    keepsData: true,
    logRetention: RetentionDays.THREE_MONTHS,
    operators: [],
  },
  /** To try things on: nothing is left of it when it is destroyed. */
  trial: { stackName: 'WartaTrial', keepsData: false, logRetention: RetentionDays.ONE_WEEK, operators: [] },
} as const satisfies Record<string, Stage>;

/** @throws an Error that names the stages there are */
export function findStage(name: string): Stage {
  const found = Object.entries<Stage>(stages).find(([known]) => known === name);
  if (found !== undefined) return found[1];
  throw new Error(`there is no stage "${name}": choose one of ${Object.keys(stages).join(', ')}`);
}
