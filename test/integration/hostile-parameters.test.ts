import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, baseUrl, json, startService, token } from '../support/service.ts';

let warta: Awaited<ReturnType<typeof startService>>;
let id = '';
beforeAll(async () => {
  warta = await startService();
  ({ id } = await warta.publish({ tags: ['Pasar Murah'], authors: ['rin'], place: 'AWANRAYA' }));
  await warta.service.prepareSearch();
});
afterAll(() => warta.stop());

const numbers = ['', '0', '-1', '1.5', '1e3', '99999999999999999999', 'NaN', 'null', 'undefined', '[]', '{}'];
const dates = [
  ...'2026-02-30 2026-13-01 0000-00-00 -271821-04-20 +275760-09-13 2026-W10'.split(' '),
  ...'9999-12-31T23:59:59Z 2026-03-02T09:00:00+99:99'.split(' '),
];
const words = [
  ...'pembangunan pasar-murah rin jembatan newest "jembatan judul:( (((((( - = * tanggal:x..y'.split(' '),
  ...'OR OR|\u0000|\u{1F9EA}|\uFEFF'.split('|'),
  'a'.repeat(5000),
];
const harm = ['../../etc/passwd', '<script>', "' OR 1=1 --", '__proto__', 'constructor'];
const cursors = [
  '{"t":1}',
  '{"after":{"__proto__":1}}',
  '{}',
  'null',
  '2026-03-02T02:00:00.000Z#01ARZ3NDEK',
].map((inner) => Buffer.from(inner).toString('base64url'));

/** What a client writes that means harm, that was copied badly, or that comes from a program with a fault. */
const text = fc.oneof(
  fc.constantFrom(...[numbers, dates, words, harm, cursors].flat()),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 30 }).map((plain) => Buffer.from(plain).toString('base64url')),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const unknownNames = [
  'tidak-ada',
  '__proto__',
  'constructor',
  'toString',
  'Q',
  'limit[]',
  '',
  'hasOwnProperty',
];

/** Names and values as a client sends them, and now and then bytes that are no text at all. */
const pairsOf = (known: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...known, ...unknownNames), text), { maxLength: 5 });
const broken = fc.constantFrom('', '', '', '&%zz', '&limit=%ED%A0%80', '&%C0%AF=%FF', '&&=&?', '&q=%');

const toQuery = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
/** A lone half of a character cannot be encoded: it goes as the bytes that some programs send for it. */
const encode = (value: string) => encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

const ask = async (method: string, path: string) =>
  warta.service.app.request(`${baseUrl}${path}`, { method, headers: { Authorization: `Bearer ${token}` } });

const parametersIn = ({ parameters = [] }: Json, place: string): string[] =>
  parameters.flatMap(({ in: where, name }: Json) => (where === place ? [name] : []));

describe('parameters of the API', () => {
  it('are never a fault of ours, and each that is refused is named', async () => {
    const document = await warta.getJson('/openapi.json');
    const operations = Object.entries<Json>(document.paths).flatMap(([path, { get, delete: withdraw }]) => [
      ...(get === undefined ? [] : [{ method: 'GET', path, operation: get }]),
      ...(withdraw === undefined ? [] : [{ method: 'DELETE', path, operation: withdraw }]),
    ]);
    expect(operations.length).toBeGreaterThan(30);
    const seen = { refused: 0, answered: 0 };
    for (const { method, path, operation } of operations) {
      const known = parametersIn(operation, 'query');
      const places = parametersIn(operation, 'path');
      const examples: Record<string, string> = {
        format: 'json',
        id,
        category: 'pembangunan',
        year: '2026',
        month: '03',
      };
      await fc.assert(
        fc.asyncProperty(pairsOf(known), broken, fc.array(text), async (pairs, tail, values) => {
          let at = path;
          for (const [index, name] of places.entries()) {
            const value = values[index] ?? (method === 'GET' ? examples[name] : undefined) ?? 'x';
            at = at.replace(`{${name}}`, encode(value).replaceAll('.', '%2E') || 'x');
          }
          const query = toQuery(pairs) + tail;
          const response = await ask(method, `${at}?${query}`);
          expect([response.status < 500, `${method} ${at}?${query}`]).toEqual([true, expect.anything()]);
          const isRefused = response.status === 422;
          seen[isRefused ? 'refused' : 'answered']++;
          const { errors = [] } = isRefused ? await json(response) : {};
          expect(errors.length > 0).toBe(isRefused);
          const sent = [...new URLSearchParams(query).keys()];
          const named: string[] = errors.map(({ parameter }: Json) => parameter);
          const nameable = new Set([...sent, ...known, ...places]);
          expect(named.filter((name) => !nameable.has(name))).toEqual([]);
          // A route that looks at its query and refuses anything names all that it does not know.
          const looks = isRefused && known.length > 0 && method === 'GET';
          const unknown = sent.filter((name) => looks && !known.includes(name));
          expect(unknown.filter((name) => !named.includes(name))).toEqual([]);
        }),
        {
          numRuns: 40,
          examples: [
            [[['__proto__', '1']], '', []],
            [
              [
                ['limit', '1'],
                ['limit', '2'],
              ],
              '',
              [],
            ],
          ],
        },
      );
    }
    expect(seen.refused).toBeGreaterThan(200);
    expect(seen.answered).toBeGreaterThan(200);
  });

  it('of pages are no fault of ours either', async () => {
    const paths = warta.service.app.routes.flatMap(({ method, path }) =>
      method === 'GET' && !path.startsWith('/api/') && !path.includes('*') ? [path] : [],
    );
    const known = [
      'q',
      'cursor',
      'category',
      'tag',
      'author',
      'place',
      'year',
      'from',
      'to',
      'sort',
      'p',
      'ke',
      'dari',
      'naskah',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...new Set(paths)),
        pairsOf(known),
        broken,
        fc.array(text, { minLength: 4, maxLength: 4 }),
        async (path, pairs, tail, values) => {
          let next = 0;
          const at = path.replaceAll(
            /:\w+(\{[^/]*\})?\??/g,
            () => encode(values[next++] ?? 'x').replaceAll('.', '%2E') || 'x',
          );
          const address = `${at}?${toQuery(pairs)}${tail}`;
          const { status } = await ask('GET', address);
          expect([status < 500, address]).toEqual([true, expect.anything()]);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
