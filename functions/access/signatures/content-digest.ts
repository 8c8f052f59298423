import { createHash } from 'node:crypto';
import { isInnerList, parseDictionary } from 'structured-headers';
import type { Problem } from '../../articles/problem.ts';

/** The field that goes with a body (RFC 9530, section 2). */
export function renderContentDigest(body: Uint8Array): string {
  return `sha-256=:${digestOf('sha-256', body)}:`;
}

/** What is wrong with the field; nothing for a request with neither it nor a body. */
export function checkContentDigest(field: string | null, body: Uint8Array): Problem[] {
  if (field === null) return body.byteLength === 0 ? [] : [toProblem(missingDetail)];
  const digests = readDigests(field);
  if (digests === undefined) return [toProblem('cannot be read: it is a dictionary such as sha-256=:…:')];
  // RFC 9530, section 5: the older algorithms prove nothing.
  const known = [...digests].filter(([name]) => hashes.has(name));
  if (known.length === 0) return [toProblem('has neither sha-256 nor sha-512')];
  return known
    .filter(([name, digest]) => digest !== digestOf(name, body))
    .map(([name]) => {
      const came = `${digestOf(name, body)} (${body.byteLength} bytes)`;
      return toProblem(`${name} is that of another body: of the one that came it is ${came}`);
    });
}

/** By algorithm, in base64; undefined for what is no such field. */
function readDigests(field: string): Map<string, string> | undefined {
  try {
    const digests = new Map<string, string>();
    for (const [name, member] of parseDictionary(field)) {
      if (isInnerList(member) || !(member[0] instanceof ArrayBuffer)) return undefined;
      digests.set(name, Buffer.from(member[0]).toString('base64'));
    }
    return digests;
  } catch {
    return undefined;
  }
}

function digestOf(name: string, body: Uint8Array): string {
  return createHash(hashes.get(name) ?? 'sha256')
    .update(body)
    .digest('base64');
}

const hashes = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

function toProblem(detail: string): Problem {
  return { parameter: 'Content-Digest', detail };
}

const missingDetail = 'is missing: send the digest of the body, as sha-256=:…: in base64 (RFC 9530)';
