import { createServer } from 'node:http';

/** The floor of every start: Node itself, and a server that says one word. */
const server = createServer((_, response) => response.end('halo'));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
