import { Hono } from 'hono';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { respond } from '../respond.ts';

/** The API described for programs. Made when it is first asked for: a cold start does not pay for it. */
export function openApiRoutes({ office, now }: Pick<Dependencies, 'office' | 'now'>): Hono {
  const app = new Hono();
  let making: Promise<string> | undefined;

  app.get('/openapi.json', async (c) => {
    making ??= make();
    const text = await making;
    const representation = {
      etag: digestOf(text),
      contentType: 'application/json; charset=utf-8',
      cacheControl: cachePolicy.discovery,
      render: () => text,
    };
    return respond(c, representation, { now: now() });
  });

  return app;

  async function make(): Promise<string> {
    const { describeApi } = await import('../openapi/document.ts');
    return JSON.stringify(describeApi(office));
  }
}
