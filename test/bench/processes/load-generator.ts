import { connect } from 'node:net';

/**
 * Asks one address over and over on 20 connections, each waiting for its answer, and prints how many
 * milliseconds it took. It reads of an answer no more than its status and length, so that it is cheaper than
 * any server and never what is measured.
 */
const [, , address = '', requests = '0', status = '', ...headers] = process.argv;
const { hostname, port, host, pathname, search } = new URL(address);
const request = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n');

let toSend = Number(requests);
const startedAt = performance.now();
await Promise.all(Array.from({ length: 20 }, askOverAndOver));
console.log(performance.now() - startedAt);

function askOverAndOver(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let missingBytes = 0;
    const ask = () => {
      if (toSend <= 0) return socket.end(resolve);
      toSend -= 1;
      return socket.write(request);
    };
    socket.on('connect', ask).on('error', reject);
    socket.on('data', (bytes) => {
      if (missingBytes === 0) missingBytes = lengthOf(bytes);
      missingBytes -= bytes.length;
      if (missingBytes === 0) ask();
    });
  });
}

/** The length of an answer with its head, which is short enough to come in one piece. */
function lengthOf(start: Buffer): number {
  const head = start.subarray(0, start.indexOf('\r\n\r\n') + 4);
  const text = head.toString('latin1');
  if (head.length < 4 || !text.startsWith(`HTTP/1.1 ${status}`))
    throw new Error(`${address} answered ${text}`);
  const body = status === '304' ? 0 : Number(/content-length: (\d+)/i.exec(text)?.[1]);
  return head.length + body;
}
