/**
 * The lines of a stream of bytes in UTF-8. One line never takes more memory than an article may: the rest of
 * a longer one is read over.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<{
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** With its line break. */
  readonly bytes: number;
  readonly isTooLong: boolean;
}> {
  let chunks: Uint8Array[] = [];
  let kept = 0;
  let bytes = 0;
  let number = 0;
  const keep = (chunk: Uint8Array): void => {
    bytes += chunk.length;
    if (kept + chunk.length <= maxLineBytes) chunks.push(chunk);
    kept += chunk.length;
  };
  const take = () => {
    number++;
    const isTooLong = kept > maxLineBytes;
    const text = isTooLong ? '' : Buffer.concat(chunks).toString('utf8');
    const line = { text: number === 1 ? text.replace(/^\uFEFF/, '') : text, number, bytes, isTooLong };
    [chunks, kept, bytes] = [[], 0, 0];
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      keep(chunk.subarray(start, end));
      bytes++;
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (bytes > 0) yield take();
}

const lineFeed = 10;
const maxLineBytes = 5_000_000;
