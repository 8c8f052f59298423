import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';

/**
 * Which table this is: an identity issued when the table was first used, so that an index which was built
 * from another table is known for one.
 */
export async function readTableIdentity(
  client: DynamoDBClient,
  tableName: string,
): Promise<{ readonly identity: string; readonly isNew: boolean }> {
  const key = { pk: { S: 'table' }, sk: { S: 'table' } };
  const { Item } = await client.send(
    new GetItemCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
  );
  const known = Item?.['identity']?.S;
  if (known !== undefined) return { identity: known, isNew: false };

  const identity = ulid();
  try {
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: { ...key, identity: { S: identity } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return { identity, isNew: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return readTableIdentity(client, tableName);
    throw error;
  }
}
