import * as v from 'valibot';

/**
 * CloudFront, as far as the template says what comes from where: the behaviour whose path fits, its origin, and
 * the headers that are put on its answers. It keeps no copies, and S3 takes its every request for a good one.
 */
export function createEdge(
  template: unknown,
  origins: {
    /** The bucket of that logical id, asked for a path. */
    readonly askBucket: (logicalId: string, path: string, init: RequestInit) => Promise<Response>;
    /** The function behind its address. */
    readonly askFunction: (request: Request) => Promise<Response>;
  },
) {
  const { Resources } = v.parse(templateSchema, template);
  const propertiesOf = (type: string) =>
    Object.entries(Resources).filter(([, resource]) => resource.Type === type);
  const [, distribution] = propertiesOf('AWS::CloudFront::Distribution')[0] ?? [];
  const { CacheBehaviors, Origins } = v.parse(distributionSchema, distribution).Properties.DistributionConfig;

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const behavior = CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, pathname));
    const origin = Origins.find(({ Id }) => Id === behavior?.TargetOriginId);
    if (behavior === undefined || origin === undefined) return origins.askFunction(request);
    if (!['GET', 'HEAD'].includes(request.method)) return new Response(null, { status: 403 });
    const [bucket = ''] = v.parse(bucketName, origin.DomainName)['Fn::GetAtt'];
    // Neither query nor cookie: the managed policy of the behaviour has the path alone in its key.
    const answer = await origins.askBucket(bucket, pathname, { method: request.method });
    const headers = new Headers(answer.headers);
    for (const [name, value] of headersOf(behavior.ResponseHeadersPolicyId.Ref)) headers.set(name, value);
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
  };

  function headersOf(policyId: string): [string, string][] {
    const { SecurityHeadersConfig: security, CorsConfig: cors } = v.parse(policySchema, Resources[policyId])
      .Properties.ResponseHeadersPolicyConfig;
    return [
      ...(security.ContentTypeOptions.Override
        ? [['X-Content-Type-Options', 'nosniff'] as [string, string]]
        : []),
      ['Content-Security-Policy', security.ContentSecurityPolicy.ContentSecurityPolicy],
      ['Access-Control-Allow-Origin', cors.AccessControlAllowOrigins.Items.join(' ')],
    ];
  }
}

/** `*` stands for any characters (CloudFront Developer Guide, "Path pattern"). */
function fits(pattern: string, path: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return path.startsWith(start) && path.endsWith(rest.join(''));
}

const templateSchema = v.object({
  Resources: v.record(v.string(), v.looseObject({ Type: v.string() })),
});
const distributionSchema = v.object({
  Properties: v.object({
    DistributionConfig: v.object({
      CacheBehaviors: v.array(
        v.object({
          PathPattern: v.string(),
          TargetOriginId: v.string(),
          ResponseHeadersPolicyId: v.object({ Ref: v.string() }),
        }),
      ),
      Origins: v.array(v.object({ Id: v.string(), DomainName: v.unknown() })),
    }),
  }),
});
const bucketName = v.object({ 'Fn::GetAtt': v.array(v.string()) });
const policySchema = v.object({
  Properties: v.object({
    ResponseHeadersPolicyConfig: v.object({
      SecurityHeadersConfig: v.object({
        ContentTypeOptions: v.object({ Override: v.boolean() }),
        ContentSecurityPolicy: v.object({ ContentSecurityPolicy: v.string() }),
      }),
      CorsConfig: v.object({ AccessControlAllowOrigins: v.object({ Items: v.array(v.string()) }) }),
    }),
  }),
});
