import type { MiddlewareHandler } from 'hono';
import { hideKeys } from '../access/key-text.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * One line of the log for each request, for the dashboard to count. It holds the path without its query and
 * without what may be a key that was pasted into it, and nothing of whoever asked: what was sought, and by whom,
 * stands in no log.
 */
export function logRequests({ log }: Pick<Dependencies, 'log'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { method, path } = c.req;
    log({ level: 'info', event: 'request', method, path: hideKeys(path), status: c.res.status });
  };
}
