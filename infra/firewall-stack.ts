import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Firewall } from './stages.ts';

/**
 * A firewall to stand before the edge, for an office that must have one. CloudFront takes it from us-east-1
 * only, so it is a stack of its own; its address goes into the stage by hand.
 *
 *     1  feeds and what leads to them ──▶ let through, whoever asks and however often
 *     2  too much from one address    ──▶ 429, as the app itself says it
 *     3  addresses of ill repute      ──▶ 403
 *
 * No rule asks anybody to prove that he is human: a reader of feeds cannot, and gives the feed up.
 */
export class FirewallStack extends Stack {
  constructor(app: App, stackName: string, { requestsPerFiveMinutes }: Firewall) {
    super(app, stackName, {
      stackName,
      description: 'Warta: the firewall before the edge',
      env: { region: 'us-east-1' },
    });
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('WartaFirewall'),
      customResponseBodies: {
        Slower: {
          contentType: 'TEXT_PLAIN',
          content: 'Too many requests from this address. Wait five minutes.',
        },
      },
      rules: [
        {
          name: 'Feeds',
          priority: 0,
          action: { allow: {} },
          statement: {
            regexMatchStatement: {
              regexString: feedPaths,
              fieldToMatch: { uriPath: {} },
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
          visibilityConfig: seenAs('WartaFeeds'),
        },
        {
          name: 'TooMuch',
          priority: 1,
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                responseHeaders: [{ name: 'Retry-After', value: '300' }],
                customResponseBodyKey: 'Slower',
              },
            },
          },
          statement: { rateBasedStatement: { limit: requestsPerFiveMinutes, aggregateKeyType: 'IP' } },
          visibilityConfig: seenAs('WartaTooMuch'),
        },
        {
          name: 'IllRepute',
          priority: 2,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' },
          },
          visibilityConfig: seenAs('WartaIllRepute'),
        },
      ],
    });
    new CfnOutput(this, 'FirewallArn', {
      value: acl.attrArn,
      description: 'Goes into firewall.arn of the stage; then deploy the stack of the service',
    });
  }
}

/** Feeds of every list, the directory of them, and what machines ask for before they find them. */
export const feedPaths = String.raw`(/feed\.(rss|atom|json)|^/(opml\.xml|robots\.txt|healthz|sitemap[\w/-]*\.xml))$`;

function seenAs(metricName: string) {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
