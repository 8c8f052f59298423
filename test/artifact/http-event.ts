import * as v from 'valibot';

/** What Lambda takes of an event that is answered at once: 6 MiB of JSON, and a little. */
const maxEventBytes = 6 * 1024 * 1024 + 100;

/**
 * A request as a Function URL and an HTTP API hand it to a function (payload format 2.0): a form with files in
 * base64. Undefined where Lambda takes no event of that size; both answer 413 then, without asking anybody.
 */
export async function toEvent(request: Request, host: string): Promise<unknown> {
  const { pathname, search } = new URL(request.url);
  const { cookie, ...headers } = Object.fromEntries(request.headers);
  const bytes = Buffer.from(await request.arrayBuffer());
  const isBase64Encoded = !isText(headers['content-type'] ?? '');
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: { ...headers, host },
    requestContext: {
      domainName: host,
      http: {
        method: request.method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: headers['user-agent'] ?? 'test',
      },
    },
    ...(bytes.length > 0 && { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded: bytes.length > 0 && isBase64Encoded,
  };
  return Buffer.byteLength(JSON.stringify(event)) > maxEventBytes ? undefined : event;
}

/** What they make of what the function returned. */
export function toResponse(returned: unknown): Response {
  const { statusCode, headers: given, cookies, body, isBase64Encoded } = v.parse(answer, returned);
  const headers = new Headers(given);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  const hasBody = ![101, 204, 205, 304].includes(statusCode);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return new Response(hasBody ? bytes : null, { status: statusCode, headers });
}

/** As API Gateway says it. */
export function tooLong(): Response {
  return Response.json({ message: 'Request Too Long' }, { status: 413 });
}

function isText(contentType: string): boolean {
  return /^(text\/|application\/(json|x-ndjson|javascript|xml|x-www-form-urlencoded))/.test(contentType);
}

const answer = v.object({
  statusCode: v.number(),
  headers: v.record(v.string(), v.string()),
  cookies: v.optional(v.array(v.string()), []),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
});
