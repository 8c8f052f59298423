import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';

/** An object, with the headers that were put with it. */
export type SmallObject = {
  readonly bucket: string;
  readonly bytes: Buffer;
  readonly writtenAt: Date;
  readonly headers: Readonly<Record<string, string>>;
};

/** As much of S3 as keeps segments and pictures: put, get, head, delete and list, over HTTP, in memory. */
export async function startSmallBucket(now: () => Date = () => new Date()) {
  const objects = new Map<string, SmallObject>();
  let isDown = false;
  let readCount = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const url = new URL(request.url ?? '/', 'http://bucket');
      // Path style: the bucket, then the key.
      const [, bucket = '', ...rest] = url.pathname.split('/');
      const key = decodeURIComponent(rest.join('/'));
      const send = (status: number, body: Buffer | string = '', headers: SmallObject['headers'] = {}) => {
        const length = String(Buffer.byteLength(body));
        response.writeHead(status, {
          'Content-Type': 'application/xml',
          ...headers,
          'Content-Length': length,
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      };
      if (isDown) return send(503, renderError('SlowDown'));
      if (request.method === 'PUT') {
        const raw = Buffer.concat(chunks);
        const isChunked = request.headers['content-encoding']?.includes('aws-chunked');
        const bytes = isChunked ? joinChunks(raw) : raw;
        objects.set(key, { bucket, bytes, writtenAt: now(), headers: headersOf(request, bytes) });
        return send(200);
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return send(204);
      }
      if (key === '') return send(200, renderList(objects, url.searchParams.get('prefix') ?? ''));
      readCount += 1;
      const found = objects.get(key);
      if (found === undefined || found.bucket !== bucket) return send(404, renderError('NoSuchKey'));
      return send(200, found.bytes, found.headers);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bucket has no port');
  const endpoint = `http://127.0.0.1:${address.port}`;

  return {
    endpoint,
    objects,
    /** Objects that were fetched. */
    readCount: () => readCount,
    setDown: (down: boolean) => (isDown = down),
    createClient: () =>
      new S3Client({
        endpoint,
        region: 'local',
        forcePathStyle: true,
        maxAttempts: 1,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What S3 keeps of a request beside its body, and gives back. */
function headersOf({ headers }: IncomingMessage, bytes: Buffer): SmallObject['headers'] {
  const { 'content-type': type = 'binary/octet-stream', 'cache-control': kept } = headers;
  return {
    'Content-Type': type,
    ETag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    ...(kept !== undefined && { 'Cache-Control': kept }),
  };
}

/** The SDK's framing of a body whose checksum follows it: a length in hexadecimal digits before each chunk. */
function joinChunks(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = raw.indexOf('\r\n', at);
    const length = Number.parseInt(raw.subarray(at, end).toString(), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(raw.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

function renderError(code: string): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

function renderList(
  objects: ReadonlyMap<string, { bytes: Buffer; writtenAt: Date }>,
  prefix: string,
): string {
  const found = [...objects].filter(([key]) => key.startsWith(prefix));
  const contents = found.map(
    ([key, { bytes, writtenAt }]) =>
      `<Contents><Key>${key}</Key><LastModified>${writtenAt.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
  );
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
}
