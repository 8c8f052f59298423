import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app.ts';
import { openCloud } from './cloud.ts';
import { openCloudSegments } from './cloud-segments.ts';
import { openIndexReader } from './index-parts.ts';

/** The Lambda behind the edge: feeds, pages, search and the reading API. It cannot write articles. */
const { client, tableName, dependencies } = openCloud(process.env);
const { now, log } = dependencies;
const store = openCloudSegments(process.env);
const reader = openIndexReader({ client, tableName, store, now, log });

export const handler = handle(createApp({ ...dependencies, index: askIndex }));

function askIndex() {
  // The first look has the table name the segments: meanwhile the client of their bucket is made.
  store.prepare();
  return reader.index();
}
