import { once } from 'node:events';
import { type IncomingMessage, createServer, get } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * The ceiling: one document of another server (its address is the argument), held in memory with its headers
 * in both codings, and served by Node's own http with the least that a conditional request needs.
 */
const writtenByNode = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const url = process.argv[2] ?? '';
const identity = await copy('identity');
const br = await copy('br');

const server = createServer((request, response) => {
  const { full, notModified } = request.headers['accept-encoding'] === 'br' ? br : identity;
  if (request.headers['if-none-match'] === full.headers['etag']) {
    response.writeHead(304, notModified.headers).end();
  } else {
    response.writeHead(200, full.headers).end(full.body);
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});

async function copy(coding: string) {
  const full = await fetchRaw({ 'Accept-Encoding': coding });
  const notModified = await fetchRaw({
    'Accept-Encoding': coding,
    'If-None-Match': String(full.headers['etag']),
  });
  return { full, notModified };
}

/** The bytes as they were sent, and every header but those that Node writes itself. */
async function fetchRaw(headers: Readonly<Record<string, string>>) {
  const responses: IncomingMessage[] = await once(get(url, { headers }), 'response');
  const [response] = responses;
  if (response === undefined) throw new Error(`no answer from ${url}`);
  const own = Object.entries(response.headers).filter(([name]) => !writtenByNode.has(name));
  return { headers: Object.fromEntries(own), body: await buffer(response) };
}
