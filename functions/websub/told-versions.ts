import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

export type ToldVersions = ReturnType<typeof createToldVersions>;

/**
 * Which version of a list each hub was told of last, in the table of the articles. It is what makes a ping
 * happen once, however often somebody asks for it.
 */
export function createToldVersions(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}) {
  const { client, tableName } = dependencies;

  return {
    /** The validator (ETag) of the version by the address of the hub; without those that were never told. */
    async read(listPath: string): Promise<ReadonlyMap<string, string>> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :list',
          ExpressionAttributeValues: { ':list': { S: partitionOf(listPath) } },
        }),
      );
      return new Map(Items.map(({ sk, etag }) => [sk?.S ?? '', etag?.S ?? '']));
    },

    async note(listPath: string, hubUrl: string, etag: string): Promise<void> {
      const Item = marshall({ pk: partitionOf(listPath), sk: hubUrl, etag });
      await client.send(new PutItemCommand({ TableName: tableName, Item }));
    },
  };
}

function partitionOf(listPath: string): string {
  return `websub#${listPath}`;
}
