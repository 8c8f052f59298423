import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createRecentLists } from '../articles/recent-lists.ts';
import { type ArticleRepository, createArticleRepository } from '../articles/repository.ts';
import type { Dependencies, LogEntry } from '../http/dependencies.ts';
import { office } from '../office/settings.ts';
import { readLambdaConfig } from './config.ts';

export type Cloud = {
  readonly articles: ArticleRepository;
  /** What reading and publishing have in common. */
  readonly dependencies: Omit<Dependencies, 'index' | 'publishing'>;
};

/** The service's parts in AWS: the stack names them, the runtime brings the credentials. */
export function openCloud(env: NodeJS.ProcessEnv): Cloud {
  const { tableName } = readLambdaConfig(env);
  const client = new DynamoDBClient();
  const now = () => new Date();
  const articles = createArticleRepository({ client, tableName, now, onSaved: () => lists.forget() });
  const lists = createRecentLists({ articles, now });
  // Pictures of the cloud's own come with uploads; until then articles show those of other hosts.
  const readMedia = () => Promise.resolve(undefined);
  return { articles, dependencies: { office, articles, lists, readMedia, now, log } };
}

/** One JSON line an event, which CloudWatch Logs can be asked about by field. */
function log(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}
