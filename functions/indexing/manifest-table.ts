import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { decodeNumbers, encodeNumbers } from './deleted-numbers.ts';
import type { ManifestStore } from './manifest.ts';

/** A change of the layout of manifest or segments is a new format: the index is then built anew. */
const format = 1;

/** An item of DynamoDB has room for 400 kB (409,600 bytes). */
const maxItemBytes = 400_000;

/** The manifest as one item of the table of the articles. */
export function createManifestTable(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): ManifestStore {
  const { client, tableName } = dependencies;
  const key = { pk: 'index#articles', sk: 'index' };
  return {
    async read(isConsistent) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: isConsistent }),
      );
      if (Item === undefined) return { revision: 0, manifest: undefined };
      const item = unmarshall(Item);
      const { revision } = v.parse(v.looseObject({ revision: v.number() }), item);
      const parsed = v.safeParse(stored, item);
      if (!parsed.success) return { revision, manifest: undefined };
      const { lastRemovalAt } = parsed.output;
      const segments = parsed.output.segments.map(({ deleted, ...segment }) => ({
        ...segment,
        deleted: decodeNumbers(deleted ?? new Uint8Array()),
      }));
      return { revision, manifest: { revision, segments, lastRemovalAt } };
    },

    async replace(revision, { segments, lastRemovalAt }) {
      const encoded = segments.map(({ deleted, ...segment }) => ({
        ...segment,
        ...(deleted.size > 0 && { deleted: encodeNumbers(deleted) }),
      }));
      const size = encoded.reduce((sum, { deleted }) => sum + (deleted?.length ?? 0) + 250, 0);
      if (size > maxItemBytes) {
        throw new Error(`cannot write the manifest: ${size} bytes, compact must drop deleted articles`);
      }
      const Item = marshall({ ...key, revision: revision + 1, format, segments: encoded, lastRemovalAt });
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableName,
            Item,
            ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :expected',
            ...(revision > 0 && { ExpressionAttributeValues: marshall({ ':expected': revision }) }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw new Error('cannot write the manifest', { cause: error });
      }
    },
  };
}

const stored = v.object({
  format: v.literal(format),
  lastRemovalAt: v.string(),
  segments: v.array(
    v.object({
      name: v.string(),
      byteLength: v.number(),
      documentCount: v.number(),
      analyzerVersion: v.string(),
      deleted: v.optional(v.instance(Uint8Array)),
    }),
  ),
});
