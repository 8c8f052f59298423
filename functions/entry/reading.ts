import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app.ts';
import { createIndexKeeper } from '../indexing/index-keeper.ts';
import { openCloud } from './cloud.ts';

/** The Lambda behind the edge: feeds, pages, search and the reading API. It cannot write. */
const { articles, dependencies } = openCloud(process.env);

/** How long a search may lag behind the table. */
const trustMs = 2000;
const keeper = createIndexKeeper({ articles, now: dependencies.now });
let caughtUpAt = 0;

export const handler = handle(createApp({ ...dependencies, index: indexOf }));

/** Built from the table at the container's first search, and held against the table's keys from then on. */
async function indexOf() {
  if (Date.now() - caughtUpAt > trustMs) {
    await keeper.catchUp();
    caughtUpAt = Date.now();
  }
  return keeper.index();
}
