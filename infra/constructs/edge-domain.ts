import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Domain } from '../stages.ts';

/** Lets the office's name lead to the edge, over IPv4 and IPv6. */
export function pointToEdge(
  scope: Construct,
  { id, name }: NonNullable<Domain['zone']>,
  recordName: string,
  edge: Distribution,
): void {
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId: id, zoneName: name });
  // The dot at its end: the name is whole, and the zone's is not put behind it once more.
  const record = {
    zone,
    recordName: `${recordName}.`,
    target: RecordTarget.fromAlias(new CloudFrontTarget(edge)),
  };
  new ARecord(scope, 'Name4', record);
  new AaaaRecord(scope, 'Name6', record);
}
