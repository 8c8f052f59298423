import type { Exchange } from './exchange.ts';
import { type Finding, finding } from './finding.ts';

/** The status of the first answer, and the way there. */
export function checkAnswer({ status, headers, redirects, url }: Exchange): Finding[] {
  const findings = checkRedirects(redirects, url);
  if (status === 200) return findings;
  const retryAfter = headers.get('retry-after');
  const values = { status: String(status), retryAfter: retryAfter ?? '–' };
  findings.push(finding(codeOf(status), values));
  if ((status === 429 || status === 503) && retryAfter === null) {
    findings.push(finding('retry-after-missing', values));
  }
  return findings;
}

function codeOf(status: number): Finding['code'] {
  if (status === 401 || status === 403) return 'status-forbidden';
  if (status === 404) return 'status-not-found';
  if (status === 410) return 'status-gone';
  if (status === 429) return 'status-too-many';
  return status >= 500 ? 'status-unavailable' : 'status-unexpected';
}

/** A permanent redirect moves a subscription; a temporary one is taken anew at every poll (RFC 9110, section 15.4). */
function checkRedirects(redirects: Exchange['redirects'], url: string): Finding[] {
  if (redirects.length === 0) return [];
  const statuses = redirects.map(({ status }) => String(status)).join(', ');
  const isPermanent = redirects.every(({ status }) => status === 301 || status === 308);
  const findings = [finding(isPermanent ? 'redirect-permanent' : 'redirect-temporary', { url, statuses })];
  if (redirects.length > 1) {
    findings.push(finding('redirect-chain', { count: String(redirects.length), url }));
  }
  return findings;
}
