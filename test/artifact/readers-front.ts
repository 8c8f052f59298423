import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import * as v from 'valibot';

type Answer = (request: Request) => Response | Promise<Response>;

/** The readers' address on a loopback port: known before there is a stack that knows of it. */
export async function startReadersFront() {
  let answer: Answer = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    serve: (wanted: Answer) => void (answer = wanted),
    close: () => void server.close(),
  };
}
