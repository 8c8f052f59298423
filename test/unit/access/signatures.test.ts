import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { createSignature, verifySignature } from 'http-message-sig';
import { describe, expect, it } from 'vitest';
import {
  checkContentDigest,
  renderContentDigest,
} from '../../../functions/access/signatures/content-digest.ts';
import {
  algorithmOf,
  cryptoOptions,
  parsePublicKey,
  signatureAlgorithms,
} from '../../../functions/access/signatures/public-key.ts';
import { signRequest } from '../../../functions/access/signatures/sign-request.ts';
import { verifyRequest } from '../../../functions/access/signatures/verify-request.ts';
import { makeKeyPair, signByHand } from '../../support/signing.ts';

const bytes = (text: string) => Buffer.from(text);
const now = new Date('2026-11-26T03:00:00Z');
const created = now.getTime() / 1000;

/** RFC 9421, appendices B.1.4 and B.2: its test key for Ed25519, and its request. */
const example = {
  publicKey: `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----
`,
  privateKey: `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
`,
  method: 'POST',
  targetUri: 'https://example.com/foo?param=Value&Pet=dog',
  body: '{"hello": "world"}',
  fields: {
    host: 'example.com',
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
    'content-length': '18',
  },
  components: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
  created: 1618884473,
  keyid: 'test-key-ed25519',
  /** B.2.6 */
  signature: 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
};

describe('the example of RFC 9421, appendix B.2.6', () => {
  const fields = Object.entries(example.fields).map(([name, value]) => ({ name, value }));
  const { method, targetUri, components, keyid } = example;
  const request = { kind: 'request' as const, method, targetUri, fields };
  const parameters = { created: example.created, keyid };

  it('is what the library and node:crypto make of its request, to the byte', async () => {
    const privateKey = createPrivateKey(example.privateKey);
    const signer = {
      algorithm: algorithmOf(privateKey) ?? '',
      sign: (data: Uint8Array) => sign(cryptoOptions(privateKey).hash, data, cryptoOptions(privateKey).key),
    };
    const made = await createSignature(request, { label: 'sig-b26', components, parameters, signer });
    expect(made.signature).toBe(`sig-b26=:${example.signature}:`);
    expect(made.signatureInput).toBe(
      'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length")' +
        ';created=1618884473;keyid="test-key-ed25519"',
    );
    const byHand = signByHand({
      method,
      url: targetUri,
      headers: example.fields,
      components,
      parameters: `created=${example.created};keyid="${keyid}"`,
      privateKey,
    });
    expect(byHand['signature']).toBe(`sig1=:${example.signature}:`);
  });

  it('verifies, and does not with one letter changed', async () => {
    const key = createPublicKey(example.publicKey);
    const verifier = {
      algorithm: algorithmOf(key) ?? '',
      verify: (data: Uint8Array, signature: Uint8Array) =>
        verify(cryptoOptions(key).hash, data, cryptoOptions(key).key, signature),
    };
    const ask = (changed: Partial<typeof request>) =>
      verifySignature(
        {
          ...request,
          ...changed,
          fields: [
            ...fields,
            {
              name: 'signature-input',
              value: `sig-b26=(${components.map((name) => `"${name}"`).join(' ')});created=1618884473;keyid="test-key-ed25519"`,
            },
            { name: 'signature', value: `sig-b26=:${example.signature}:` },
          ],
        },
        {
          policy: { algorithms: signatureAlgorithms, requiredComponents: components, requiredParameters: [] },
          resolveVerifier: () => verifier,
        },
      );
    expect(await ask({})).toMatchObject({ label: 'sig-b26', algorithm: 'ed25519' });
    await expect(ask({ targetUri: 'https://example.com/fooo?param=Value&Pet=dog' })).rejects.toMatchObject({
      code: 'VerificationFailed',
    });
  });

  it('is not enough for an article: it does not cover the body, and is years old', async () => {
    const headers = new Headers({
      ...example.fields,
      'signature-input': `sig1=(${components.map((name) => `"${name}"`).join(' ')});created=1618884473;keyid="${keyid}"`,
      signature: `sig1=:${example.signature}:`,
    });
    const verified = await verifyRequest(
      { method, targetUri, headers, body: bytes(example.body) },
      { keyId: keyid, publicKey: example.publicKey },
      now,
    );
    expect(verified).toMatchObject({
      ok: false,
      problems: [
        { parameter: '@target-uri' },
        { parameter: 'content-digest' },
        { parameter: 'created', detail: expect.stringContaining('2021-04-20T02:07:53.000Z') },
      ],
    });
  });
});

describe('a signed request', () => {
  const ask = {
    method: 'PUT',
    targetUri: 'https://terbit.example/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV?a=1',
    headers: new Headers({ 'if-match': '"3"', 'x-nama': 'a' }),
    body: bytes('{"title":"Pasar"}'),
  };

  it.each(['ed25519', 'ec'] as const)('verifies as it was signed, by %s', async (kind) => {
    const { privateKey, publicKey } = makeKeyPair(kind);
    const headers = await signRequest(ask, { keyId: 'a', privateKey }, now);
    const sent = { ...ask, headers: new Headers([...ask.headers, ...Object.entries(headers)]) };
    const signer = { keyId: 'a', publicKey };
    const verified = await verifyRequest(sent, signer, now);
    expect(verified).toMatchObject({ ok: true });
    // Signed again in the same second it is another signature, by its nonce.
    const again = await signRequest(ask, { keyId: 'a', privateKey }, now);
    const resent = { ...ask, headers: new Headers([...ask.headers, ...Object.entries(again)]) };
    expect(await verifyRequest(resent, signer, now)).not.toEqual(verified);
    for (const changed of [
      { ...sent, method: 'PATCH' },
      { ...sent, targetUri: sent.targetUri.replace('a=1', 'a=2') },
      { ...sent, targetUri: sent.targetUri.replace('terbit', 'lain') },
      { ...sent, body: bytes('{"title":"Pekan"}') },
    ])
      expect(await verifyRequest(changed, signer, now)).toMatchObject({ ok: false });
  });

  it('by an ECDSA signature of any other length is none, and no fault of ours', async () => {
    const { privateKey, publicKey } = makeKeyPair('ec');
    const headers = await signRequest(ask, { keyId: 'a', privateKey }, now);
    for (const signature of ['', 'AAAA', Buffer.alloc(64).toString('base64')]) {
      const sent = new Headers([...ask.headers, ...Object.entries(headers)]);
      sent.set('signature', `warta=:${signature}:`);
      const verified = await verifyRequest({ ...ask, headers: sent }, { keyId: 'a', publicKey }, now);
      expect(verified).toMatchObject({ ok: false, problems: [{ parameter: 'Signature' }] });
    }
  });

  it('is taken or refused with reasons, whatever the fields say', async () => {
    const { publicKey } = makeKeyPair();
    const piece = fc.constantFrom(
      ...'sig1|=|(|)|"@method"|"@query-param"|"@status"|"@target-uri"|"content-digest"|"x'.split('|'),
      ...';created=|1764126000|999999999999999|99999999999999999|9e99|-1|;expires=| |\t'.split('|'),
      ...';keyid="a"|;alg="rsa"|;req|;key="b"|:AAAA:|;|,|@1|%"|?1'.split('|'),
    );
    const field = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary-ascii' }).map((text) => text.replaceAll(/[^\t\x20-\x7E]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(field, field, field, async (input, signature, digest) => {
        const headers = new Headers({ 'signature-input': input, signature, 'content-digest': digest });
        const verified = await verifyRequest({ ...ask, headers }, { keyId: 'a', publicKey }, now);
        expect(verified.ok).toBe(false);
        if (verified.ok) return;
        expect(verified.problems.length).toBeGreaterThan(0);
        for (const { parameter, detail } of verified.problems) {
          expect(parameter).not.toBe('');
          expect(detail).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says of a time that is none what it is', async () => {
    const { privateKey, publicKey } = makeKeyPair();
    const components = ['@method', '@target-uri', 'content-digest', 'if-match'];
    const sign = (parameters: string) => ({
      ...ask,
      headers: new Headers(
        signByHand({
          ...ask,
          url: ask.targetUri,
          headers: { 'if-match': '"3"' },
          body: String(ask.body),
          components,
          parameters,
          privateKey,
        }),
      ),
    });
    const verify = (parameters: string) => verifyRequest(sign(parameters), { keyId: 'a', publicKey }, now);
    expect(await verify(`created=${created}`)).toMatchObject({ ok: true });
    expect(await verify(`created=${created + 300};expires=${created}`)).toMatchObject({ ok: true });
    expect(await verify('created=999999999999999')).toMatchObject({
      problems: [{ parameter: 'created', detail: expect.stringMatching(/^is 999999999999999, more than/) }],
    });
    for (const parameters of [`created=${created - 301}`, `created=${created + 301}`])
      expect(await verify(parameters)).toMatchObject({ problems: [{ parameter: 'created' }] });
    expect(await verify(`created=${created};expires=${created - 1}`)).toMatchObject({
      problems: [{ parameter: 'expires' }],
    });
    expect(await verify('keyid="a"')).toMatchObject({
      problems: [{ parameter: 'created', detail: expect.stringMatching(/^is missing/) }],
    });
  });
});

describe('a public key', () => {
  it('is PEM for Ed25519 or P-256, and is kept in one spelling', () => {
    for (const kind of ['ed25519', 'ec'] as const) {
      const { publicKey } = makeKeyPair(kind);
      const windows = `\r\n${publicKey.replaceAll('\n', '\r\n')}`;
      expect(parsePublicKey(windows)).toEqual({ ok: true, pem: publicKey });
    }
  });

  it('is nothing else, and says what is wanted', () => {
    const { privateKey } = makeKeyPair();
    const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(parsePublicKey(secret)).toMatchObject({ detail: expect.stringMatching(/^is a private key/) });
    expect(parsePublicKey(makeKeyPair('rsa').publicKey)).toMatchObject({
      detail: expect.stringMatching(/^must be for Ed25519/),
    });
    const broken = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
    for (const text of ['', 'ssh-ed25519 AAAAC3Nz', broken])
      expect(parsePublicKey(text)).toMatchObject({ detail: expect.stringMatching(/^must be a public key/) });
  });
});

describe('Content-Digest', () => {
  const body = bytes(example.body);
  it('is that of the body: the example of RFC 9421, and our own', () => {
    expect(checkContentDigest(example.fields['content-digest'], body)).toEqual([]);
    expect(checkContentDigest(renderContentDigest(body), body)).toEqual([]);
    expect(checkContentDigest(null, bytes(''))).toEqual([]);
  });

  it('says what is wrong with it', () => {
    const wrong = (field: string | null) => checkContentDigest(field, body).map(({ detail }) => detail);
    expect(wrong(null)).toEqual([expect.stringMatching(/^is missing/)]);
    expect(wrong('sha-256=abc')).toEqual([expect.stringMatching(/^cannot be read/)]);
    expect(wrong('md5=:AAAA:')).toEqual(['has neither sha-256 nor sha-512']);
    expect(wrong(`${example.fields['content-digest']}, sha-256=:AAAA:`)).toEqual([
      expect.stringMatching(/^sha-256 is that of another body: .* \(18 bytes\)$/),
    ]);
  });
});
