import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { articleTable } from '../../functions/articles/table.ts';
import type { Stage } from '../stages.ts';
import type { NodeFunction } from './node-function.ts';

/** The table of the articles, made from the one description that the store reads and writes by. */
export class ArticleTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { keepsData }: Pick<Stage, 'keepsData'>) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: toKey(articleTable.partitionKey),
      sortKey: toKey(articleTable.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      // Costs nothing unread. The old image alone says which lists a correction took an article out of.
      timeToLiveAttribute: articleTable.expiry,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keepsData },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: toKey(index.partitionKey),
        sortKey: toKey(index.sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.projected],
      });
    }
  }

  /**
   * Tells the function which table it is, and lets it read articles and lists, the manifest and the lexicon: of
   * keys, sessions, answers and acts nothing.
   */
  grantRead(reader: NodeFunction): void {
    this.#grantLists(reader);
    reader.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
        resources: [this.table.tableArn],
        conditions: {
          'ForAllValues:StringLike': {
            'dynamodb:LeadingKeys': ['article#*', 'slug#*', 'address#*', 'index#*', 'lexicon'],
          },
        },
      }),
    );
  }

  /** Lets a reader's container note how many people an aggregator reads for and what was sought: no more. */
  grantCount(reader: NodeFunction): void {
    const counts = [
      { action: 'dynamodb:PutItem', key: 'readers#*' },
      { action: 'dynamodb:UpdateItem', key: 'searches#*' },
    ];
    for (const { action, key } of counts)
      reader.addToRolePolicy(
        new PolicyStatement({
          actions: [action],
          resources: [this.table.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [key] } },
        }),
      );
  }

  /** Lets it read articles and their list, and keep the manifest and its progress: of the rest nothing. */
  grantIndex(indexer: NodeFunction): void {
    this.grantRead(indexer);
    indexer.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['index#*'] } },
      }),
    );
  }

  /** Lets it read articles with their versions, and note which hub was told what: of the rest nothing. */
  grantTell(teller: NodeFunction): void {
    const { tableName, tableArn } = this.table;
    teller.addEnvironment('TABLE_NAME', tableName);
    const rights = [
      { actions: ['dynamodb:BatchGetItem'], keys: ['article#*'] },
      { actions: ['dynamodb:Query'], keys: ['article#*', 'websub#*'] },
      { actions: ['dynamodb:PutItem'], keys: ['websub#*'] },
    ];
    for (const { actions, keys } of rights)
      teller.addToRolePolicy(
        new PolicyStatement({
          actions,
          resources: [tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
        }),
      );
  }

  /** Lets Lambda bring it the changes. */
  grantStream(reader: NodeFunction): void {
    const actions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
    allow(reader, actions, [this.streamArn]);
    allow(reader, ['dynamodb:ListStreams'], [`${this.table.tableArn}/stream/*`]);
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('the table has no stream');
    return tableStreamArn;
  }

  /** Lets it walk over the whole table. */
  grantScan(reader: NodeFunction): void {
    allow(reader, ['dynamodb:Scan'], [this.table.tableArn]);
  }

  /** Every change is a put, on a condition: nothing is ever deleted or updated in place. */
  grantWrite(writer: NodeFunction): void {
    this.#grantLists(writer);
    // Query on the table itself reads the counts of readers, Scan is the export of everything.
    const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan'].map((read) => `dynamodb:${read}`);
    allow(writer, [...reads, 'dynamodb:PutItem'], [this.table.tableArn]);
  }

  #grantLists(reader: NodeFunction): void {
    const { tableName, tableArn } = this.table;
    reader.addEnvironment('TABLE_NAME', tableName);
    allow(
      reader,
      ['dynamodb:Query'],
      indexes.map((index) => `${tableArn}/index/${index.name}`),
    );
  }
}

const indexes = Object.values(articleTable.indexes);

function toKey(name: string) {
  return { name, type: AttributeType.STRING };
}

/** CDK's own grants take in every index by a wildcard, scans and the stream. */
function allow(grantee: NodeFunction, actions: string[], resources: string[]): void {
  grantee.addToRolePolicy(new PolicyStatement({ actions, resources }));
}
