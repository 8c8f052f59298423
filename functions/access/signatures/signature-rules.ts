import type { UntrustedSignatureCandidate } from 'http-message-sig';
import type { Problem } from '../../articles/problem.ts';

/** A request as it is signed. */
export type SignableRequest = {
  readonly method: string;
  /** The whole address by which the world knows the service: what the signer asked. */
  readonly targetUri: string;
  readonly headers: Headers;
  /** Empty where there is none. */
  readonly body: Uint8Array;
};

/** How far from now a signature may have been made, in either direction. */
export const maxAgeSeconds = 300;

/** Headers that decide what a request does: where they are sent, nobody may have changed them. */
const decisiveHeaders = ['if-match', 'idempotency-key'];

/** What a signature of this request must cover. */
export function componentsOf({ headers, body }: Pick<SignableRequest, 'headers' | 'body'>): string[] {
  return [
    '@method',
    '@target-uri',
    ...(body.byteLength > 0 ? ['content-digest'] : []),
    ...decisiveHeaders.filter((name) => headers.has(name)),
  ];
}

/** All that a signature lacks, whoever made it. */
export function judgeSignature(
  { components, parameters }: Pick<UntrustedSignatureCandidate, 'components' | 'parameters'>,
  request: SignableRequest,
  signer: { readonly keyId: string; readonly algorithm: string },
  now: Date,
): Problem[] {
  const covered = new Set(
    // With a parameter it is a part of the component, or that of another message.
    components.filter((component) => Object.keys(component.parameters).length === 0).map(({ name }) => name),
  );
  const isTargetCovered =
    covered.has('@authority') &&
    covered.has('@path') &&
    (covered.has('@query') || new URL(request.targetUri).search === '');
  const missing = componentsOf(request).filter(
    (name) => !covered.has(name) && !(name === '@target-uri' && isTargetCovered),
  );
  const { keyid, alg } = parameters;
  return [
    ...missing.map((parameter) => ({ parameter, detail: uncoveredDetails[parameter] ?? uncovered })),
    ...judgeTimes(parameters, now),
    ...(keyid === undefined || keyid === signer.keyId
      ? []
      : [{ parameter: 'keyid', detail: `is another than that of the key, "${signer.keyId}"` }]),
    ...(alg === undefined || alg === signer.algorithm
      ? []
      : [{ parameter: 'alg', detail: `is another than that of the key, "${signer.algorithm}"` }]),
  ];
}

function judgeTimes({ created, expires }: UntrustedSignatureCandidate['parameters'], now: Date): Problem[] {
  const at = now.getTime() / 1000;
  const here = `here it is ${now.toISOString()}`;
  const problems: Problem[] = [];
  if (created === undefined) {
    problems.push({ parameter: 'created', detail: 'is missing: when it was signed, in seconds since 1970' });
  } else if (Math.abs(at - created) > maxAgeSeconds) {
    const detail = `is ${toTime(created)}, more than five minutes away: ${here}. Sign again, by a clock that is right`;
    problems.push({ parameter: 'created', detail });
  }
  if (expires !== undefined && expires < at) {
    problems.push({ parameter: 'expires', detail: `was ${toTime(expires)}: ${here}. Sign again` });
  }
  return problems;
}

/** What is no time of any calendar stays a number. */
function toTime(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString();
}

const uncovered = 'is not covered by the signature: name it in Signature-Input';
const uncoveredDetails: Readonly<Record<string, string>> = {
  '@target-uri': `${uncovered}, or @authority, @path and @query in its place`,
};
