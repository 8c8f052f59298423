import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app.ts';
import { openCloud } from './cloud.ts';
import { openCloudSegments } from './cloud-segments.ts';
import { openIndexReader } from './index-parts.ts';

/** The Lambda behind the edge: feeds, pages, search and the reading API. It cannot write articles. */
const { client, tableName, dependencies } = openCloud(process.env);
const { now, log } = dependencies;
const reader = openIndexReader({ client, tableName, store: openCloudSegments(process.env), now, log });

export const handler = handle(createApp({ ...dependencies, index: () => reader.index() }));
