import { type KeyObject, createHash, generateKeyPairSync, sign } from 'node:crypto';
import { type Json, json, type startService } from './service.ts';

/** A pair of keys, the public one as PEM. */
export function makeKeyPair(kind: 'ed25519' | 'ec' | 'rsa' = 'ed25519') {
  const { privateKey, publicKey } = makePair(kind);
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

function makePair(kind: 'ed25519' | 'ec' | 'rsa') {
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return kind === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ed25519');
}

export type HandSigned = {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Components in their order; of fields the values are taken from `headers`. */
  readonly components: readonly string[];
  /** As they are written behind the components: `created=…;keyid="…"`. */
  readonly parameters: string;
  readonly privateKey: KeyObject;
};

/**
 * A signature as a portal makes it that has no library: RFC 9421, section 2.5, line by line, with nothing but
 * node:crypto. The answer is all headers of the request.
 */
export function signByHand(request: HandSigned): Record<string, string> {
  const { method, url, body = '', components, parameters, privateKey } = request;
  const { host, pathname, search } = new URL(url);
  const digest = createHash('sha256').update(body).digest('base64');
  const headers: Record<string, string> = {
    ...(body !== '' && { 'content-digest': `sha-256=:${digest}:` }),
    ...request.headers,
  };
  const derived: Record<string, string> = {
    '@method': method,
    '@target-uri': url,
    '@authority': host,
    '@path': pathname,
    '@query': search === '' ? '?' : search,
  };
  const signatureParams = `(${components.map((name) => `"${name}"`).join(' ')});${parameters}`;
  const base = [
    ...components.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ''}`),
    `"@signature-params": ${signatureParams}`,
  ].join('\n');
  const isEd25519 = privateKey.asymmetricKeyType === 'ed25519';
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const };
  const signature = sign(isEd25519 ? undefined : 'sha256', Buffer.from(base), key).toString('base64');
  return { ...headers, 'signature-input': `sig1=${signatureParams}`, signature: `sig1=:${signature}:` };
}

/** A request with its signature, ready to be sent. */
export type Signed = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
};

type Warta = Awaited<ReturnType<typeof startService>>;

/** Portals that sign what they send, at this service. */
export function createPortals(warta: () => Warta, now: () => Date) {
  /** A key whose holder signs, and the pair that belongs to it. */
  async function makeSigner(kind: 'ed25519' | 'ec' = 'ed25519') {
    const pair = makeKeyPair(kind);
    const wish = { name: 'Portal', role: 'admin', publicKey: pair.publicKey };
    const made: Json = await json(await warta().send('POST', '/api/keys', wish));
    return { ...pair, id: String(made.id), key: String(made.key), made };
  }

  /** Signs by hand all that is asked for, unless the request says otherwise. */
  function sign(
    { id, key, privateKey }: { readonly id: string; readonly key: string; readonly privateKey: KeyObject },
    request: Partial<HandSigned> & Pick<HandSigned, 'method' | 'url'>,
  ): Signed {
    const { method, url, body = '' } = request;
    const headers = signByHand({
      components: body === '' ? wholly.slice(0, 2) : wholly,
      parameters: `created=${Math.floor(now().getTime() / 1000)};keyid="${id}"`,
      privateKey,
      ...request,
      headers: { 'content-type': 'application/json', ...request.headers },
    });
    const authorization = `Bearer ${key}`;
    return { url, method, headers: { authorization, ...headers }, ...(body !== '' && { body }) };
  }

  /** @param change of what was signed, on its way */
  async function send({ url, ...init }: Signed, change: Record<string, unknown> = {}): Promise<Response> {
    return warta().service.app.request(url, { ...init, ...change });
  }

  return { makeSigner, sign, send };
}

/** What a signature of a request with a body covers at the least. */
export const wholly = ['@method', '@target-uri', 'content-digest'];
