import { handle } from 'hono/aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signRequest } from '../../functions/access/signatures/sign-request.ts';
import { type Json, baseUrl, json, startService, submission } from '../support/service.ts';
import { type Signed, createPortals, wholly } from '../support/signing.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let now = new Date('2026-11-26T03:00:00Z');
beforeAll(async () => {
  warta = await startService({ now: () => now });
});
afterAll(() => warta.stop());

const { makeSigner, sign, send } = createPortals(
  () => warta,
  () => now,
);
const seconds = () => Math.floor(now.getTime() / 1000);
const later = (ms: number) => (now = new Date(now.getTime() + ms));

const body = JSON.stringify({ ...submission, title: 'Dari Portal' });
const posting = { method: 'POST', url: `${baseUrl}/api/articles`, body };
const faults = async (response: Response): Promise<string[]> => {
  const { type, errors } = await json(response);
  expect([response.status, type.split('/').at(-1)]).toEqual([401, 'signature-wrong']);
  return errors.map(({ parameter }: Json) => parameter);
};

describe('a signed request', () => {
  it.each(['ed25519', 'ec'] as const)('by hand, with %s, does all that the key may do', async (kind) => {
    const holder = await makeSigner(kind);
    const made = await send(sign(holder, posting));
    expect(made.status).toBe(201);
    const { id } = await json(made);
    const url = `${baseUrl}/api/articles/${id}`;
    const covering = [...wholly, 'if-match'];
    const headers = { 'if-match': made.headers.get('ETag') ?? '' };
    const changed = await send(sign(holder, { method: 'PUT', url, body, headers, components: covering }));
    expect(changed.status).toBe(200);
    const patch = {
      'content-type': 'application/merge-patch+json',
      'if-match': changed.headers.get('ETag') ?? '',
    };
    const patched = sign(holder, {
      method: 'PATCH',
      url,
      body: '{"place":"AWANRAYA"}',
      headers: patch,
      components: covering,
    });
    expect((await send(patched)).status).toBe(200);
    const withdrawn = sign(holder, { method: 'DELETE', url: `${url}?reason=Keliru%20tanggal` });
    expect((await send(withdrawn)).status).toBe(200);
    const back = sign(holder, { method: 'POST', url: `${url}/restore`, body: '{}' });
    expect((await send(back)).status).toBe(200);
    const batch = { method: 'POST', url: `${baseUrl}/api/articles/batch`, body: `[${body}]` };
    expect((await json(await send(sign(holder, batch)))).items).toMatchObject([{ status: 201 }]);
  });

  it('may name its address in parts, and the machine by its other name', async () => {
    const holder = await makeSigner();
    const components = ['@path', '@authority', '@method', 'content-digest'];
    const url = 'http://localhost:3000/api/articles';
    expect((await send(sign(holder, { ...posting, url, components }))).status).toBe(201);
    const withQuery = {
      method: 'DELETE',
      url: `${baseUrl}/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV?reason=x`,
    };
    const inParts = ['@method', '@authority', '@path'];
    expect(await faults(await send(sign(holder, { ...withQuery, components: inParts })))).toEqual([
      '@target-uri',
    ]);
    const whole = sign(holder, { ...withQuery, components: [...inParts, '@query'] });
    expect((await send(whole)).status).toBe(404);
  });

  it('is for the address by which the service is known, whatever host it is sent to', async () => {
    const holder = await makeSigner();
    const elsewhere = 'https://orang.example/api/articles';
    expect(await faults(await send(sign(holder, { ...posting, url: elsewhere })))).toEqual(['Signature']);
    // A proxy in between may rename the host; what was signed is the address that the office gave.
    const signed = sign(holder, posting);
    expect((await send({ ...signed, url: elsewhere })).status).toBe(201);
  });

  it('is none once anything of it was changed, and says what', async () => {
    const holder = await makeSigner();
    const article = await warta.publish({ title: 'Diubah di Jalan' });
    const url = `${baseUrl}/api/articles/${article.id}`;
    const headers = { 'if-match': '"1"' };
    const put = sign(holder, { method: 'PUT', url, body, headers, components: [...wholly, 'if-match'] });
    const withHeaders = (change: Record<string, string>) => ({
      ...put,
      headers: { ...put.headers, ...change },
    });
    const tampered = async (request: Signed) => {
      const response = await send(request);
      const { signatureBase } = await json(response.clone());
      return { faults: await faults(response), signatureBase };
    };
    expect(await tampered({ ...put, body: body.replace('Portal', 'Penipu') })).toMatchObject({
      faults: ['Content-Digest'],
    });
    const read = { faults: ['Signature'], signatureBase: expect.stringContaining('"@method": PATCH\n') };
    expect(await tampered({ ...put, method: 'PATCH' })).toEqual(read);
    const other = `${baseUrl}/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV`;
    expect((await tampered({ ...put, url: other })).signatureBase).toContain(`"@target-uri": ${other}\n`);
    expect((await tampered({ ...put, url: `${url}?reason=x` })).faults).toEqual(['Signature']);
    expect((await tampered(withHeaders({ 'if-match': '"2"' }))).signatureBase).toContain('"if-match": "2"\n');
    expect(await tampered(withHeaders({ 'idempotency-key': 'a' }))).toMatchObject({
      faults: ['idempotency-key'],
    });
    const input = String(put.headers['signature-input']);
    expect(
      (
        await tampered(
          withHeaders({ 'signature-input': input.replace(/created=\d+/, `created=${seconds() + 9}`) }),
        )
      ).faults,
    ).toEqual(['Signature']);
    expect((await warta.getJson(`/api/articles/${article.id}`)).version).toBe(1);
    // As it was signed it is good still.
    expect((await send(put)).status).toBe(200);
  });

  it('lacks nothing that decides what it does, and says all that it lacks at once', async () => {
    const holder = await makeSigner();
    const headers = { 'idempotency-key': 'sekali', 'content-digest': 'md5=:AAAA:' };
    const parameters = 'keyid="000000000000";expires=1;alg="rsa-pss-sha512"';
    const bad = { ...posting, headers, components: ['content-type'] };
    expect(await faults(await send(sign(holder, { ...bad, parameters })))).toEqual([
      'Content-Digest',
      'Signature-Input',
    ]);
    const known = parameters.replace('rsa-pss-sha512', 'ecdsa-p256-sha256');
    const response = await send(sign(holder, { ...bad, parameters: known }));
    const { detail } = await json(response.clone());
    expect(await faults(response)).toEqual([
      'Content-Digest',
      '@method',
      '@target-uri',
      'content-digest',
      'idempotency-key',
      'created',
      'expires',
      'keyid',
      'alg',
    ]);
    expect(detail).toContain('@method is not covered by the signature: name it in Signature-Input.');
    expect(detail).toContain('alg is another than that of the key, "ed25519".');
  });

  it('is fresh: five minutes by the clock of the service, before and after', async () => {
    const holder = await makeSigner();
    const early = sign(holder, posting);
    later(301_000);
    const response = await send(early);
    expect((await json(response.clone())).detail).toContain(`here it is ${now.toISOString()}`);
    expect(await faults(response)).toEqual(['created']);
    const nearly = sign(holder, { ...posting, parameters: `created=${seconds() - 300}` });
    expect((await send(nearly)).status).toBe(201);
  });

  it('is by the holder of this key, and no other', async () => {
    const [holder, other] = [await makeSigner(), await makeSigner()];
    const byOther = sign({ ...holder, privateKey: other.privateKey }, posting);
    const response = await send(byOther);
    expect((await json(response.clone())).errors[0].detail).toContain(
      'by the private key that belongs to the key',
    );
    expect(await faults(response)).toEqual(['Signature']);
    const ofOther = sign({ ...other, key: holder.key }, posting);
    expect(await faults(await send(ofOther))).toEqual(['keyid']);
    const ecdsa = await makeSigner('ec');
    expect(await faults(await send(sign({ ...holder, privateKey: ecdsa.privateKey }, posting)))).toEqual([
      'Signature',
    ]);
  });

  it('is good once: whoever has seen it can do nothing with it', async () => {
    const holder = await makeSigner();
    const makeKey = sign(holder, {
      method: 'POST',
      url: `${baseUrl}/api/keys`,
      body: JSON.stringify({ name: 'Baru', role: 'admin' }),
    });
    const answers = await Promise.all([1, 2, 3].map(() => send(makeKey)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401, 401]);
    later(299_000);
    const late = await send(makeKey);
    expect((await json(late.clone())).detail).toContain('was used already');
    expect(await faults(late)).toEqual(['Signature']);
    // The label is no part of what is signed.
    const renamed = Object.fromEntries(
      Object.entries(makeKey.headers).map(([name, value]) => [name, value.replace(/^sig1=/, 'x=')]),
    );
    expect(await faults(await send({ ...makeKey, headers: renamed }))).toEqual(['Signature']);
    later(2000);
    expect(await faults(await send(makeKey))).toEqual(['created']);
  });

  it('signed again under its Idempotency-Key is answered as it was, and writes nothing', async () => {
    const holder = await makeSigner();
    const named = {
      ...posting,
      headers: { 'idempotency-key': 'portal-1' },
      components: [...wholly, 'idempotency-key'],
    };
    const first = await json(await send(sign(holder, named)));
    later(1000);
    const again = await send(sign(holder, named));
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
    expect((await json(again)).id).toBe(first.id);
  });

  it('that cannot be read as one says why', async () => {
    const holder = await makeSigner();
    const { headers, ...rest } = sign(holder, posting);
    const { signature = '', 'signature-input': input = '', ...others } = headers;
    const ask = async (more: Record<string, string>) => {
      const response = await send({ ...rest, headers: { ...others, ...more } });
      expect(response.status).toBe(401);
      const [fault] = (await json(response)).errors;
      return `${fault.parameter} ${fault.detail}`;
    };
    expect(await ask({ signature })).toBe('Signature-Input is missing');
    expect(await ask({ 'signature-input': input })).toBe('Signature is missing');
    expect(await ask({ signature, 'signature-input': `${input}, b=()` })).toBe(
      'Signature-Input and Signature name different signatures',
    );
    expect(
      await ask({ signature: `${signature}, b=:AAAA:`, 'signature-input': `${input}, b=("@method")` }),
    ).toBe('Signature-Input holds several signatures: send one');
    expect(await ask({ signature, 'signature-input': 'sig1=(' })).toMatch(/^Signature-Input is not taken: /);
    expect(await ask({ signature, 'signature-input': 'sig1=("x-tidak-ada")' })).toMatch(
      /Missing field x-tidak-ada$/,
    );
  });

  it('that is too large is not read', async () => {
    const holder = await makeSigner();
    const large = sign(holder, { ...posting, body: JSON.stringify('x'.repeat(6_000_000)) });
    expect((await send(large)).status).toBe(413);
    const stream = new Response(large.body).body;
    expect((await send(large, { body: stream, duplex: 'half' })).status).toBe(413);
    const streamed = sign(holder, posting);
    const piece = new Response(body).body;
    expect((await send(streamed, { body: piece, duplex: 'half' })).status).toBe(201);
  });

  it('of the library is taken as one by hand is', async () => {
    const holder = await makeSigner('ec');
    const headers = { authorization: `Bearer ${holder.key}`, 'content-type': 'application/json' };
    const { method, url } = posting;
    const request = { method, targetUri: url, headers: new Headers(headers), body: Buffer.from(body) };
    const signature = await signRequest(request, { keyId: holder.id, privateKey: holder.privateKey }, now);
    expect((await send({ ...posting, headers: { ...headers, ...signature } })).status).toBe(201);
  });

  it('is taken behind API Gateway too, which hands bodies over in base64 and names a host of its own', async () => {
    const holder = await makeSigner();
    const { headers } = sign(holder, posting);
    const path = '/api/articles';
    const http = { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'x' };
    const event: Json = {
      version: '2.0',
      routeKey: 'POST /api/articles',
      rawPath: path,
      rawQueryString: '',
      headers,
      requestContext: { domainName: 'x1.execute-api.example', http },
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    };
    const answer = await handle(warta.service.app)(event);
    expect(answer.statusCode).toBe(201);
    expect((await handle(warta.service.app)(event)).statusCode).toBe(401);
    expect(warta.logged.at(-1)).toEqual({
      level: 'warn',
      event: 'signature-refused',
      id: holder.id,
      problems: ['Signature'],
    });
  });
});
