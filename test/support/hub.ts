import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

/** What a ping said. */
export type Ping = { readonly contentType: string | undefined; readonly topics: readonly string[] };

/**
 * A WebSub hub on a loopback port: it verifies who subscribes, and when it is told of a topic it fetches that
 * and hands it on, signed where there is a secret (W3C Recommendation, sections 5 to 7).
 */
export async function startHub() {
  const pings: Ping[] = [];
  const subscriptions = new Map<string, { callback: string; topic: string; secret: string }>();
  let refusal: { readonly status: number; readonly headers?: Record<string, string> } | undefined;
  let isSilent = false;
  const answered: Promise<unknown>[] = [];

  const { url, close } = await listen(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const [mode, callback, topic] = [form.get('hub.mode'), form.get('hub.callback'), form.get('hub.topic')];
    if (isSilent) return;
    if (mode === 'subscribe' && callback !== null && topic !== null) {
      response.writeHead(202).end();
      answered.push(verify(callback, topic, form.get('hub.secret') ?? ''));
      return;
    }
    if (mode !== 'publish' || refusal !== undefined) {
      response.writeHead(refusal?.status ?? 400, refusal?.headers).end('no');
      return;
    }
    const topics = form.getAll('hub.url');
    if (form.getAll('hub.topic').join(' ') !== topics.join(' ')) {
      response.writeHead(400).end('hub.url and hub.topic differ');
      return;
    }
    pings.push({ contentType: request.headers['content-type'], topics });
    response.writeHead(204).end();
    for (const each of topics) answered.push(distribute(each));
  });

  return {
    url,
    /** The addresses that were told since this was asked last, sorted. */
    takeTopics: (): string[] =>
      pings
        .splice(0)
        .flatMap(({ topics }) => topics)
        .sort(),
    pings,
    /** From now on every ping is refused so; undefined: none. */
    refuse: (how: typeof refusal) => void (refusal = how),
    /** From now on it takes connections and says nothing. */
    fallSilent: (silent: boolean) => void (isSilent = silent),
    /** Waits until everybody has been given what the pings so far were about. */
    async settled(): Promise<void> {
      while (answered.length > 0) await answered.shift();
    },
    close,
  };

  async function verify(callback: string, topic: string, secret: string): Promise<void> {
    const challenge = `tantangan-${subscriptions.size}`;
    const asked = new URL(callback);
    asked.search = String(
      new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': challenge }),
    );
    const response = await fetch(asked);
    if (response.ok && (await response.text()) === challenge) {
      subscriptions.set(`${callback} ${topic}`, { callback, topic, secret });
    }
  }

  async function distribute(topic: string): Promise<void> {
    const subscribers = [...subscriptions.values()].filter((each) => each.topic === topic);
    if (subscribers.length === 0) return;
    const response = await fetch(topic);
    const body = await response.text();
    for (const { callback, secret } of subscribers) {
      await fetch(callback, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': response.headers.get('content-type') ?? '',
          Link: `<${url}>; rel="hub", <${topic}>; rel="self"`,
          'X-Hub-Signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
        },
      });
    }
  }
}

/** A subscriber with a callback of its own, and what it was given. */
export async function startSubscriber() {
  const wanted = new Set<string>();
  const received: { link: string; contentType: string; signature: string; body: string }[] = [];
  const { url, close } = await listen(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://subscriber.example');
    if (request.method === 'GET') {
      const isMine = wanted.has(searchParams.get('hub.topic') ?? '');
      response.writeHead(isMine ? 200 : 404).end(isMine ? searchParams.get('hub.challenge') : '');
      return;
    }
    const { link, 'content-type': contentType = '', 'x-hub-signature': signature } = request.headers;
    received.push({
      link: String(link),
      contentType,
      signature: String(signature),
      body: await text(request),
    });
    response.writeHead(204).end();
  });
  return {
    received,
    /** As a reader does: looks for hub and topic in the feed's own headers, and subscribes. */
    async subscribe(feedUrl: string, secret: string): Promise<void> {
      const links = (await fetch(feedUrl)).headers.get('link') ?? '';
      const found = (rel: string) => new RegExp(`<([^>]+)>; rel="${rel}"`).exec(links)?.[1] ?? '';
      const topic = found('self');
      wanted.add(topic);
      await fetch(found('hub'), {
        method: 'POST',
        body: new URLSearchParams({
          'hub.mode': 'subscribe',
          'hub.topic': topic,
          'hub.callback': url,
          'hub.secret': secret,
        }),
      });
    },
    close,
  };
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
