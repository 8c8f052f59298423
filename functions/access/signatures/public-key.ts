import { type KeyObject, createPublicKey } from 'node:crypto';

/** How a key may sign, by the names of RFC 9421, section 6.2.2. */
export const signatureAlgorithms = ['ed25519', 'ecdsa-p256-sha256'] as const;

export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

export type ParsedPublicKey =
  /** As PEM (SubjectPublicKeyInfo, RFC 7468, section 13). */
  { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly detail: string };

/** The public half of a pair of keys, as `openssl pkey -pubout` writes it. */
export function parsePublicKey(text: string): ParsedPublicKey {
  // Node would make the public half of it, and whoever sent it would not learn what was given away.
  if (/PRIVATE KEY/.test(text)) return { ok: false, detail: privateDetail };
  if (!/^\s*-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----\s*$/.test(text)) {
    return { ok: false, detail: formDetail };
  }
  try {
    const key = createPublicKey(text);
    if (algorithmOf(key) === undefined) return { ok: false, detail: kindDetail };
    return { ok: true, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
  } catch {
    return { ok: false, detail: formDetail };
  }
}

/** How a key signs; undefined for one of another kind. */
export function algorithmOf(key: KeyObject): SignatureAlgorithm | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? 'ecdsa-p256-sha256' : undefined;
}

/** What node needs to be told: ECDSA signatures are two numbers side by side (RFC 9421, section 3.3.4). */
export function cryptoOptions(key: KeyObject) {
  const isEd25519 = key.asymmetricKeyType === 'ed25519';
  return { hash: isEd25519 ? undefined : 'sha256', key: { key, dsaEncoding: 'ieee-p1363' as const } };
}

const formDetail =
  'must be a public key as PEM (-----BEGIN PUBLIC KEY-----), as `openssl pkey -in KEY.pem -pubout` writes it';
const kindDetail =
  'must be for Ed25519 or ECDSA on P-256: `openssl genpkey -algorithm ed25519 -out KEY.pem` makes a pair';
const privateDetail =
  'is a private key, which nobody but the signer may have: make a new pair, and send its public key';
