import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { handle } from 'hono/aws-lambda';
import { createNewsroom } from '../access/newsroom.ts';
import { createSessions } from '../access/sessions.ts';
import { createNewsroomLists } from '../articles/newsroom-lists.ts';
import { parseStoredSubmission } from '../articles/stored-submission.ts';
import { parseSubmission } from '../articles/submission.ts';
import { createApp } from '../http/app.ts';
import { createDesk } from '../http/desk/create-desk.ts';
import { zoneOffset } from '../office/zone.ts';
import { openCloud } from './cloud.ts';
import { openCloudMedia } from './cloud-media.ts';
import { openCloudReindex } from './cloud-reindex.ts';
import { need } from './config.ts';

/** The Lambda behind the publishing API: the only one that may write articles. */
const { client, tableName, articles, history, restoration, lexicon, dependencies } = openCloud(process.env);
const { office, now, log } = dependencies;
const secrets = new SecretsManagerClient();
const tokenSecret = need(process.env, 'TOKEN_SECRET');
const functionName = need(process.env, 'REINDEX_FUNCTION');
const addresses = [need(process.env, 'PUBLISHING_ADDRESS')];

/** A rotated token is good after five minutes at the latest. */
const trustMs = 300_000;
let lastRead: { readonly token: Promise<string>; readonly at: number } | undefined;

const newsroom = createNewsroom({
  client,
  tableName,
  readToken,
  addresses,
  now,
  zoneOffset: zoneOffset(office.timeZone),
  log,
});

const desk = createDesk({
  sessions: createSessions({ client, tableName, now }),
  lists: createNewsroomLists({ client, tableName, now }),
  media: openCloudMedia(process.env),
});

export const handler = handle(
  createApp({
    ...dependencies,
    index: () => Promise.resolve(undefined),
    publishing: {
      articles,
      history,
      restoration,
      lexicon,
      ...newsroom,
      parseSubmission,
      parseStoredSubmission,
      desk,
      reindex: openCloudReindex({ client, tableName, functionName, now, log }),
    },
  }),
);

function readToken(): Promise<string> {
  if (lastRead === undefined || Date.now() - lastRead.at > trustMs) {
    lastRead = { token: fetchToken(), at: Date.now() };
    lastRead.token.catch(() => (lastRead = undefined));
  }
  return lastRead.token;
}

async function fetchToken(): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: tokenSecret }));
  if (!SecretString) throw new Error('cannot read the publishing token: the secret is empty');
  return SecretString;
}
