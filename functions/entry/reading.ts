import { handle } from 'hono/aws-lambda';
import { readTableIdentity } from '../articles/table-identity.ts';
import { createApp } from '../http/app.ts';
import { createIndexKeeper } from '../indexing/index-keeper.ts';
import { openCloud } from './cloud.ts';

/** The Lambda behind the edge: feeds, pages, search and the reading API. It cannot write. */
const { client, tableName, articles, dependencies } = openCloud(process.env);

/** How long a search may lag behind the table. */
const trustMs = 2000;
let keeper: ReturnType<typeof createIndexKeeper> | undefined;
let caughtUpAt = 0;

export const handler = handle(createApp({ ...dependencies, index: indexOf }));

/** Built from the table at the container's first search, and held against the table's keys from then on. */
async function indexOf() {
  if (keeper === undefined) {
    const { identity } = await readTableIdentity(client, tableName);
    keeper = createIndexKeeper({ articles, tableIdentity: identity });
  }
  if (Date.now() - caughtUpAt > trustMs) {
    await keeper.catchUp();
    caughtUpAt = Date.now();
  }
  return keeper.index();
}
